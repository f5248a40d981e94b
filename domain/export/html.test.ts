import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { arbitraryDocument } from '@/domain/export/arbitrary-document';
import type { ExportDocument } from '@/domain/export/document';
import { html } from '@/domain/export/html';
import { sampleDocument } from '@/domain/export/sample-document';
import { webAnnotation } from '@/domain/export/web-annotation';

const entities: Readonly<Record<string, string>> = {
  '&amp;': '&',
  '&lt;': '<',
  '&gt;': '>',
  '&quot;': '"',
  '&#39;': "'",
};

interface ReadPage {
  /** The text of each block of the article, in order. */
  readonly blocks: string[];
  /** The words under each mark, by its id, block by block without the line feed between. */
  readonly words: Map<string, string>;
  readonly jsonLd: string;
}

/** A strict reader: every tag must close where it should, and nothing may stand where an element cannot. */
function read(document: ExportDocument): ReadPage {
  const page = [...html.write(document)].join('');
  const open: { name: string; annotation: string | undefined }[] = [];
  const blocks: string[] = [];
  const words = new Map<string, string>();
  let jsonLd = '';
  const rest = page.replace(/<(style|script)([^>]*)>([\s\S]*?)<\/\1>/g, (_, name, attributes, content) => {
    if (name === 'script') {
      expect(attributes).toBe(' type="application/ld+json"');
      jsonLd += content;
    }
    return '';
  });
  for (const [token] of rest.matchAll(/<[^>]*>|[^<]+/g)) {
    const tag = /^<(\/?)([a-z0-9!]+)([^>]*)>$/.exec(token);
    if (tag !== null) {
      const [, slash, name = '', attributes = ''] = tag;
      expect(attributes).not.toMatch(/\son\w+=|style=/);
      if (slash === '/') expect(open.pop()?.name).toBe(name);
      else if (!['meta', '!doctype'].includes(name)) {
        if (name === 'a') expect(open.map((element) => element.name)).not.toContain('a');
        const isBlock =
          open.some((element) => element.name === 'article') &&
          attributes.includes('dir="') &&
          name !== 'h1' &&
          name !== 'ul' &&
          name !== 'div';
        if (isBlock) blocks.push('');
        open.push({ name, annotation: /data-annotation="([^"]*)"/.exec(attributes)?.[1] });
      }
      continue;
    }
    expect(token).not.toMatch(/[<>"']/);
    const text = token.replace(/&\w+;|&#39;/g, (entity) => entities[entity] ?? entity);
    const inBlock =
      open.some((element) => ['article'].includes(element.name)) &&
      !open.some((element) => ['header', 'div'].includes(element.name));
    if (inBlock && !/^\n$/.test(text)) blocks[blocks.length - 1] += text;
    for (const { annotation } of open) {
      if (annotation !== undefined) words.set(annotation, (words.get(annotation) ?? '') + text);
    }
  }
  expect(open).toEqual([]);
  return { blocks, words, jsonLd };
}

test('marks nest correctly, and lie on exactly the stored words', () => {
  fc.assert(
    fc.property(arbitraryDocument, (document) => {
      const { words, blocks } = read(document);
      expect(blocks).toEqual(document.article.revision.blocks.map((block) => block.text));
      for (const annotation of document.annotations) {
        const stored = annotation.spans
          .map((span) => span.exact)
          .join('')
          .replaceAll('\n', '');
        expect(words.get(annotation.id) ?? '').toBe(stored);
      }
    }),
  );
});

test('carries the Web Annotation export unchanged', () => {
  fc.assert(
    fc.property(arbitraryDocument, (document) => {
      const { jsonLd } = read(document);
      expect(jsonLd).not.toMatch(/[<>]/);
      expect(JSON.parse(jsonLd)).toEqual(JSON.parse([...webAnnotation.write(document)].join('')));
    }),
  );
});

describe('the sample article', () => {
  const page = [...html.write(sampleDocument('all'))].join('');

  test('refers from every span to its entry, and back', () => {
    const references = [...page.matchAll(/href="#note-(\d)"/g)].map(([, number]) => number);
    expect(references.sort()).toEqual(['1', '2', '3', '4', '4', '5', '6', '7', '8', '9']);
    for (let number = 1; number <= 9; number += 1) {
      expect(page).toContain(`id="note-${number}"`);
      expect(page.split(` id="mark-${number}"`)).toHaveLength(2);
    }
  });

  test('says which links overlap, of which one cannot be drawn', () => {
    const document = sampleDocument('approved');
    const { article } = document;
    const links = [0, 2].map((start) => ({
      type: 'link' as const,
      start,
      end: start + 5,
      href: 'https://a.example/',
    }));
    const blocks = article.revision.blocks.map((block) => ({ ...block, marks: links }));
    const overlapping = { ...document, article: { ...article, revision: { ...article.revision, blocks } } };
    expect(html.losses(document)).toEqual([]);
    expect(html.losses(overlapping)).toEqual([
      { message: 'Where links overlap, only the first of them is kept.' },
    ]);
  });

  test('puts no number between a letter and its accent', () => {
    expect(page).not.toMatch(/<\/a>\u0301/);
    expect(page).toContain('</mark>\u0301<a class="ref" href="#note-3"');
  });

  test('says which way its words run', () => {
    const hebrew = {
      ...sampleDocument('all'),
      article: { ...sampleDocument('all').article, language: 'he' },
    };
    expect([...html.write(hebrew)].join('')).toContain('<article lang="he" dir="rtl">');
  });
});
