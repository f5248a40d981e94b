import { expect, test } from 'vitest';
import { filesOfFile, filesOfPage } from './files-of';

test('a page needs what its elements load, not what its article says', () => {
  const html = `<link rel="stylesheet" href="/_next/static/chunks/a.css" nonce="1"/><link rel="preload" href="/_next/static/media/serif.woff2" as="font"/>
    <script src="/_next/static/chunks/0c-z1~_.js" async=""></script><script>self.push("src=\\"/_next/static/chunks/no.js\\"")</script>
    <p>Read /_next/static/chunks/not.js and src=&quot;/_next/static/chunks/neither.js&quot;.</p><img src="/photo.js"/>`;
  expect(filesOfPage(html)).toEqual([
    '/_next/static/chunks/a.css',
    '/_next/static/media/serif.woff2',
    '/_next/static/chunks/0c-z1~_.js',
  ]);
});

test.each([
  {
    name: 'a script',
    text: 'Promise.all(["static/chunks/form.js","static/chunks/form.css"])',
    needs: ['chunks/form.js', 'chunks/form.css'],
  },
  {
    name: 'a style sheet',
    text: '@font-face{src:url(../media/inter-latin.woff2)format("woff2")}',
    needs: ['media/inter-latin.woff2'],
  },
  { name: 'one file twice', text: 'static/chunks/a.js static/chunks/a.js', needs: ['chunks/a.js'] },
  { name: 'nothing', text: 'ecstatic/chunks/a.js static/a.js', needs: [] },
])('$name names $needs', ({ text, needs }) => {
  expect(filesOfFile(text)).toEqual(needs.map((name) => `/_next/static/${name}`));
});
