/** Fields and values of marks in words: for the rows of a card and for what differs between two states. */

import { z } from 'zod';
import type { MarkField } from '@/domain/differences';
import { Evidence, Kind, Party } from '@/domain/kinds';
import { Span } from '@/domain/span';
import { datePrecision } from '@/domain/time';
import { capitalised, detailWords, kindWords, valueWords } from '@/domain/words';
import { shortDate } from './short-date';

/** The name of a field as it labels a row. */
export function fieldLabel(kind: Kind, field: MarkField): string {
  switch (field) {
    case 'kind':
      return 'Kind';
    case 'spans':
      return 'Words';
    case 'labels':
      return 'Labels';
    case 'note':
      return 'Note';
    default:
      return capitalised(lookUp(detailWords[kind], detailName(field)) ?? detailName(field));
  }
}

/** A value as people read it; empty for none. */
export function valueWritten(kind: Kind, field: MarkField, value: unknown): string {
  if (value === undefined) return '';
  const known = readers.map((read) => read(kind, field, value)).find((words) => words !== undefined);
  return known ?? JSON.stringify(value);
}

type Reader = (kind: Kind, field: MarkField, value: unknown) => string | undefined;

/** The first that can read a value writes it. */
const readers: readonly Reader[] = [
  (_, field, value) => (field === 'kind' ? parsed(Kind, value, (kind) => kindWords[kind]) : undefined),
  (_, field, value) =>
    field === 'spans'
      ? parsed(z.array(Span), value, (spans) => spans.map(({ exact }) => exact).join(' … '))
      : undefined,
  (kind, field, value) =>
    typeof value === 'string' ? lookUp(lookUpTable(valueWords[kind], detailName(field)), value) : undefined,
  (_, field, value) =>
    typeof value === 'string' && /On$/.test(field) && datePrecision(value) !== undefined
      ? shortDate(value)
      : undefined,
  (_, __, value) => (typeof value === 'string' ? value : undefined),
  (_, __, value) =>
    parsed(Party, value, ({ name, role }) => (role === undefined ? name : `${name}, ${role}`)),
  (_, __, value) => parsed(z.array(z.string()), value, (list) => list.join(', ')),
  (_, __, value) =>
    parsed(z.array(Evidence), value, (list) => list.map(({ title, url }) => title ?? url).join(', ')),
];

function parsed<T>(schema: z.ZodType<T>, value: unknown, write: (value: T) => string): string | undefined {
  const result = schema.safeParse(value);
  return result.success ? write(result.data) : undefined;
}

function detailName(field: MarkField): string {
  return field.replace(/^details\./, '');
}

function lookUp(table: object | undefined, name: string): string | undefined {
  const word: unknown = new Map<string, unknown>(Object.entries(table ?? {})).get(name);
  return typeof word === 'string' ? word : undefined;
}

function lookUpTable(tables: object, name: string): object | undefined {
  const table: unknown = new Map<string, unknown>(Object.entries(tables)).get(name);
  return typeof table === 'object' && table !== null ? table : undefined;
}
