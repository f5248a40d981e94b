/** Request bodies: read with a limit, decoded and parsed without trust. */
import { type Issue, isRefusal, Refusal } from '@/domain/refusal';

/** Bodies end here unless the operation takes uploads. */
export const BODY_LIMIT = 1024 * 1024;
/** Deeper than anything of ours, shallower than any stack. */
const DEEPEST = 64;

/** The bytes of a body; refused as soon as more than `limit` have come, whatever the headers promised. */
export async function readBytes(request: Request, limit: number): Promise<Uint8Array> {
  if (Number(request.headers.get('content-length') ?? 0) > limit) throw tooLarge(limit);
  if (request.body === null) return new Uint8Array();
  const chunks: Uint8Array[] = [];
  let size = 0;
  try {
    for await (const chunk of request.body) {
      size += chunk.byteLength;
      if (size > limit) throw tooLarge(limit);
      chunks.push(chunk);
    }
  } catch (error) {
    if (isRefusal(error)) throw error;
    throw new Refusal('malformed', 'The body of the request broke off.');
  }
  return Buffer.concat(chunks);
}

function tooLarge(limit: number): Refusal {
  const size = limit >= 1024 * 1024 ? `${Math.floor(limit / 1024 / 1024)} MiB` : `${limit} bytes`;
  return new Refusal('too-large', `This takes at most ${size}.`);
}

/** The JSON of a body; undefined when it is empty. Types but JSON in UTF-8: 415; what is not JSON: 400. */
export async function readJson(request: Request, limit: number): Promise<unknown> {
  const bytes = await readBytes(request, limit);
  if (bytes.byteLength === 0) return undefined;
  checkType(request.headers.get('content-type'));
  let text: string;
  try {
    text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    throw new Refusal('malformed', 'The body is not UTF-8.');
  }
  try {
    return JSON.parse(text);
  } catch {
    throw new Refusal('malformed', 'The body is not JSON.');
  }
}

function checkType(contentType: string | null): void {
  const [type = '', ...parameters] = (contentType ?? '').toLowerCase().split(';');
  const isJson = ['application/json', 'application/merge-patch+json'].includes(type.trim());
  const charset = parameters.map((parameter) => /^\s*charset="?([^"]*)"?\s*$/.exec(parameter)?.[1]);
  if (isJson && charset.every((name) => name === undefined || name === 'utf-8')) return;
  throw new Refusal('unsupported-type', 'The body must be JSON in UTF-8: Content-Type application/json.');
}

/**
 * What no string or key of a request may hold, whatever it means: NUL, half a character, the key that would reach an
 * object's prototype. Values at an exempt path (an article's text, which is normalised instead) pass.
 */
export function unfitIn(value: unknown, isExempt: (path: string) => boolean = () => false): Issue[] {
  const issues: Issue[] = [];
  const waiting = [{ value, path: '', depth: 0 }];
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    if (typeof next.value === 'string') {
      if (isUnfit(next.value) && !isExempt(next.path)) {
        issues.push({ path: next.path, message: 'holds a NUL or half a character' });
      }
    } else if (typeof next.value === 'object' && next.value !== null) {
      if (next.depth === DEEPEST) throw new Refusal('malformed', 'The body is nested too deeply.');
      for (const [key, inner] of Object.entries(next.value)) {
        const path = next.path === '' ? key : `${next.path}.${key}`;
        if (key === '__proto__' || isUnfit(key)) {
          issues.push({ path: path.toWellFormed(), message: 'is not known here' });
        }
        waiting.push({ value: inner, path, depth: next.depth + 1 });
      }
    }
  }
  return issues;
}

function isUnfit(text: string): boolean {
  return !text.isWellFormed() || text.includes('\0');
}
