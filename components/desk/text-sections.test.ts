import { describe, expect, test } from 'vitest';
import type { Block } from '@/domain/revision';
import { blocksInFirstPaint, SECTION_BLOCKS, sectionsOf } from './text-sections';

const block = (type: Block['type'], text = 'word'): Block => ({ type, text, marks: [] });

test('every block stands in one section, in order, with its offset', () => {
  const blocks = Array.from({ length: 60 }, () => block('paragraph', 'four'));
  const sections = sectionsOf(blocks);
  expect(sections.map(({ first, end }) => [first, end])).toEqual([
    [0, 24],
    [24, 48],
    [48, 60],
  ]);
  const placed = sections.flatMap((section) => section.groups.flatMap((group) => group.blocks));
  expect(placed.map(({ index }) => index)).toEqual(blocks.map((_, index) => index));
  expect(placed.map(({ offset }) => offset)).toEqual(blocks.map((_, index) => index * 5));
});

test('neighbouring list items make one list', () => {
  const types = ['paragraph', 'listItem', 'listItem', 'heading', 'listItem'] as const;
  const [section] = sectionsOf(types.map((type) => block(type)));
  expect(section?.groups.map(({ isList, blocks }) => [isList, blocks.length])).toEqual([
    [false, 1],
    [true, 2],
    [false, 1],
    [true, 1],
  ]);
});

describe('the marks of the first paint', () => {
  const words = (count: number) => block('paragraph', Array.from({ length: count }, () => 'a').join(' '));

  test('are all of them up to 10,000 words', () => {
    expect(blocksInFirstPaint(Array.from({ length: 100 }, () => words(100)))).toBe(100);
  });

  test('are those of three sections beyond', () => {
    expect(blocksInFirstPaint(Array.from({ length: 101 }, () => words(100)))).toBe(3 * SECTION_BLOCKS);
  });

  test('are none of an article without text', () => {
    expect(sectionsOf([])).toEqual([]);
    expect(blocksInFirstPaint([])).toBe(0);
  });
});
