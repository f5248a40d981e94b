import { describe, expect, it } from 'vitest';
import { makeAnnotation } from '@/domain/annotating';
import type { Annotation } from '@/domain/annotation';
import { findNames } from '@/domain/find-names';
import type { Kind } from '@/domain/kinds';
import { proposeDetails } from '@/domain/propose-details';

const text = [
  'British Prime Minister Keir Starmer asked for a backstop. He met Ukraine’s President Volodymyr Zelensky on Saturday.',
  'Starmer has long argued for it.',
  '“It would be no guarantee without it,” he told BBC News.',
  '“Britain will work on a plan, and aid has doubled,” Starmer said on Friday.',
  'The ministers are to meet on Tuesday.',
].join('\n');
const nora = { id: '00000000-0000-4000-8000-000000000001', name: 'Nora' };

let count = 0;
function mark(kind: Kind, words: string, details?: Record<string, unknown>): Annotation {
  count += 1;
  const start = text.indexOf(words);
  return makeAnnotation(
    { revision: 1, kind, spans: [{ start, end: start + words.length }], ...(details && { details }) },
    {
      id: `00000000-0000-4000-8000-${String(count).padStart(12, '0')}`,
      articleId: '00000000-0000-4000-8000-00000000000b',
    },
    { text, by: nora, at: '2025-03-02T09:00:00.000Z' },
  );
}

function proposed(one: Annotation, ...others: Annotation[]) {
  const found = proposeDetails(one, {
    text,
    publishedOn: '2025-03-02',
    names: findNames(text),
    marks: [one, ...others],
  });
  return found.map(({ field, value }) => [field, value]);
}

const starmer = { name: 'Keir Starmer', role: 'British Prime Minister' };

describe('proposals', () => {
  it('name the speaker beside the verb by the fullest name, with the role, the cue and the day', () => {
    expect(proposed(mark('quote', 'Britain will work on a plan, and aid has doubled'))).toEqual([
      ['speaker', starmer],
      ['cue', 'said'],
      ['saidOn', '2025-02-28'],
    ]);
  });

  it('take a pronoun for the first name of the sentence before, and find to whom it was said', () => {
    expect(proposed(mark('quote', 'It would be no guarantee without it'))).toEqual([
      ['speaker', starmer],
      ['cue', 'told'],
      ['saidTo', 'BBC News'],
    ]);
  });

  it('give a claim inside a quote to the quote’s speaker', () => {
    const quote = mark('quote', 'Britain will work on a plan, and aid has doubled', {
      directness: 'direct',
      speaker: { name: 'Sir Keir' },
    });
    expect(proposed(mark('claim', 'aid has doubled'), quote)).toEqual([['claimant', { name: 'Sir Keir' }]]);
  });

  it('date an event by its own words or its sentence', () => {
    expect(proposed(mark('event', 'He met Ukraine’s President Volodymyr Zelensky on Saturday'))).toEqual([
      ['startsOn', '2025-03-01'],
    ]);
    expect(proposed(mark('event', 'The ministers'))).toEqual([
      ['startsOn', '2025-03-04'],
      ['startsOn', '2025-02-25'],
    ]);
  });

  it('say nothing about what is filled in', () => {
    expect(proposed(mark('event', 'on Saturday', { title: 'Talks', startsOn: '2025-03-01' }))).toEqual([]);
  });
});
