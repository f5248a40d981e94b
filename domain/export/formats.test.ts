import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { arbitraryDocument } from '@/domain/export/arbitrary-document';
import { formatsInOrder, formatWriters } from '@/domain/export/formats';
import { sampleDocument } from '@/domain/export/sample-document';

describe.each(formatsInOrder)('$id', (format) => {
  test('stands in the list under its own id', () => {
    expect(formatWriters[format.id]).toBe(format);
  });

  test('writes the sample article as its golden file shows', async () => {
    const written = [...format.write(sampleDocument('all'))].join('');
    await expect(written).toMatchFileSnapshot(`./golden/all.${format.extension}`);
  });

  test('writes the sample article with its approved marks as its golden file shows', async () => {
    const written = [...format.write(sampleDocument('approved'))].join('');
    await expect(written).toMatchFileSnapshot(`./golden/approved.${format.extension}`);
  });

  test('writes the same bytes for the same state', () => {
    fc.assert(
      fc.property(arbitraryDocument, (document) => {
        const copy = structuredClone(document);
        expect([...format.write(copy)].join('')).toBe([...format.write(document)].join(''));
      }),
    );
  });

  test('writes an article without marks', () => {
    const document = { ...sampleDocument('approved'), annotations: [], reviews: [] };
    expect([...format.write(document)].join('')).not.toBe('');
  });

  test('writes in pieces, none of which holds many marks', () => {
    const document = sampleDocument('all');
    const annotation = document.annotations.find(({ kind }) => kind === 'event');
    if (annotation === undefined) throw new Error('the sample has an event');
    const [review] = document.reviews;
    if (review === undefined) throw new Error('the sample has a review');
    const many = {
      ...document,
      annotations: Array.from({ length: 2000 }, () => annotation),
      reviews: Array.from({ length: 2000 }, () => review),
    };
    const longest = Math.max(...Array.from(format.write(many), (piece) => piece.length));
    expect(longest).toBeLessThan(100_000);
  });
});
