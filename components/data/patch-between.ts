/** The merge patch (RFC 7396) that takes a mark from one state to another. */
import type { Annotation, AnnotationPatch } from '@/domain/annotation';
import { isSame } from '@/domain/differences';

/** Only what differs is in it; details of another kind are replaced whole, as the kind brings them. */
export function patchBetween(before: Annotation, after: Annotation): AnnotationPatch {
  const details = before.kind === after.kind ? objectPatch(before.details, after.details) : undefined;
  return {
    ...(before.kind === after.kind ? {} : { kind: after.kind, details: { ...after.details } }),
    ...(details === undefined || Object.keys(details).length === 0 ? {} : { details }),
    ...(isSame(before.spans, after.spans)
      ? {}
      : { spans: after.spans.map(({ start, end }) => ({ start, end })) }),
    ...(isSame(before.labels, after.labels) ? {} : { labels: after.labels }),
    ...(before.note === after.note ? {} : { note: after.note ?? null }),
  };
}

function objectPatch(before: object, after: object): Record<string, unknown> {
  const old = new Map<string, unknown>(Object.entries(before));
  const fresh = new Map<string, unknown>(Object.entries(after));
  const names = [...new Set([...old.keys(), ...fresh.keys()])];
  return Object.fromEntries(
    names
      .filter((name) => !isSame(old.get(name), fresh.get(name)))
      .map((name) => [name, valuePatch(old.get(name), fresh.get(name))]),
  );
}

function valuePatch(before: unknown, after: unknown): unknown {
  if (after === undefined) return null;
  return isObject(before) && isObject(after) ? objectPatch(before, after) : after;
}

function isObject(value: unknown): value is object {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
