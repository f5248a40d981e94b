import { expect, test, vi } from 'vitest';
import type { Block } from '@/domain/revision';
import { createMarkStore, type DrawnMark } from './mark-store';

const paragraph = (text: string): Block => ({ type: 'paragraph', text, marks: [] });
// Offsets: 0 to 5, 6 to 6 (empty), 7 to 12, 13 to 18.
const blocks = ['first', '', 'third', 'fourt'].map(paragraph);
const mark = (id: string, ...spans: [number, number][]): DrawnMark => ({
  id,
  kind: 'quote',
  status: 'pending',
  spans: spans.map(([start, end]) => ({ start, end })),
  author: { id: 'ana', name: 'Ana' },
});
const pieces = (store: ReturnType<typeof createMarkStore>) =>
  blocks.map((_, block) =>
    store
      .spansOf(block)
      .map(({ id, start, end }) => `${id}${start}-${end}`)
      .join(' '),
  );

test('a mark across blocks is drawn in each that holds words of it', () => {
  const store = createMarkStore(blocks);
  store.show([mark('a', [3, 10])], undefined);
  expect(pieces(store)).toEqual(['a3-5', '', 'a0-3', '']);
  expect(store.spansOf(0)[0]).toMatchObject({ opens: true, closes: false });
  expect(store.spansOf(2)[0]).toMatchObject({ opens: false, closes: true });
});

test('a mark of several spans opens with the first and closes with the last', () => {
  const store = createMarkStore(blocks);
  store.show([mark('a', [0, 2], [3, 5])], undefined);
  expect(store.spansOf(0).map(({ opens, closes }) => [opens, closes])).toEqual([
    [true, false],
    [false, true],
  ]);
});

test('spans of a block stand in text order, whatever order the marks come in', () => {
  const store = createMarkStore(blocks);
  store.show([mark('b', [9, 10]), mark('c', [7, 9]), mark('a', [7, 12])], undefined);
  expect(pieces(store)[2]).toBe('a0-5 c0-2 b2-3');
});

test('a change wakes only the blocks that it touches', () => {
  const store = createMarkStore(blocks);
  const [a, b] = [mark('a', [0, 2]), mark('b', [7, 9])];
  store.show([a, b], undefined);
  const woken = blocks.map((_, block) => {
    const listener = vi.fn();
    store.subscribe(block, listener);
    return listener;
  });
  const calls = () => woken.map((listener) => listener.mock.calls.length);

  const unchanged = store.spansOf(0);
  store.show([a, b, mark('c', [13, 15])], undefined);
  expect(calls()).toEqual([0, 0, 0, 1]);
  expect(store.spansOf(0)).toBe(unchanged);
  store.show([a, b], 'a');
  expect(calls()).toEqual([1, 0, 0, 2]);
  store.show([b], 'b');
  expect(calls()).toEqual([2, 0, 1, 2]);
});

test('a mark whose drawing stays the same is not drawn again', () => {
  const store = createMarkStore(blocks);
  store.show([mark('a', [0, 2])], undefined);
  const listener = vi.fn();
  store.subscribe(0, listener);
  store.show([mark('a', [0, 2])], undefined);
  expect(listener).not.toHaveBeenCalled();
  store.show([{ ...mark('a', [0, 2]), status: 'approved' }], undefined);
  expect(listener).toHaveBeenCalledOnce();
});

test('closed blocks draw their marks once they are opened', () => {
  const store = createMarkStore(blocks, 1);
  const listener = vi.fn();
  store.subscribe(2, listener);
  store.show([mark('a', [0, 2]), mark('b', [7, 9])], undefined);
  expect(pieces(store)).toEqual(['a0-2', '', '', '']);
  expect(listener).not.toHaveBeenCalled();
  store.open(1, 4);
  store.open(1, 4);
  expect(pieces(store)).toEqual(['a0-2', '', 'b0-2', '']);
  expect(listener).toHaveBeenCalledOnce();
});

test.each([
  [0, 0],
  [5, 0],
  [6, 1],
  [7, 2],
  [18, 3],
])('offset %i lies in block %i', (offset, block) => {
  expect(createMarkStore(blocks).blockAt(offset)).toBe(block);
});
