import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { Block } from '@/domain/revision';
import { agencyExample } from './agency-example';
import { articleOf, composeBlocks, type Draft, type DraftBlock, without } from './draft';
import { bringBackBlock, mergeWithPrevious, removeBlock, retypeBlock, rewriteBlock } from './mend';
import { recognise, recogniseMarkdown } from './recognise';

/** Any UTF-16 code units, halves of characters among them. */
const wildText = fc
  .array(fc.oneof(fc.integer({ min: 0, max: 0xffff }), fc.constantFrom(10, 13, 32)), { maxLength: 60 })
  .map((units) => String.fromCharCode(...units));

const three = recognise('The first block stands.\n\nThe second block stands.\n\nThe third block stands.');

function block(draft: Draft, index: number): DraftBlock {
  const found = composeBlocks(draft)[index];
  if (found === undefined) throw new Error(`there is no block ${index}`);
  return found;
}

function texts(draft: Draft): string[] {
  return articleOf(draft).blocks.map(({ text }) => text);
}

describe('mending blocks by hand', () => {
  test('a block takes another type, and back', () => {
    const heading = retypeBlock(three, block(three, 1), 'heading');
    expect(articleOf(heading).blocks[1]).toMatchObject({ type: 'heading', level: 2 });
    const back = retypeBlock(heading, block(heading, 1), 'paragraph');
    expect(articleOf(back)).toEqual(articleOf(three));
  });

  test('a line feed in the words makes two blocks of the same type', () => {
    const mended = rewriteBlock(three, block(three, 1), 'The second\nblock stands.');
    expect(texts(mended)).toEqual([
      'The first block stands.',
      'The second',
      'block stands.',
      'The third block stands.',
    ]);
  });

  test('a block joins the one before it; the first stays where it is', () => {
    const merged = mergeWithPrevious(three, block(three, 1));
    expect(texts(merged)).toEqual([
      'The first block stands. The second block stands.',
      'The third block stands.',
    ]);
    expect(mergeWithPrevious(three, block(three, 0))).toBe(three);
  });

  test('a list item joins the one before it', () => {
    const list = recognise('The lead stands.\n\n- one\n- two');
    expect(texts(mergeWithPrevious(list, block(list, 2)))).toEqual(['The lead stands.', 'one two']);
  });

  test('a removed block comes back to its place', () => {
    const left = removeBlock(three, block(three, 1));
    expect(texts(left)).toEqual(['The first block stands.', 'The third block stands.']);
    expect(texts(bringBackBlock(left, block(left, 1)))).toEqual(texts(three));
  });

  test('a block whose words were all deleted is left out', () => {
    expect(texts(rewriteBlock(three, block(three, 1), '  '))).toHaveLength(2);
  });

  test('what was typed into the lead stays when the date before it is undone', () => {
    const draft = recognise(agencyExample);
    const mended = rewriteBlock(draft, block(draft, 0), 'My own lead.');
    expect(texts(without(mended, 'date@1'))[0]).toBe('date 2024-11-10 My own lead.');
  });

  test('what was typed into the caption stays when the caption is undone', () => {
    const draft = recognise(agencyExample);
    const caption = draft.recognitions.find(({ kind }) => kind === 'caption')?.id ?? '';
    const mended = rewriteBlock(draft, block(draft, 1), 'My own caption.');
    expect(texts(without(mended, caption))[0]).toMatch(/close the old landing\. My own caption\.$/);
  });
});

describe('inline marks', () => {
  const marked = recogniseMarkdown('First.\n\nThe **strong** and the *soft* word.');
  const marksOf = (text: string) => {
    const article = articleOf(rewriteBlock(marked, block(marked, 1), text)).blocks[1];
    return article?.marks.map(({ start, end }) => article.text.slice(start, end));
  };

  test.each([
    ['kept where words are added before', 'Now the The strong and the soft word.', ['strong', 'soft']],
    ['kept where words are added behind', 'The strong and the soft word, he said.', ['strong', 'soft']],
    [
      'growing with words typed inside',
      'The strong, very strong and the soft word.',
      ['strong, very strong', 'soft'],
    ],
    ['gone with their words', 'The  and the soft word.', ['soft']],
  ])('%s', (_, text, expected) => {
    expect(marksOf(text)).toEqual(expected);
  });

  test('lie inside the words whatever is typed', () => {
    fc.assert(
      fc.property(wildText, fc.nat(40), fc.nat(40), (typed, from, length) => {
        const before = block(marked, 1).text;
        const text = before.slice(0, from) + typed + before.slice(from + length);
        for (const made of articleOf(rewriteBlock(marked, block(marked, 1), text)).blocks) {
          expect(Block.safeParse(made).success).toBe(true);
        }
      }),
    );
  });
});
