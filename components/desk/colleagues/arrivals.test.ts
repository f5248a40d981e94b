import { expect, test } from 'vitest';
import { arrivalSentence } from './arrivals';

const ana = { id: 'ana', name: 'Ana' };
const noor = { id: 'noor', name: 'Noor' };
const rhea = { id: 'rhea', name: 'Rhea' };
const sami = { id: 'sami', name: 'Sami' };
const tove = { id: 'tove', name: 'Tove' };

test.each([
  { when: 'nobody is there at first', before: undefined, now: [], says: undefined },
  { when: 'some are there at first', before: undefined, now: [ana, noor], says: 'Also here: Ana and Noor.' },
  { when: 'somebody comes', before: [ana], now: [ana, noor], says: 'Noor is here now.' },
  { when: 'two come', before: [], now: [ana, noor], says: 'Ana and Noor are here now.' },
  { when: 'somebody leaves', before: [ana, noor], now: [noor], says: 'Ana left.' },
  { when: 'one comes as one leaves', before: [ana], now: [noor], says: 'Noor is here now; Ana left.' },
  { when: 'the same are there', before: [ana, noor], now: [noor, ana], says: undefined },
  {
    when: 'many come at once',
    before: [],
    now: [ana, noor, rhea, sami, tove],
    says: 'Ana, Noor and 3 others are here now.',
  },
])('when $when', ({ before, now, says }) => {
  expect(arrivalSentence(before, now)).toBe(says);
});
