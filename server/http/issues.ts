/** Values held against a schema; what does not fit becomes a refusal. */
import type { z } from 'zod';
import { inWords, issuesOf } from '@/domain/issues';
import { type Issue, Refusal } from '@/domain/refusal';

/** The parsed value, or a refusal 422 that names every place that does not fit. */
export function parsed<Schema extends z.ZodType>(schema: Schema, value: unknown): z.output<Schema> {
  const result = schema.safeParse(value, { error: inWords });
  if (result.success) return result.data;
  throw unfit(issuesOf(result.error));
}

/** A refusal 422 for these places; its sentence names the first. */
export function unfit(errors: readonly Issue[]): Refusal {
  const [first] = errors;
  const others = errors.length > 1 ? ` ${errors.length - 1} more of it does not fit either.` : '';
  const place = first === undefined || first.path === '' ? 'What was sent' : first.path;
  return new Refusal('invalid', `${place} ${first?.message ?? 'does not fit'}.${others}`, { errors });
}
