import { describe, expect, test } from 'vitest';
import { decodeText, LARGEST_SOURCE, readFile } from './read-file';

const words = 'Añejo “naïve” 🚢';

function utf16(text: string, littleEndian: boolean): Uint8Array {
  const view = new DataView(new ArrayBuffer(2 + text.length * 2));
  view.setUint16(0, 0xfeff, littleEndian);
  for (let unit = 0; unit < text.length; unit += 1)
    view.setUint16(2 + unit * 2, text.charCodeAt(unit), littleEndian);
  return new Uint8Array(view.buffer);
}

describe('the encoding of a file', () => {
  test.each([
    ['UTF-8', new TextEncoder().encode(words), words],
    ['UTF-8', new TextEncoder().encode(`\uFEFF${words}`), words],
    ['UTF-16', utf16(words, true), words],
    ['UTF-16', utf16(words, false), words],
    ['Windows-1252, because it is not UTF-8', Uint8Array.of(0x93, 0x63, 0x61, 0x66, 0xe9, 0x94), '“café”'],
  ])('%s', (encoding, bytes, text) => {
    expect(decodeText(bytes, 'story.txt')).toEqual({ text, encoding });
  });
});

test.each([
  [
    'a name that is neither',
    'story.docx',
    [1, 2],
    'unsupported-type',
    /^story\.docx is no \.txt or \.md file/,
  ],
  ['nothing in it', 'story.txt', [], 'invalid', /^story\.txt is empty/],
  ['bytes of a picture', 'story.txt', [0x89, 0x50, 0x4e, 0x47, 0, 0, 0, 13], 'unsupported-type', /not text/],
] as const)('a file with %s is refused', async (_, name, bytes, code, message) => {
  const file = new File([Uint8Array.from(bytes)], name);
  await expect(readFile(file)).rejects.toMatchObject({ code, message: expect.stringMatching(message) });
});

test('a file over the limit is refused before it is read', async () => {
  const file = new File([new Uint8Array(LARGEST_SOURCE + 1)], 'long.md');
  await expect(readFile(file)).rejects.toMatchObject({
    code: 'too-large',
    message: expect.stringMatching(/^long\.md is 8\.0 MB/),
  });
});

test.each([
  ['story.md', 'markdown'],
  ['STORY.TXT', 'text'],
  ['a.b.markdown', 'markdown'],
])('%s is read as %s', async (name, format) => {
  expect((await readFile(new File(['words'], name))).format).toBe(format);
});
