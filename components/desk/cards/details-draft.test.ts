import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { changeAnnotation, makeAnnotation } from '@/domain/annotating';
import { draftOf, patchOf } from './details-draft';

const text = 'He said “we will stay” on Friday.';
const nora = { id: '00000000-0000-4000-8000-000000000001', name: 'Nora' };
const act = { text, by: nora, at: '2025-03-02T09:00:00.000Z' };

function mark(kind: 'quote' | 'claim' | 'event', details: Record<string, unknown>) {
  return makeAnnotation(
    { revision: 1, kind, spans: [{ start: 9, end: 21 }], details },
    { id: '00000000-0000-4000-8000-00000000000a', articleId: '00000000-0000-4000-8000-00000000000b' },
    act,
  );
}

const quote = mark('quote', {
  directness: 'direct',
  speaker: { name: 'Keir Starmer', role: 'prime minister' },
  cue: 'said',
});

describe('a details form', () => {
  it('changes nothing when nothing was typed', () => {
    expect(patchOf(quote, draftOf(quote))).toEqual({});
  });

  it('sends only what was changed', () => {
    const draft = draftOf(quote);
    const typed = { ...draft, values: { ...draft.values, saidTo: ' BBC News ', cue: '' } };
    expect(patchOf(quote, typed)).toEqual({ details: { saidTo: 'BBC News', cue: null } });
  });

  it('removes a role and keeps the name', () => {
    const draft = draftOf(quote);
    const typed = { ...draft, values: { ...draft.values, 'speaker.role': '' } };
    const patch = patchOf(quote, typed);
    expect(patch).toEqual({ details: { speaker: { name: 'Keir Starmer', role: null } } });
    expect(changeAnnotation(quote, patch, act).details).toMatchObject({ speaker: { name: 'Keir Starmer' } });
  });

  it('removes the speaker when name and role are emptied', () => {
    const draft = draftOf(quote);
    const typed = { ...draft, values: { ...draft.values, 'speaker.name': '', 'speaker.role': ' ' } };
    expect(patchOf(quote, typed)).toEqual({ details: { speaker: null } });
  });

  it('sends an emptied title, so that it is refused by name', () => {
    const event = mark('event', { title: 'Talks' });
    const draft = draftOf(event);
    const typed = { ...draft, values: { ...draft.values, title: '' } };
    expect(patchOf(event, typed)).toEqual({ details: { title: '' } });
  });

  it('reads labels between commas, each once', () => {
    expect(patchOf(quote, { ...draftOf(quote), labels: 'defence, aid,, defence' })).toEqual({
      labels: ['defence', 'aid'],
    });
  });

  it('leaves out evidence that nothing was typed into', () => {
    const claim = mark('claim', {});
    const evidence = [
      { key: 'a', url: 'https://example.org/', title: '', accessedOn: '' },
      { key: 'b', url: ' ', title: '', accessedOn: '' },
    ];
    expect(patchOf(claim, { ...draftOf(claim), evidence })).toEqual({
      details: { evidence: [{ url: 'https://example.org/' }] },
    });
  });

  it('brings a mark to the state of another of its kind', () => {
    const word = fc.constantFrom('', 'Keir', 'minister');
    const details = fc.record({ name: word, role: word, cue: word }).map(({ name, role, cue }) => ({
      directness: 'direct',
      ...(name === '' ? {} : { speaker: role === '' ? { name } : { name, role } }),
      ...(cue === '' ? {} : { cue }),
    }));
    fc.assert(
      fc.property(details, details, (before, after) => {
        const from = mark('quote', before);
        const to = mark('quote', after);
        expect(changeAnnotation(from, patchOf(from, draftOf(to)), act).details).toEqual(to.details);
      }),
    );
  });
});
