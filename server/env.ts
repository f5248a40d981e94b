/**
 * The environment, read once. Every variable that the product knows is here; what does not fit is refused at start
 * with a sentence that names the variable and what it takes.
 */
import { readFileSync } from 'node:fs';
import { z } from 'zod';
import { isLoopback, TrustedProxies } from '@/server/http/address';

const MEBIBYTE = 1024 * 1024;

/** An origin such as `https://desk.example.org`: no path, no query, no credentials. */
const Origin = z.string().transform((written, context) => {
  const url = URL.parse(written);
  const isOrigin = url !== null && /^https?:$/.test(url.protocol) && url.href === `${url.origin}/`;
  if (!isOrigin || written.endsWith('?') || written.endsWith('#')) {
    context.addIssue({
      code: 'custom',
      message: 'must be an address such as https://desk.example.org, no path',
    });
    return z.NEVER;
  }
  if (url.protocol === 'http:' && !isLoopback(url.hostname)) {
    context.addIssue({ code: 'custom', message: 'must be https, because passwords travel over it' });
    return z.NEVER;
  }
  return url.origin;
});

const Variables = z.object({
  DATABASE_URL: z
    .string()
    .regex(/^file:.+/, 'must be file:PATH; other engines join in a later version')
    .default('file:./data/bluepencil.db'),
  BASE_URL: Origin.optional(),
  PORT: z.coerce.number('must be a number').int('must be a whole number').min(1).max(65_535).default(3000),
  HOST: z.string().min(1, 'is empty').default('127.0.0.1'),
  AUTH_SECRET: z.string().min(32, 'needs at least 32 characters').optional(),
  AUTH_SECRET_FILE: z.string().min(1, 'is empty').optional(),
  DURABILITY: z.enum(['full', 'normal'], 'must be full or normal').default('full'),
  TRUSTED_PROXIES: TrustedProxies.default([]),
  MAX_UPLOAD_BYTES: z.coerce
    .number('must be a number of bytes')
    .int('must be a whole number of bytes')
    .min(1024, 'must be at least 1024 bytes')
    .max(512 * MEBIBYTE, 'must be at most 512 MiB')
    .default(8 * MEBIBYTE),
  LOG_LEVEL: z
    .enum(['silent', 'error', 'warn', 'info', 'debug'], 'must be one of silent, error, warn, info and debug')
    .default('info'),
  NODE_ENV: z.string().default('development'),
});

export interface Env {
  readonly databaseUrl: string;
  /** The origin that people type, without a slash at its end. */
  readonly baseUrl: string;
  readonly port: number;
  readonly host: string;
  /** Undefined: made and kept beside the embedded database. */
  readonly authSecret: string | undefined;
  readonly durability: 'full' | 'normal';
  readonly trustedProxies: TrustedProxies;
  readonly maxUploadBytes: number;
  readonly logLevel: 'silent' | 'error' | 'warn' | 'info' | 'debug';
  readonly isProduction: boolean;
}

/** A variable that does not fit. Its message is for whoever starts the program. */
export class EnvironmentError extends Error {
  override readonly name = 'EnvironmentError';
}

/** The environment made of the given variables; throws `EnvironmentError` with a line for each that does not fit. */
export function parseEnv(variables: Readonly<Record<string, string | undefined>>): Env {
  const given = Object.fromEntries(Object.entries(variables).filter(([, value]) => value !== ''));
  const parsed = Variables.safeParse(given);
  if (!parsed.success) {
    throw new EnvironmentError(
      parsed.error.issues.map((issue) => `${issue.path.join('.')} ${issue.message}.`).join('\n'),
    );
  }
  const found = parsed.data;
  const isProduction = found.NODE_ENV === 'production';
  if (isProduction && found.BASE_URL === undefined && !isLoopback(found.HOST)) {
    throw new EnvironmentError(
      `BASE_URL is needed because HOST is ${found.HOST}: set it to the address that people type, such as https://desk.example.org.`,
    );
  }
  return {
    databaseUrl: found.DATABASE_URL,
    baseUrl: found.BASE_URL ?? `http://localhost:${found.PORT}`,
    port: found.PORT,
    host: found.HOST,
    authSecret: found.AUTH_SECRET ?? secretFrom(found.AUTH_SECRET_FILE),
    durability: found.DURABILITY,
    trustedProxies: found.TRUSTED_PROXIES,
    maxUploadBytes: found.MAX_UPLOAD_BYTES,
    logLevel: found.LOG_LEVEL,
    isProduction,
  };
}

function secretFrom(path: string | undefined): string | undefined {
  if (path === undefined) return undefined;
  let secret: string;
  try {
    secret = readFileSync(path, 'utf8').trim();
  } catch (cause) {
    throw new EnvironmentError(`AUTH_SECRET_FILE names ${path}, which cannot be read.`, { cause });
  }
  if (secret.length < 32) {
    throw new EnvironmentError(`AUTH_SECRET_FILE names ${path}, which holds less than 32 characters.`);
  }
  return secret;
}
