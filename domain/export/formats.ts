/** The formats of the export, one line each. */
import { type ExportFormat, exportFormats } from '@/domain/contract/export';
import { bluepencil } from '@/domain/export/bluepencil';
import { csv } from '@/domain/export/csv';
import type { FormatWriter } from '@/domain/export/format';
import { html } from '@/domain/export/html';
import { webAnnotation } from '@/domain/export/web-annotation';

export const formatWriters = {
  html,
  'web-annotation': webAnnotation,
  csv,
  bluepencil,
} as const satisfies Readonly<Record<ExportFormat, FormatWriter>>;

/** In the order in which they are offered. */
export const formatsInOrder: readonly FormatWriter[] = exportFormats.map((format) => formatWriters[format]);
