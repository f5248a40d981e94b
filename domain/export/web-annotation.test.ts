import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { arbitraryDocument } from '@/domain/export/arbitrary-document';
import type { ExportDocument } from '@/domain/export/document';
import { sampleDocument } from '@/domain/export/sample-document';
import { webAnnotation } from '@/domain/export/web-annotation';

const Target = z.object({
  source: z.url(),
  selector: z.tuple([
    z.object({
      type: z.literal('TextQuoteSelector'),
      exact: z.string(),
      prefix: z.string(),
      suffix: z.string(),
    }),
    z.object({ type: z.literal('TextPositionSelector'), start: z.int(), end: z.int() }),
  ]),
  state: z.object({ sourceDate: z.iso.datetime(), cached: z.string() }),
});
const Body = z.object({ purpose: z.string(), value: z.string(), format: z.string() });
const Item = z.object({
  id: z.url(),
  motivation: z.string(),
  body: z.array(Body),
  target: z.union([z.url(), Target, z.array(Target)]),
});
const Collection = z.object({
  id: z.url(),
  label: z.string(),
  modified: z.iso.datetime(),
  total: z.int(),
  last: z.url(),
  first: z.object({
    id: z.url(),
    partOf: z.object({ id: z.url(), label: z.string(), total: z.int() }),
    items: z.array(Item),
  }),
});

function read(document: ExportDocument) {
  return Collection.parse(JSON.parse([...webAnnotation.write(document)].join('')));
}

test('positions are code points and select exactly the stored words', () => {
  fc.assert(
    fc.property(arbitraryDocument, (document) => {
      const codePoints = [...document.article.revision.text];
      const marks = read(document).first.items.filter(({ motivation }) => motivation === 'classifying');
      expect(marks).toHaveLength(document.annotations.length);
      for (const [index, { target }] of marks.entries()) {
        const targets = z.array(Target).parse(Array.isArray(target) ? target : [target]);
        const selected = targets.map(({ selector: [quote, position] }) => {
          const words = codePoints.slice(position.start, position.end).join('');
          expect(quote.exact).toBe(words);
          return words;
        });
        expect(selected).toEqual(document.annotations[index]?.spans.map((span) => span.exact));
      }
    }),
  );
});

describe('the sample article', () => {
  const collection = read(sampleDocument('all'));
  const items = collection.first.items;

  test('is counted: marks and the decisions that stand', () => {
    expect(collection.total).toBe(items.length);
    expect(collection.first.partOf).toMatchObject({
      id: collection.id,
      label: collection.label,
      total: items.length,
    });
    expect(collection.last).toBe(collection.first.id);
    expect(items.map(({ motivation }) => motivation).sort()).toEqual([
      ...Array.from({ length: 9 }, () => 'classifying'),
      ...Array.from({ length: 8 }, () => 'moderating'),
    ]);
  });

  test('has a body for kind, claimant, details, labels and note', () => {
    expect(items[0]?.body).toMatchObject([
      { purpose: 'classifying', value: 'claim' },
      { purpose: 'identifying', value: 'the mayor' },
      { purpose: 'describing', format: 'application/json' },
      { purpose: 'tagging', value: 'water level' },
      { purpose: 'tagging', value: '</script><b>' },
      { purpose: 'commenting', value: 'Checked by phone & e-mail.' },
    ]);
    expect(JSON.parse(items[0]?.body[2]?.value ?? '')).toEqual(sampleDocument('all').annotations[0]?.details);
  });

  test('has decisions as annotations of annotations, with reason and note', () => {
    const decision = items.find(({ body }) => body[0]?.value === 'reject');
    expect(decision?.target).toBe(
      'https://desk.example/api/annotations/0195a1b2-0000-7000-8000-000000000106',
    );
    expect(decision?.body).toMatchObject([
      { purpose: 'moderating', value: 'reject' },
      { purpose: 'tagging', value: 'wrong-span' },
      { purpose: 'commenting' },
    ]);
  });

  test('names every thing by an address of its own', () => {
    const ids = items.map(({ id }) => id);
    expect(new Set(ids).size).toBe(ids.length);
  });

  test('is dated by its newest change, not by the clock', () => {
    expect(collection.modified).toBe('2025-03-02T10:00:00.000Z');
  });
});

test('a decision that a later change has re-opened does not count', () => {
  const document = sampleDocument('approved');
  const reopened = {
    ...document,
    annotations: document.annotations.map((annotation) => ({ ...annotation, status: 'pending' as const })),
  };
  expect(read(reopened).first.items.every(({ motivation }) => motivation === 'classifying')).toBe(true);
  expect(webAnnotation.losses(reopened).map(({ message }) => message)).toContain(
    'Decisions that no longer count stay behind; only those that stand go along.',
  );
});
