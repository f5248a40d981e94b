import { expect, test } from 'vitest';
import { initials } from './initials';

test.each([
  { name: 'Demo Editor', letters: 'DE' },
  { name: 'Ada', letters: 'A' },
  { name: 'Noor van der Berg', letters: 'NB' },
  { name: '  élise   o’Neil ', letters: 'ÉO' },
  { name: 'نور علي', letters: 'نع' },
  { name: '👩‍👩‍👧 Family', letters: '👩‍👩‍👧F' },
  { name: '', letters: '' },
])('"$name" becomes "$letters"', ({ name, letters }) => {
  expect(initials(name)).toBe(letters);
});
