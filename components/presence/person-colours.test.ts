import fc from 'fast-check';
import { expect, test } from 'vitest';
import { createPersonColours, personColours } from './person-colours';

test('a person keeps their colour, whoever comes later', () => {
  fc.assert(
    fc.property(fc.array(fc.uuid(), { minLength: 1, maxLength: 20 }), (ids) => {
      const colourOf = createPersonColours();
      const first = ids.map(colourOf);
      expect(ids.map(colourOf)).toEqual(first);
    }),
  );
});

test('as many people as there are colours all differ', () => {
  fc.assert(
    fc.property(
      fc.uniqueArray(fc.uuid(), { minLength: personColours.length, maxLength: personColours.length }),
      (ids) => {
        expect(new Set(ids.map(createPersonColours())).size).toBe(personColours.length);
      },
    ),
  );
});

test('whoever is met first has the colour of their id, in every tab and on every day', () => {
  const id = '0193e5a0-7c1b-7cc0-8f6e-2f1f0a6f5b01';
  expect(createPersonColours()(id)).toBe(createPersonColours()(id));
  const firsts = Array.from({ length: 60 }, (_, at) => createPersonColours()(`${id}-${at}`));
  expect(new Set(firsts)).toEqual(new Set(personColours));
});
