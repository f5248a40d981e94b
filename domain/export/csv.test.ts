import fc from 'fast-check';
import Papa from 'papaparse';
import { describe, expect, test } from 'vitest';
import { arbitraryDocument } from '@/domain/export/arbitrary-document';
import { csv } from '@/domain/export/csv';
import type { ExportDocument } from '@/domain/export/document';
import { sampleDocument } from '@/domain/export/sample-document';

function read(document: ExportDocument): Record<string, string>[] {
  const written = [...csv.write(document)].join('');
  expect(written.startsWith('\uFEFF')).toBe(true);
  const table = Papa.parse<Record<string, string>>(written.slice(1), {
    header: true,
    skipEmptyLines: true,
    newline: '\r\n',
  });
  expect(table.errors).toEqual([]);
  return table.data;
}

test('offsets are UTF-16 code units and select exactly the stored words', () => {
  fc.assert(
    fc.property(arbitraryDocument, (document) => {
      const { text } = document.article.revision;
      const rows = read(document);
      expect(rows).toHaveLength(document.annotations.length);
      for (const [index, row] of rows.entries()) {
        const starts = row['start']?.split(' | ').map(Number) ?? [];
        const ends = row['end']?.split(' | ').map(Number) ?? [];
        const selected = starts.map((start, place) => text.slice(start, ends[place]));
        expect(selected).toEqual(document.annotations[index]?.spans.map((span) => span.exact));
        const words = selected.join(' | ');
        expect(row['words']).toBe(/^[=+\-@\t\n＝＋－＠]/.test(words) ? `'${words}` : words);
      }
    }),
  );
});

test('no cell begins with what a spreadsheet would compute', () => {
  fc.assert(
    fc.property(arbitraryDocument, (document) => {
      for (const row of read(document)) {
        for (const cell of Object.values(row)) expect(cell).not.toMatch(/^[=+\-@\t\r\n＝＋－＠]/);
      }
    }),
  );
});

describe('the sample article', () => {
  const rows = read(sampleDocument('all'));

  test('has the words and the sentence of each mark', () => {
    expect(rows[3]).toMatchObject({
      kind: 'quote',
      status: 'approved',
      words: 'We have seen this before | and we shall rebuild 🏠.',
      speaker: 'Amal Haddad',
      'speaker role': 'resident',
    });
  });

  test('has details in the words of the screen', () => {
    expect(rows[0]).toMatchObject({
      rating: 'mostly true',
      evidence:
        'Gauge 4 "Old Bridge" <https://river.example/levels?gauge=4&from=2025-03-01> (2025-03-02) | https://weather.example/',
      labels: 'water level | </script><b>',
    });
  });

  test('says which marks got an apostrophe', () => {
    expect(csv.losses(sampleDocument('approved'))).toContainEqual({
      annotationId: '0195a1b2-0000-7000-8000-000000000105',
      message: 'An apostrophe is put before what a spreadsheet would take for a formula.',
    });
  });
});
