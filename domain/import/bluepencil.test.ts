import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { arbitraryDocument } from '@/domain/export/arbitrary-document';
import { bluepencil } from '@/domain/export/bluepencil';
import { sampleDocument } from '@/domain/export/sample-document';
import { parseBluepencil } from '@/domain/import/bluepencil';
import type { RefusalCode } from '@/domain/refusal';

test('what is written is read back equal: article, text, marks and decisions', () => {
  fc.assert(
    fc.property(arbitraryDocument, (document) => {
      const { article, scope, annotations, reviews } = parseBluepencil(
        [...bluepencil.write(document)].join(''),
      );
      expect({ ...document, article, scope, annotations, reviews }).toStrictEqual(document);
    }),
  );
});

test('what is read back is written the same, byte for byte', () => {
  const document = sampleDocument('all');
  const written = [...bluepencil.write(document)].join('');
  const { article, scope, annotations, reviews } = parseBluepencil(written);
  expect([...bluepencil.write({ ...document, article, scope, annotations, reviews })].join('')).toBe(written);
});

const whole = [...bluepencil.write(sampleDocument('all'))].join('');
const beforeMarks = whole.slice(0, whole.indexOf('"annotations"'));
const marks = whole.slice(beforeMarks.length);

describe('refuses', () => {
  const cases: { what: string; json: string; code: RefusalCode; says: string }[] = [
    { what: 'what is not JSON', json: '{"format":', code: 'malformed', says: 'is not JSON' },
    { what: 'another format', json: '{"a": 1}', code: 'unsupported-type', says: 'not a Bluepencil file' },
    {
      what: 'a newer version',
      json: whole.replace('"version": 1', '"version": 2'),
      code: 'unsupported-type',
      says: 'has version 2',
    },
    {
      what: 'a text that is not the hashed one',
      json: whole.replaceAll('The river Lenn', 'The rival Lenn'),
      code: 'invalid',
      says: 'revision.sha256 is not the hash of the text',
    },
    {
      what: 'offsets in another unit',
      json: whole.replace('"unit": "utf-16"', '"unit": "utf-8"'),
      code: 'invalid',
      says: 'offsets.unit',
    },
    {
      what: 'a mark that points at other words',
      json: `${beforeMarks}${marks.replace('"exact": "The river', '"exact": "A river')}`,
      code: 'invalid',
      says: 'annotations.0.spans.0.exact is not what stands there',
    },
    {
      what: 'a missing field',
      json: whole.replace('"headline"', '"headlyne"'),
      code: 'invalid',
      says: 'article.headline',
    },
    {
      what: 'an address that runs script',
      json: whole.replace('https://courier.example/high-water?a=1&b=2', 'javascript:alert(1)'),
      code: 'invalid',
      says: 'article.sourceUrl is not a web address',
    },
  ];
  test.each(cases)('$what', ({ json, code, says }) => {
    expect(() => parseBluepencil(json)).toThrow(
      expect.objectContaining({ code, message: expect.stringContaining(says) }),
    );
  });
});
