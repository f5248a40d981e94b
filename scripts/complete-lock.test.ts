import { describe, expect, test } from 'vitest';
import { completeLock, platformOf } from '@/scripts/complete-lock.mjs';

describe('completeLock', () => {
  test('adds the platform packages that the lock lacks, for their platform only', () => {
    const { lock, mendings } = completeLock({
      packages: {
        'node_modules/tool': {
          version: '2.0.0',
          dev: true,
          optionalDependencies: { '@tool/linux-x64-musl': '2.0.0' },
        },
      },
    });
    expect(lock.packages['node_modules/@tool/linux-x64-musl']).toEqual({
      version: '2.0.0',
      os: ['linux'],
      cpu: ['x64'],
      libc: ['musl'],
      dev: true,
      optional: true,
    });
    expect(mendings).toHaveLength(1);
  });

  test('finds a package that is locked beside, within or above the one that wants it', () => {
    const packages = {
      'node_modules/a': { optionalDependencies: { '@x/darwin-x64': '1.0.0' } },
      'node_modules/a/node_modules/@x/darwin-x64': { version: '1.0.0' },
      'node_modules/b/node_modules/c': { optionalDependencies: { '@y/darwin-x64': '1.0.0' } },
      'node_modules/@y/darwin-x64': { version: '1.0.0' },
    };
    expect(completeLock({ packages }).mendings).toEqual([]);
  });

  test('takes out the addresses of registries', () => {
    const { lock } = completeLock({
      packages: { 'node_modules/a': { resolved: 'https://example.org/a.tgz' } },
    });
    expect(lock.packages['node_modules/a']).toEqual({});
  });

  test('says that better-sqlite3 needs no compiler', () => {
    const { lock } = completeLock({ packages: { 'node_modules/better-sqlite3': { version: '13.0.0' } } });
    expect(lock.packages['node_modules/better-sqlite3']).toEqual({ version: '13.0.0', gypfile: false });
  });

  test('changes nothing the second time', () => {
    const first = completeLock({
      packages: {
        'node_modules/better-sqlite3': { version: '13.0.0', resolved: 'https://example.org/b.tgz' },
        'node_modules/tool': { optionalDependencies: { '@tool/win32-x64-msvc': '2.0.0' } },
      },
    });
    expect(completeLock(first.lock)).toEqual({ lock: first.lock, mendings: [] });
  });
});

describe('platformOf', () => {
  test.each([
    ['@oxlint/binding-linux-arm-musleabihf', { os: ['linux'], cpu: ['arm'], libc: ['musl'] }],
    ['@oxlint/binding-android-arm-eabi', { os: ['android'], cpu: ['arm'] }],
    ['@oxlint/binding-win32-ia32-msvc', { os: ['win32'], cpu: ['ia32'] }],
    ['@rolldown/binding-wasm32-wasi', { cpu: ['wasm32'] }],
    ['fsevents-darwin', { os: ['darwin'] }],
  ])('reads %s', (name, platform) => {
    expect(platformOf(name)).toEqual(platform);
  });

  test('refuses a name that does not tell', () => {
    expect(() => platformOf('fsevents')).toThrow('fsevents does not tell its platform');
  });
});
