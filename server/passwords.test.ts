import { describe, expect, it } from 'vitest';
import { hashPassword, isOutdated, isPassword, weaknessOf } from './passwords';

describe('a password', () => {
  it('is known again, in either form of its accents, and no other is', async () => {
    const hash = await hashPassword('café au lait, please');
    expect(hash).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/);
    expect(await isPassword('café au lait, please', hash)).toBe(true);
    expect(await isPassword('cafe\u0301 au lait, please', hash)).toBe(true);
    expect(await isPassword('cafe au lait, please', hash)).toBe(false);
    expect(await isPassword('café au lait, please', undefined)).toBe(false);
  });

  it('is hashed anew when it was hashed with other parameters', async () => {
    expect(isOutdated(await hashPassword('a fresh one for today'))).toBe(false);
    expect(isOutdated('$argon2id$v=19$m=4096,t=3,p=1$c2FsdA$aGFzaA')).toBe(true);
  });

  it('takes as long to be wrong as to belong to nobody', async () => {
    const hash = await hashPassword('a pencil as blue as ink');
    const timeOf = async (stored: string | undefined) => {
      const start = performance.now();
      for (let count = 0; count < 5; count += 1) await isPassword('wrong all along', stored);
      return performance.now() - start;
    };
    await timeOf(undefined);
    expect((await timeOf(undefined)) / (await timeOf(hash))).toBeGreaterThan(0.1);
  });
});

it.each([
  ['password1234', /guessed first/],
  ['Password-1234', /guessed first/],
  ['correct horse battery staple', /guessed first/],
  ['aaaaaaaaaaab', /repeats/],
  ['ada.lovelace@desk.test', /your name/],
  ['ada lovelace1', /your name/],
  ['four quite unlikely words', undefined],
])('%s as a choice: %s', (password, weakness) => {
  const found = weaknessOf(password, ['Ada Lovelace', 'ada.lovelace@desk.test', 'ada.lovelace', 'desk.test']);
  if (weakness === undefined) expect(found).toBeUndefined();
  else expect(found).toMatch(weakness);
});
