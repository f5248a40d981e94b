import { describe, expect, test } from 'vitest';
import { articleOf, composeBlocks, type DraftBlock } from '@/domain/import/draft';
import { recognise } from '@/domain/import/recognise';
import { emptyImport, holdsWork, type ImportState, reduceImport, type Source } from './import-state';

const source: Source = { text: 'date 2025-03-02 The lead stands.\n\nThe second block.', format: 'text' };

function read(from: Source = source): ImportState {
  const pasted = reduceImport(emptyImport, { type: 'source', source: from });
  return reduceImport(pasted, { type: 'read', source: from, draft: recognise(from.text) });
}

function block(state: ImportState, index: number): DraftBlock {
  const found = state.draft === undefined ? undefined : composeBlocks(state.draft)[index];
  if (found === undefined) throw new Error(`there is no block ${index}`);
  return found;
}

function texts(state: ImportState): string[] {
  return state.draft === undefined ? [] : articleOf(state.draft).blocks.map(({ text }) => text);
}

describe('an article on its way in', () => {
  test('a draft of a source that was replaced meanwhile is dropped', () => {
    const later = reduceImport(read(), { type: 'source', source: { text: 'Other words.', format: 'text' } });
    const state = reduceImport(later, { type: 'read', source, draft: undefined });
    expect(state).toBe(later);
  });

  test('undoing a recognition keeps what was mended, and redoing too', () => {
    let state = read();
    state = reduceImport(state, { type: 'mend', mend: ['rewrite', block(state, 0), 'My lead.'] });
    state = reduceImport(state, { type: 'toggle', ids: ['date@0'], isUndone: true });
    expect(texts(state)).toEqual(['date 2025-03-02 My lead.', 'The second block.']);
    state = reduceImport(state, { type: 'toggle', ids: ['date@0'], isUndone: false });
    expect(texts(state)).toEqual(['My lead.', 'The second block.']);
  });

  test('Enter opens the block that it made, joining the one that was joined, removing none', () => {
    let state = read();
    state = reduceImport(state, { type: 'mend', mend: ['rewrite', block(state, 0), 'The lead\nstands.'] });
    expect(state.editing).toBe(block(state, 1).key);
    state = reduceImport(state, { type: 'mend', mend: ['merge', block(state, 1)] });
    expect(state.editing).toBe(block(state, 0).key);
    expect(texts(state)).toEqual(['The lead stands.', 'The second block.']);
    state = reduceImport(state, { type: 'mend', mend: ['remove', block(state, 0)] });
    expect([state.editing, texts(state)]).toEqual([undefined, ['The second block.']]);
  });

  test('typed fields stay when the source is replaced', () => {
    const typed = reduceImport(read(), { type: 'field', name: 'desk', value: 'World' });
    const next = reduceImport(typed, { type: 'source', source: { text: 'Other words.', format: 'text' } });
    expect([next.typed, next.isMended]).toEqual([{ desk: 'World' }, false]);
  });

  test.each([
    ['nothing', emptyImport, false],
    ['blanks', { ...emptyImport, source: { text: ' \n', format: 'text' as const } }, false],
    ['a text', read(), true],
    ['a field alone', { ...emptyImport, typed: { headline: 'Vote' } }, true],
  ])('leaving with %s asks: %#', (_, state, asks) => {
    expect(holdsWork(state)).toBe(asks);
  });
});
