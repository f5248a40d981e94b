import { describe, expect, it } from 'vitest';
import { findNames } from '@/domain/find-names';

const cases: Record<string, readonly [string, readonly string[]]> = {
  'an office before a name is a role': [
    'British Prime Minister Keir Starmer called for it.',
    ['Keir Starmer (British Prime Minister)'],
  ],
  'a family name alone stands for the fuller one': [
    'Starmer met Keir Starmer. In London, Starmer said so.',
    ['Starmer', 'Keir Starmer', 'Starmer'],
  ],
  'a country that owns a president is not part of the name': [
    "Starmer met Ukraine's President Volodymyr Zelensky.",
    ['Volodymyr Zelensky (President)'],
  ],
  'small words belong to a name': ['Ursula von der Leyen spoke.', ['Ursula von der Leyen']],
  'a sentence begins with a capital by chance': ['The report came. He left on Friday.', []],
  'a title alone is no role': ['Mr Trump smiled.', ['Trump']],
};

describe('names in a text', () => {
  for (const [name, [text, names]] of Object.entries(cases)) {
    it(name, () => {
      expect(
        findNames(text).map((found) =>
          found.role === undefined ? found.name : `${found.name} (${found.role})`,
        ),
      ).toEqual(names);
    });
  }

  it('are where they are said to be', () => {
    const text = "Ukraine's President Volodymyr Zelensky met Ursula von der Leyen.";
    for (const { name, start, end } of findNames(text)) expect(text.slice(start, end)).toBe(name);
  });
});
