/** A chosen file as text: its encoding found by its first bytes, or tried. */

import type { SourceFormat } from '@/domain/import/recognise';
import { Refusal } from '@/domain/refusal';

/** Larger sources are not taken, in bytes; the server's default limit. */
export const LARGEST_SOURCE = 8 * 1024 * 1024;

export interface ReadFile {
  readonly text: string;
  /** As it is said on screen: `UTF-8`. */
  readonly encoding: string;
  readonly format: SourceFormat;
}

const formats: Readonly<Record<string, SourceFormat>> = {
  txt: 'text',
  text: 'text',
  md: 'markdown',
  markdown: 'markdown',
};

/** What the file dialog offers. */
export const acceptedFiles = '.txt,.text,.md,.markdown,text/plain,text/markdown';

/** Reads a text or Markdown file. Throws a `Refusal` with what is wrong with it: its kind, its size, its bytes. */
export async function readFile(file: File): Promise<ReadFile> {
  const ending = /\.([^.]+)$/.exec(file.name)?.[1]?.toLowerCase() ?? '';
  const format = formats[ending] ?? (file.type === 'text/plain' ? 'text' : undefined);
  if (format === undefined) {
    throw new Refusal(
      'unsupported-type',
      `${file.name} is no .txt or .md file; those are read here, or paste its text.`,
    );
  }
  if (file.size > LARGEST_SOURCE) throw tooLarge(file.name, file.size);
  const bytes = new Uint8Array(await file.arrayBuffer());
  if (bytes.length === 0) throw new Refusal('invalid', `${file.name} is empty.`);
  return { ...decodeText(bytes, file.name), format };
}

/** The refusal of a source that is larger than the desk takes. */
export function tooLarge(name: string, bytes: number): Refusal {
  const megabytes = (bytes / 1024 / 1024).toFixed(1);
  return new Refusal(
    'too-large',
    `${name} is ${megabytes} MB; the desk takes articles of up to 8 MB. Leave part of it out.`,
  );
}

/** Text and encoding of bytes: by byte order mark, else UTF-8 if it is, else Windows-1252. Throws for data with NUL bytes. */
export function decodeText(bytes: Uint8Array, name: string): Omit<ReadFile, 'format'> {
  const marked = marks.find(({ mark }) => mark.every((byte, index) => bytes[index] === byte));
  if (marked !== undefined) {
    return { text: new TextDecoder(marked.label).decode(bytes), encoding: marked.encoding };
  }
  if (bytes.includes(0)) {
    throw new Refusal('unsupported-type', `${name} is not text but some other kind of data.`);
  }
  try {
    return { text: new TextDecoder('utf-8', { fatal: true }).decode(bytes), encoding: 'UTF-8' };
  } catch {
    // Not UTF-8: the commonest encoding of older files, in which every byte has a meaning.
    return {
      text: new TextDecoder('windows-1252').decode(bytes),
      encoding: 'Windows-1252, because it is not UTF-8',
    };
  }
}

const marks = [
  { mark: [0xef, 0xbb, 0xbf], label: 'utf-8', encoding: 'UTF-8' },
  { mark: [0xff, 0xfe], label: 'utf-16le', encoding: 'UTF-16' },
  { mark: [0xfe, 0xff], label: 'utf-16be', encoding: 'UTF-16' },
] as const;
