import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { parseEnv } from './env';

it('needs nothing', () => {
  expect(parseEnv({})).toEqual({
    databaseUrl: 'file:./data/bluepencil.db',
    baseUrl: 'http://localhost:3000',
    port: 3000,
    host: '127.0.0.1',
    authSecret: undefined,
    durability: 'full',
    trustedProxies: [],
    maxUploadBytes: 8 * 1024 * 1024,
    logLevel: 'info',
    isProduction: false,
  });
});

it('takes an empty variable for an absent one', () => {
  expect(parseEnv({ PORT: '', BASE_URL: '' }).port).toBe(3000);
});

describe('what does not fit is refused by its name', () => {
  it.each([
    [{ BASE_URL: 'http://desk.example.org' }, /^BASE_URL must be https/],
    [{ BASE_URL: 'https://desk.example.org/path' }, /^BASE_URL must be an address/],
    [{ BASE_URL: 'https://desk.example.org?' }, /^BASE_URL must be an address/],
    [{ BASE_URL: 'https://me:you@desk.example.org' }, /^BASE_URL must be an address/],
    [{ BASE_URL: 'ftp://desk.example.org' }, /^BASE_URL must be an address/],
    [{ BASE_URL: 'desk' }, /^BASE_URL must be an address/],
    [{ NODE_ENV: 'production', HOST: '0.0.0.0' }, /^BASE_URL is needed because HOST is 0\.0\.0\.0/],
    [{ DATABASE_URL: 'postgres://desk' }, /^DATABASE_URL must be file:PATH/],
    [{ PORT: 'http' }, /^PORT must be a number/],
    [{ PORT: '70000' }, /^PORT /],
    [{ AUTH_SECRET: 'short' }, /^AUTH_SECRET needs at least 32/],
    [{ AUTH_SECRET_FILE: '/nowhere' }, /^AUTH_SECRET_FILE names \/nowhere/],
    [{ DURABILITY: 'maybe' }, /^DURABILITY must be full or normal/],
    [{ TRUSTED_PROXIES: '10.0.0.0/8,proxy' }, /^TRUSTED_PROXIES holds proxy/],
    [{ TRUSTED_PROXIES: '10.0.0.0/40' }, /^TRUSTED_PROXIES holds 10\.0\.0\.0\/40/],
    [{ MAX_UPLOAD_BYTES: '8MB' }, /^MAX_UPLOAD_BYTES must be a number/],
    [{ LOG_LEVEL: 'loud' }, /^LOG_LEVEL must be one of/],
    [{ PORT: '0', DURABILITY: 'no' }, /^PORT .*\nDURABILITY /],
  ])('%j', (variables, message) => {
    expect(() => parseEnv(variables)).toThrow(message);
  });
});

it.each(['https://desk.example.org', 'http://localhost:8080', 'http://127.0.0.1', 'http://[::1]:3000'])(
  'takes %s as its public address',
  (address) => {
    expect(parseEnv({ BASE_URL: address, NODE_ENV: 'production', HOST: '0.0.0.0' }).baseUrl).toBe(address);
  },
);

it('reads the secret from a file', () => {
  const folder = mkdtempSync(join(tmpdir(), 'bluepencil-'));
  const path = join(folder, 'secret');
  writeFileSync(path, `${'s'.repeat(40)}\n`);
  expect(parseEnv({ AUTH_SECRET_FILE: path }).authSecret).toBe('s'.repeat(40));
  rmSync(folder, { recursive: true });
});
