import { describe, expect, it } from 'vitest';
import type { Decided } from '@/domain/annotation';
import { deriveStatus, fingerprint } from '@/domain/review';
import { describeSpans } from '@/domain/span';

const text = 'Rain fell. “We will rebuild,” the mayor said on Monday. Nobody asked when.';

function decided(words: string, change: Partial<Decided> = {}, within = text): Decided {
  const start = within.indexOf(words);
  const described = describeSpans(within, [{ start, end: start + words.length }]);
  if ('issues' in described) throw new Error(JSON.stringify(described.issues));
  const base = { kind: 'quote', details: { directness: 'direct' }, labels: [], spans: described.spans };
  return { ...base, ...change } as Decided;
}

describe('fingerprint', () => {
  const original = fingerprint(text, decided('We will rebuild'));

  const differing: [name: string, other: string][] = [
    ['other words', fingerprint(text, decided('will rebuild'))],
    ['other details', fingerprint(text, decided('We will rebuild', { details: { directness: 'mixed' } }))],
    ['another kind', fingerprint(text, decided('We will rebuild', { kind: 'claim', details: {} }))],
    ['a label', fingerprint(text, decided('We will rebuild', { labels: ['flood'] }))],
    [
      'a sentence that changed around the words',
      fingerprint(
        text.replace('Monday', 'Tuesday'),
        decided('We will rebuild', {}, text.replace('Monday', 'Tuesday')),
      ),
    ],
  ];
  it.each(differing)('differs for %s', (_, other) => {
    expect(other).not.toBe(original);
  });

  it('stays when the words merely move', () => {
    const moved = `A new lead.\n${text}`;
    expect(fingerprint(moved, decided('We will rebuild', {}, moved))).toBe(original);
  });

  it('does not depend on the order of keys', () => {
    const one = decided('We will rebuild', { details: { directness: 'direct', cue: 'said' } });
    const two = decided('We will rebuild', { details: { cue: 'said', directness: 'direct' } });
    expect(fingerprint(text, one)).toBe(fingerprint(text, two));
  });
});

describe('deriveStatus', () => {
  const cases = [
    ['nothing decided', undefined, 'pending'],
    ['approved as it is', { decision: 'approve', fingerprint: 'now' }, 'approved'],
    ['rejected as it is', { decision: 'reject', fingerprint: 'now' }, 'rejected'],
    ['sent back as it is', { decision: 'requestChanges', fingerprint: 'now' }, 'changesRequested'],
    ['approved before it changed', { decision: 'approve', fingerprint: 'then' }, 'pending'],
    ['rejected before it changed', { decision: 'reject', fingerprint: 'then' }, 'pending'],
  ] as const;
  it.each(cases)('%s', (_, newest, status) => {
    expect(deriveStatus(newest, 'now')).toBe(status);
  });
});
