import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { isRefusal } from '@/domain/refusal';
import { Block, textOf } from '@/domain/revision';
import { agencyExample } from './agency-example';
import { again, articleOf, type Draft, type RecognitionKind, without } from './draft';
import { recognise, recogniseMarkdown } from './recognise';

/** The words of a text: what no undoing may lose. */
function words(text: string): string[] {
  return text.match(/[\p{L}\p{M}\p{N}]+/gu) ?? [];
}

function kindsOf(draft: Draft): RecognitionKind[] {
  return draft.recognitions.map(({ kind }) => kind);
}

function withoutAll(draft: Draft): Draft {
  return draft.recognitions.reduce((left, { id }) => without(left, id), draft);
}

function withoutKind(draft: Draft, kind: RecognitionKind): Draft {
  return draft.recognitions
    .filter((recognition) => recognition.kind === kind)
    .reduce((left, { id }) => without(left, id), draft);
}

describe('an agency report', () => {
  const draft = recognise(agencyExample);
  const { fields, blocks } = articleOf(draft);

  test('gives its date, a headline from its lead, and its language', () => {
    expect(fields).toEqual({
      publishedOn: '2024-11-10',
      headline: 'Harbour Minister Ada Lindqvist asked the parliament for a second ferry, or a loan',
      language: 'en',
    });
  });

  test('has its caption with the credit apart from the lead, and its crosshead', () => {
    expect(blocks.map(({ type, level, text }) => [type, level, text.slice(0, 24), text.slice(-14)])).toEqual([
      ['paragraph', undefined, 'Harbour Minister Ada Lin', ' old landing.'.padStart(14, 'e')],
      ['caption', undefined, "The port's chief enginee", 'the quay. (AP)'],
      ['paragraph', undefined, 'Lindqvist has argued for', 'ice on Friday.'],
      ['paragraph', undefined, `"I've said it before ...`, 'd Radio Vessel.'.slice(1)],
      ['paragraph', undefined, '“The islands will not wa', ',” Okafor said.'.slice(1)],
      ['heading', 2, 'Quarrel over the old lan', 'he old landing'],
      ['paragraph', undefined, 'In the parliament on Thu', 's cost—twice.'.padStart(14, 't')],
    ]);
  });

  test('reads as it came when everything is undone', () => {
    const undone = articleOf(withoutAll(draft));
    expect(undone.fields).toEqual({});
    expect(textOf(undone.blocks)).toBe(agencyExample.trim().replaceAll('\n\n', '\n'));
    expect(undone.blocks.every(({ type }) => type === 'paragraph')).toBe(true);
  });

  test.each([
    ['date', 'date 2024-11-10 Harbour Minister', undefined],
    ['caption', 'Harbour Minister', '2024-11-10'],
  ] as const)('without its %s keeps the words', (kind, beginning, publishedOn) => {
    const article = articleOf(withoutKind(draft, kind));
    expect(article.blocks[0]?.text.startsWith(beginning)).toBe(true);
    expect(article.fields.publishedOn).toBe(publishedOn);
    expect(article.blocks[0]?.text.includes('look on at the quay')).toBe(kind === 'caption');
  });
});

describe('what is recognised in plain text', () => {
  const lead = 'The council voted for the bridge after a long night. Nobody objected.';
  test.each<[string, string, Partial<ReturnType<typeof articleOf>['fields']>, string]>([
    [
      'a headline line',
      `Council votes for the bridge\n\n${lead}`,
      { headline: 'Council votes for the bridge' },
      lead,
    ],
    ['a question as headline', `Will it hold?\n\n${lead}`, { headline: 'Will it hold?' }, lead],
    [
      'a byline',
      `Bridge vote\nBy Jane Q. Doe and Max Roe\n\n${lead}`,
      { byline: 'Jane Q. Doe and Max Roe' },
      lead,
    ],
    ['a date line', `Bridge vote\n\nSunday, 2 March 2025\n\n${lead}`, { publishedOn: '2025-03-02' }, lead],
    ['an American date line', `Bridge vote\n\nMarch 2, 2025\n\n${lead}`, { publishedOn: '2025-03-02' }, lead],
    ['a labelled date', `Bridge vote\nDate: 2025-03-02\n\n${lead}`, { publishedOn: '2025-03-02' }, lead],
    ['a bare ISO date before the lead', `2025-03-02 ${lead}`, { publishedOn: '2025-03-02' }, lead],
    [
      'labelled lines',
      `Title: Vote\nSource: dpa\nURL: https://a.example/x\n\n${lead}`,
      { headline: 'Vote', source: 'dpa', sourceUrl: 'https://a.example/x' },
      lead,
    ],
    ['an agency line', `Bridge vote\n\n(Reuters)\n\n${lead}`, { source: 'Reuters' }, lead],
    [
      'a dateline, which stays',
      `OSLO (AP) — ${lead}`,
      { source: 'AP', headline: 'The council voted for the bridge after a long night' },
      `OSLO (AP) — ${lead}`,
    ],
    [
      'a dateline with a day',
      `OSLO, March 2, 2025 (Reuters) - ${lead}`,
      { source: 'Reuters', publishedOn: '2025-03-02' },
      `OSLO, March 2, 2025 (Reuters) - ${lead}`,
    ],
  ])('%s', (_, source, fields, first) => {
    const article = articleOf(recognise(source));
    expect(article.fields).toMatchObject(fields);
    expect(article.blocks[0]?.text).toBe(first);
  });

  test.each([
    ['an ambiguous date', `03/02/2025 ${lead}`, '03/02/2025'],
    ['a day that does not exist', `date 2025-02-30 ${lead}`, 'date 2025-02-30'],
    ['a worded date that begins a sentence', `2 March 2025 was cold. ${lead}`, '2 March 2025 was cold.'],
    ['a sentence that begins with By', `By Friday the river had risen.\n\n${lead}`, 'By Friday'],
    [
      'an agency that signs a lead of one sentence',
      'The council voted for the bridge. (AP)\n\nMore.',
      'The council voted for the bridge. (AP)',
    ],
  ])('not %s', (_, source, beginning) => {
    const article = articleOf(recognise(source));
    expect(article.fields.publishedOn).toBeUndefined();
    expect(article.fields.byline).toBeUndefined();
    expect(article.blocks[0]?.text.startsWith(beginning)).toBe(true);
    expect(article.blocks[0]?.type).toBe('paragraph');
  });

  test.each<[string, string, [string, string][]]>([
    [
      'wrapped lines',
      'The council voted for\nthe bridge and went\nhome after midnight.\n\nNobody objected.',
      [
        ['paragraph', 'The council voted for the bridge and went home after midnight.'],
        ['paragraph', 'Nobody objected.'],
      ],
    ],
    [
      'one line a paragraph',
      `${lead}\n${lead.repeat(3)}\n${lead}`,
      [
        ['paragraph', lead],
        ['paragraph', lead.repeat(3)],
        ['paragraph', lead],
      ],
    ],
    [
      'a list',
      `${lead}\n\n- one boat\n* two boats\n• three boats`,
      [
        ['paragraph', lead],
        ['listItem', 'one boat'],
        ['listItem', 'two boats'],
        ['listItem', 'three boats'],
      ],
    ],
    [
      'a block quote',
      `${lead}\n\n> We shall see\n> what the\n> river does.\n\nEnd of it.`,
      [
        ['paragraph', lead],
        ['blockquote', 'We shall see what the river does.'],
        ['paragraph', 'End of it.'],
      ],
    ],
    [
      'asterisks that part sections',
      `${lead}\n\n* * *\n\n${lead}`,
      [
        ['paragraph', lead],
        ['paragraph', '* * *'],
        ['paragraph', lead],
      ],
    ],
    [
      'a crosshead',
      `${lead}\n\nThe morning after\n\n${lead}`,
      [
        ['paragraph', lead],
        ['heading', 'The morning after'],
        ['paragraph', lead],
      ],
    ],
    [
      'an Arabic crosshead',
      `${lead}\n\nصباح اليوم التالي\n\n${lead}`,
      [
        ['paragraph', lead],
        ['heading', 'صباح اليوم التالي'],
        ['paragraph', lead],
      ],
    ],
    [
      'a short last line, which is no crosshead',
      `${lead}\n\nThe end`,
      [
        ['paragraph', lead],
        ['paragraph', 'The end'],
      ],
    ],
  ])('%s', (_, source, blocks) => {
    expect(articleOf(recognise(source)).blocks.map(({ type, text }) => [type, text])).toEqual(blocks);
  });

  test('keeps quotation marks as they are', () => {
    const quotes = `"straight" 'single' “curly” ‘curly’ «guillemets» „low“`;
    expect(articleOf(recognise(`${quotes} were said.`)).blocks[0]?.text).toBe(`${quotes} were said.`);
  });

  test.each([
    ['', 'invalid'],
    [' \n\t\u200B\n', 'invalid'],
    ['\u0001\u0002\u0003\u0004PNG\u0005\u0006\u0007\u0008\u0001\u0002\uFFFD\uFFFD', 'unsupported-type'],
  ] as const)('refuses what is no text: %j', (source, code) => {
    expect(() => recognise(source)).toThrow(expect.objectContaining({ code }));
  });
});

/** Sources from parts that the recognisers look for, in any order and mixture. */
const part = fc.oneof(
  fc.constantFrom(
    'date 2025-03-02',
    'Date: 2 March 2025',
    '2025-03-02 The ferry sailed.',
    'By Ada Lindqvist',
    'LONDON (AP) — The ferry sailed.',
    'Source: dpa',
    'https://example.test/story',
    'The ferry sailed. A man, left, waves.(AP)',
    'The ferry sailed. “We wave!” A man waves. (AFP/Name)',
    'A short line',
    '- one thing',
    '> a quoted line',
    '* * *',
    '---',
    'title: Something else',
    '👩‍👩‍👧 family 🇺🇦 é e\u0301 \u202Eabc\u202C',
    'قال الوزير “نعم” للصحفيين',
    'x'.repeat(130),
  ),
  fc.string({ maxLength: 40 }),
  fc
    .array(fc.integer({ min: 0, max: 0xffff }), { maxLength: 20 })
    .map((units) => String.fromCharCode(...units)),
  fc.lorem({ maxCount: 12 }),
);
const source = fc
  .array(fc.tuple(part, fc.constantFrom('\n', '\n\n', '\r\n', ' ', '\n \n')), { minLength: 1, maxLength: 14 })
  .map((parts) => parts.map((pair) => pair.join('')).join(''));

describe.each([
  ['plain text', recognise],
  ['Markdown', recogniseMarkdown],
] as const)('laws of %s', (format, read) => {
  const draft = source.map((text) => {
    try {
      return { text, draft: read(text) };
    } catch (error) {
      if (isRefusal(error)) return undefined;
      throw error;
    }
  });

  test('no word is lost, whatever is undone', () => {
    fc.assert(
      fc.property(draft, fc.infiniteStream(fc.boolean()), (made, coins) => {
        if (made === undefined) return;
        let left = made.draft;
        for (const { id } of made.draft.recognitions) {
          if (coins.next().value === true) left = without(left, id);
        }
        const taken = new Set(
          left.recognitions.filter(({ id }) => !left.undone.has(id)).flatMap(({ takes }) => takes),
        );
        const kept = [
          ...left.pieces.filter(({ key }) => taken.has(key)).flatMap(({ text }) => words(text)),
          ...words(textOf(articleOf(left).blocks)),
        ];
        const all = left.pieces.flatMap(({ text }) => words(text));
        expect(kept.sort()).toEqual(all.sort());
        if (format === 'plain text') {
          const normal = made.text.toWellFormed().replaceAll('\0', '').normalize('NFC');
          expect(all.join('').split('').sort()).toEqual(words(normal).join('').split('').sort());
        }
      }),
    );
  });

  test('undone and done again is as it was', () => {
    fc.assert(
      fc.property(draft, (made) => {
        if (made === undefined) return;
        const back = made.draft.recognitions.reduce(
          (left, { id }) => again(left, id),
          withoutAll(made.draft),
        );
        expect(articleOf(back)).toEqual(articleOf(made.draft));
      }),
    );
  });

  test('blocks fit their shape, hold no line feed and no marks outside', () => {
    fc.assert(
      fc.property(draft, (made) => {
        if (made === undefined) return;
        for (const each of [made.draft, withoutAll(made.draft)]) {
          for (const block of articleOf(each).blocks) {
            expect(Block.safeParse(block).error).toBeUndefined();
            expect(block.text).toBe(block.text.normalize('NFC').trim());
            expect(/[\n\u2028\u2029]/.test(block.text)).toBe(false);
          }
        }
      }),
    );
  });

  test('ids and keys are unique', () => {
    fc.assert(
      fc.property(draft, (made) => {
        if (made === undefined) return;
        const ids = made.draft.recognitions.map(({ id }) => id);
        expect(new Set(ids).size).toBe(ids.length);
        const keys = made.draft.pieces.map(({ key }) => key);
        expect(keys).toEqual([...new Set(keys)].sort((a, b) => a - b));
      }),
    );
  });
});

/** Words with the signs of Markdown around them, in blocks of every kind. */
const markdownBlock = fc
  .tuple(
    fc.constantFrom('', '# ', '### ', '> ', '- ', '2. ', '> - ', '    '),
    fc.array(fc.tuple(fc.lorem({ maxCount: 3 }), fc.constantFrom('', '*', '**', '`', '_')), {
      minLength: 1,
      maxLength: 4,
    }),
  )
  .map(([sign, runs]) => sign + runs.map(([run, mark]) => `${mark}${run}${mark}`).join(' '));

describe('with everything undone the words stand in their order', () => {
  test('of plain text', () => {
    fc.assert(
      fc.property(source, (text) => {
        const normal = text.toWellFormed().replaceAll('\0', '').normalize('NFC');
        let draft: Draft;
        try {
          draft = recognise(text);
        } catch (error) {
          if (isRefusal(error)) return;
          throw error;
        }
        expect(words(textOf(articleOf(withoutAll(draft)).blocks)).join('')).toBe(words(normal).join(''));
      }),
    );
  });

  test('of Markdown', () => {
    fc.assert(
      fc.property(fc.array(markdownBlock, { minLength: 1, maxLength: 8 }), (blocks) => {
        const markdown = `Lead.\n\n${blocks.join('\n\n')}`;
        const letters = (text: string) => (text.match(/\p{L}+/gu) ?? []).join('');
        expect(letters(textOf(articleOf(withoutAll(recogniseMarkdown(markdown))).blocks))).toBe(
          letters(markdown),
        );
      }),
    );
  });
});

test('what is recognised is listed in one order: the head, the opening, the language, the body', () => {
  expect(kindsOf(recognise(agencyExample))).toEqual([
    'date',
    'caption',
    'credit',
    'headline',
    'language',
    'crosshead',
  ]);
});
