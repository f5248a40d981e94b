import { isRefusal } from '@/domain/refusal';

/**
 * What a refusal says about single fields, by path in what was sent (`deadline`, `spans.0.end`), as a sentence begins
 * with it; empty for anything else that was thrown.
 */
export function fieldErrors(error: unknown): ReadonlyMap<string, string> {
  const issues = isRefusal(error) ? (error.extras.errors ?? []) : [];
  return new Map(issues.filter(({ path }) => path !== '').map(({ path, message }) => [path, message]));
}
