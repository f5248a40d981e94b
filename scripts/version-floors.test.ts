import { describe, expect, test } from 'vitest';
import { belowFloors, isOlder } from '@/scripts/version-floors';

const floors = [{ name: 'lib', version: '2.10.0', because: 'guards the door' }];

describe('belowFloors', () => {
  test('finds a package below its floor, also inside another package', () => {
    const packages = {
      'node_modules/lib': { version: '2.10.1' },
      'node_modules/other/node_modules/lib': { version: '2.9.9' },
      'node_modules/lib-extra': { version: '0.0.1' },
    };
    expect(belowFloors({ packages }, floors)).toEqual([
      'node_modules/other/node_modules/lib is 2.9.9, but lib guards the door: at least 2.10.0.',
    ]);
  });

  test('names a floor that guards nothing', () => {
    expect(belowFloors({ packages: {} }, floors)).toEqual([
      'lib has a floor but is not locked: take the floor out.',
    ]);
  });
});

describe('isOlder', () => {
  test.each([
    ['2.9.9', '2.10.0', true],
    ['2.10.0', '2.10.0', false],
    ['2.10.0-rc.1', '2.10.0', true],
    ['2.10.0', '2.10.0-rc.1', false],
    ['3.0.0-rc.1', '2.10.0', false],
    ['10.0.0', '9.0.0', false],
  ])('%s before %s: %s', (version, than, expected) => {
    expect(isOlder(version, than)).toBe(expected);
  });
});
