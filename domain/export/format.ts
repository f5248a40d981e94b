/** What a format of the export is. Each is one file in this folder and one line in `formats.ts`. */
import type { ExportFormat, Loss } from '@/domain/contract/export';
import type { ExportDocument } from '@/domain/export/document';

export interface FormatWriter {
  readonly id: ExportFormat;
  /** As it stands on the screen. */
  readonly name: string;
  /** For whom or what it is, in one sentence. */
  readonly use: string;
  readonly contentType: string;
  /** Of the file, without the leading dot. */
  readonly extension: string;
  /** The file in pieces, in order, made as they are asked for. Equal documents give equal bytes. */
  readonly write: (document: ExportDocument) => Iterable<string>;
  /** What of this document the format cannot carry; empty when it carries all. */
  readonly losses: (document: ExportDocument) => Loss[];
}
