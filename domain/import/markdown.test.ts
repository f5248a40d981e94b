import { describe, expect, test } from 'vitest';
import { articleOf } from './draft';
import { recogniseMarkdown } from './recognise';

function blocksOf(markdown: string) {
  return articleOf(recogniseMarkdown(markdown)).blocks.map(({ type, text }) => [type, text]);
}

/** Slow machines get their time, in milliseconds; what is quadratic takes minutes. */
const PATIENCE = 60_000;

describe('Markdown', { timeout: PATIENCE }, () => {
  test('gives the first heading as headline, and head lines with or without fences', () => {
    for (const head of [
      '# Bridge vote\n\n*date:*',
      '---\ntitle: "Bridge vote"\ndate: 2025-03-02\ntags: river\n---',
      'title: Bridge vote\ndate: 2 March 2025',
    ]) {
      const { fields, blocks } = articleOf(
        recogniseMarkdown(`${head}\n\nThe council voted. Nobody objected.`),
      );
      expect(fields.headline).toBe('Bridge vote');
      expect(blocks.at(-1)?.text).toBe('The council voted. Nobody objected.');
    }
  });

  test.each([
    [
      'headings below the headline',
      'Lead.\n\n# One\n\n### Three\n\nEnd.',
      [
        ['paragraph', 'Lead.'],
        ['heading', 'One'],
        ['heading', 'Three'],
        ['paragraph', 'End.'],
      ],
    ],
    [
      'lists, ordered and nested',
      '- a\n  - b\n- c\n\n3. x\n4. y',
      [
        ['listItem', 'a'],
        ['listItem', 'b'],
        ['listItem', 'c'],
        ['listItem', '3. x'],
        ['listItem', '4. y'],
      ],
    ],
    [
      'block quotes',
      'Lead.\n\n> one\n> two\n>\n> three',
      [
        ['paragraph', 'Lead.'],
        ['blockquote', 'one two'],
        ['blockquote', 'three'],
      ],
    ],
    [
      'hard breaks, which part blocks',
      'Lead.\n\none  \ntwo\\\nthree\nfour.',
      [
        ['paragraph', 'Lead.'],
        ['paragraph', 'one'],
        ['paragraph', 'two'],
        ['paragraph', 'three four.'],
      ],
    ],
    [
      'code, line by line',
      'Lead.\n\n```\na = 1\nb = 2\n```',
      [
        ['paragraph', 'Lead.'],
        ['paragraph', 'a = 1'],
        ['paragraph', 'b = 2'],
      ],
    ],
    [
      'HTML as its text',
      'Lead.\n\n<div onclick="x()">inside <b>bold</b></div>\n\nan <i>inline</i> tag.',
      [
        ['paragraph', 'Lead.'],
        ['paragraph', 'inside bold'],
        ['paragraph', 'an inline tag.'],
      ],
    ],
    [
      'a picture as its description',
      'Lead.\n\n![The old landing](https://a.example/x.jpg)',
      [
        ['paragraph', 'Lead.'],
        ['caption', 'The old landing'],
      ],
    ],
    [
      'a table row by row',
      'Lead.\n\n| Ship | Year |\n|---|---|\n| Ada | 1990 |',
      [
        ['paragraph', 'Lead.'],
        ['paragraph', 'Ship · Year'],
        ['paragraph', 'Ada · 1990'],
      ],
    ],
    [
      'a rule, which has no words',
      'Lead.\n\n***\n\nEnd.',
      [
        ['paragraph', 'Lead.'],
        ['paragraph', 'End.'],
      ],
    ],
  ])('%s', (_, markdown, blocks) => {
    expect(blocksOf(markdown)).toEqual(blocks);
  });

  test('keeps emphasis and links by their words', () => {
    const [block] = articleOf(
      recogniseMarkdown(
        'A 👩‍🚀 *soft*, **strong** and [linked **word**](https://a.example/) end, [by ref][r].\n\n[r]: mailto:a@b.example',
      ),
    ).blocks;
    expect(
      block?.marks.map(({ type, start, end, href }) => [type, block.text.slice(start, end), href]),
    ).toEqual([
      ['em', 'soft', undefined],
      ['strong', 'strong', undefined],
      ['strong', 'word', undefined],
      ['link', 'linked word', 'https://a.example/'],
      ['link', 'by ref', 'mailto:a@b.example'],
    ]);
  });

  test.each([
    'javascript:alert(1)',
    'JaVaScRiPt:alert(1)',
    'data:text/html,x',
    '/relative',
    'vbscript:x',
    'file:///etc',
    'http://',
    '//a.example',
  ])('keeps the words of a link to %s and not the link', (href) => {
    const draft = recogniseMarkdown(`See [the words](${href}) here.`);
    expect(articleOf(draft).blocks[0]).toEqual({ type: 'paragraph', text: 'See the words here.', marks: [] });
    expect(draft.notes).toHaveLength(1);
  });

  test.each([
    ['block quotes', '>'.repeat(100_000)],
    ['lists', '- '.repeat(100_000)],
    ['indented lists', Array.from({ length: 2000 }, (_, depth) => `${' '.repeat(2 * depth)}- x`).join('\n')],
  ])('refuses %s nested deeper than any article', (_, markdown) => {
    expect(() => recogniseMarkdown(`Lead.\n\n${markdown}x`)).toThrow(
      expect.objectContaining({
        code: 'invalid',
        message: expect.stringMatching(/^Line \d+ lies in more than/),
      }),
    );
  });

  test.each([
    ['open brackets', '['],
    ['pictures', '!['],
    ['empty links', '[a]('],
    ['brackets', '[a] '],
    ['emphasis', '*a '],
    ['mixed emphasis', '**a _b '],
    ['asterisks', '*'],
    ['backticks', '`a'],
    ['tags', '<a '],
    ['entities', '&a;'],
    ['definitions', '[a]: x\n'],
  ])('takes 100,000 %s in time', (_, sign) => {
    const words = `${sign.repeat(100_000)} end`;
    expect(blocksOf(`The lead.\n\n${words}`).length).toBeGreaterThan(0);
  });

  test('reads long Markdown in parts without losing links or lists at their edges', () => {
    const paragraph =
      'The [ferry][f] sailed at **dawn** and came back.\n\n- one\n\n- two\n\n```\ncode\n\nmore\n```';
    const draft = recogniseMarkdown(`${Array(600).fill(paragraph).join('\n\n')}\n\n[f]: https://a.example/`);
    const { blocks } = articleOf(draft);
    expect(blocks).toHaveLength(3000);
    expect(blocks.filter(({ marks }) => marks.some(({ type }) => type === 'link'))).toHaveLength(600);
    expect(blocks.filter(({ type }) => type === 'listItem')).toHaveLength(1200);
  });

  test('reads a long list without blank lines in parts, its numbers going on', () => {
    const items = Array.from({ length: 2000 }, (_, index) => `${index + 1}. the **${index + 1}th** item`);
    const { blocks } = articleOf(recogniseMarkdown(`The lead.\n\n${items.join('\n')}`));
    expect(blocks.at(-1)).toMatchObject({ type: 'listItem', text: '2000. the 2000th item' });
    expect(blocks.filter(({ marks }) => marks.length === 1)).toHaveLength(2000);
  });

  test('takes what comes after 40,000 signs as plain text, and says so', () => {
    const draft = recogniseMarkdown(`The lead.\n\n${'An *article* of words.\n\n'.repeat(25_000)}`);
    expect(articleOf(draft).blocks.at(-1)?.text).toBe('An *article* of words.');
    expect(draft.notes).toEqual([expect.stringMatching(/^Passages with too many Markdown signs/)]);
  });
});
