import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  codePointOffsets,
  codeUnitOffsets,
  cutsSurrogatePair,
  filledString,
  normalisedOffsets,
  normaliseText,
  plainString,
} from '@/domain/text';

const anyText = fc.string({ unit: 'binary', maxLength: 60 });

describe('normaliseText', () => {
  const cases: [name: string, text: string, expected: string][] = [
    ['makes CRLF and CR line feeds', 'a\r\nb\rc', 'a\nb\nc'],
    ['takes NUL away', 'a\0b', 'ab'],
    ['replaces a lone surrogate', 'a\ud83db', 'a\ufffdb'],
    ['keeps a pair', '😀', '😀'],
    ['composes', 'e\u0301', 'é'],
    ['keeps joiners of an emoji family', '👩‍👩‍👧', '👩‍👩‍👧'],
  ];
  it.each(cases)('%s', (_, text, expected) => {
    expect(normaliseText(text)).toBe(expected);
  });

  it('changes nothing the second time', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        const once = normaliseText(text);
        expect(normaliseText(once)).toBe(once);
      }),
    );
  });

  it('leaves nothing that a later edge would have to mend', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: fc.integer({ min: 0, max: 0xffff }).map((unit) => String.fromCharCode(unit)) }),
        (text) => {
          const normal = normaliseText(text);
          expect(normal.isWellFormed()).toBe(true);
          expect(normal).not.toMatch(/[\r\0]/);
        },
      ),
    );
  });
});

describe('normalisedOffsets', () => {
  it('agrees with normalising everything before each offset', () => {
    const piece = fc.constantFrom(
      'a',
      'e\u0301',
      '\u0301',
      ' ',
      '\r\n',
      '\0',
      '😀',
      '한',
      '\u1112\u1161',
      '中',
      'word '.repeat(60),
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 30 }), (pieces) => {
        const text = pieces.join('');
        const normalised = normalisedOffsets(text);
        for (let offset = 0; offset <= text.length; offset += 1) {
          expect(normalised(offset)).toBe(normaliseText(text.slice(0, offset)).length);
        }
      }),
      { numRuns: 40 },
    );
  });
});

describe('code points and code units', () => {
  it('agree with counting the characters of every slice', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        const toPoints = codePointOffsets(text);
        const toUnits = codeUnitOffsets(text);
        for (let offset = 0; offset <= text.length; offset += 1) {
          if (cutsSurrogatePair(text, offset)) continue;
          expect(toPoints(offset)).toBe([...text.slice(0, offset)].length);
          expect(toUnits(toPoints(offset))).toBe(offset);
        }
      }),
    );
  });

  it('count an offset inside a pair as the start of the pair', () => {
    expect(codePointOffsets('a😀b')(2)).toBe(1);
  });
});

describe('strings beside the text', () => {
  it.each([['a\0b'], ['\ud800'], ['x'.repeat(11)]])('refuses %j', (value) => {
    expect(plainString(10).safeParse(value).success).toBe(false);
  });

  it('takes white space off the ends of what must be filled', () => {
    expect(filledString(10).parse('  told ')).toBe('told');
    expect(filledString(10).safeParse('   ').success).toBe(false);
  });
});
