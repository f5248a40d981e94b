import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { gatherParties, isSameName, matchParties } from '@/domain/party-names';

describe('one name', () => {
  const same: readonly (readonly [string, string])[] = [
    ['Zelensky', 'Zelenskiy'],
    ['Zelenskyy', 'Zelenskiyy'],
    ['Volodymyr Zelensky', 'Zelenskyy'],
    ['Keir Starmer', 'Starmer'],
    ['Sir Keir Starmer', 'Sir Keir Starmer'],
    ['D. Trump', 'Donald Trump'],
    ['Emmanuel Macron', 'emmanuel macron'],
    ['Recep Tayyip Erdoğan', 'Erdogan'],
    ['Mikhail Gorbachev', 'Mihail Gorbachev'],
  ];
  for (const [one, other] of same) {
    it(`${one} is ${other}`, () => expect(isSameName(one, other)).toBe(true));
  }

  const different: readonly (readonly [string, string])[] = [
    ['Donald Trump', 'Melania Trump'],
    ['Keir Starmer', 'Keir Hardie'],
    ['Hanson', 'Hansen'],
    ['', 'Starmer'],
  ];
  for (const [one, other] of different) {
    it(`${one || 'nobody'} is not ${other}`, () => expect(isSameName(one, other)).toBe(false));
  }

  it('does not depend on which comes first', () => {
    const names = fc.array(fc.constantFrom('Keir', 'K.', 'Starmer', 'Zelenskyy', 'Zelenskiy', 'Ö', ''), {
      maxLength: 3,
    });
    fc.assert(
      fc.property(names, names, (one, other) => {
        expect(isSameName(one.join(' '), other.join(' '))).toBe(isSameName(other.join(' '), one.join(' ')));
      }),
    );
  });
});

describe('parties gathered', () => {
  it('are called by their fullest name and keep the role', () => {
    expect(
      gatherParties([
        { name: 'Starmer' },
        { name: 'Zelensky', role: 'president of Ukraine' },
        { name: 'Keir Starmer', role: 'prime minister' },
        { name: 'Volodymyr Zelenskyy' },
      ]),
    ).toEqual([
      { name: 'Keir Starmer', role: 'prime minister', spellings: ['Keir Starmer', 'Starmer'] },
      {
        name: 'Volodymyr Zelenskyy',
        role: 'president of Ukraine',
        spellings: ['Volodymyr Zelenskyy', 'Zelensky'],
      },
    ]);
  });

  it('leave a family name alone that two people have', () => {
    expect(
      gatherParties([{ name: 'Donald Trump' }, { name: 'Melania Trump' }, { name: 'Trump' }]).map(
        ({ name }) => name,
      ),
    ).toEqual(['Donald Trump', 'Melania Trump', 'Trump']);
  });

  it('are found by the beginning of any word, in any spelling', () => {
    const parties = gatherParties([{ name: 'Volodymyr Zelenskyy' }, { name: 'Keir Starmer' }]);
    const found = (typed: string) => matchParties(parties, typed).map(({ name }) => name);
    expect(found('zel')).toEqual(['Volodymyr Zelenskyy']);
    expect(found('Zelenskiy')).toEqual(['Volodymyr Zelenskyy']);
    expect(found('')).toHaveLength(2);
    expect(found('Macron')).toEqual([]);
  });
});
