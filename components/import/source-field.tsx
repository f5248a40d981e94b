'use client';

import { FileText } from 'lucide-react';
import { type ChangeEvent, type ClipboardEvent, useId, useRef } from 'react';
import { Button } from '@/components/ui/button';
import { Field } from '@/components/ui/field';
import { Select } from '@/components/ui/select';
import { TextArea } from '@/components/ui/text-area';
import { looksLikeMarkdown } from '@/domain/import/looks-like-markdown';
import { type SourceFormat, sourceFormats } from '@/domain/import/recognise';
import type { Source } from './import-state';
import { acceptedFiles } from './read-file';

/** Longer sources are not shown, in UTF-16 code units: browsers lay out a text field in one go, and crawl. */
const LONGEST_SHOWN = 50_000;

const formatOptions = sourceFormats.map((value) => ({
  value,
  label: value === 'text' ? 'Plain text' : 'Markdown',
}));

/** Where text is pasted or a file is chosen. Closed while blocks are mended by hand, which another source would undo. */
export function SourceField({
  source,
  isMended,
  error,
  onSource,
  onFile,
  onRestart,
}: {
  readonly source: Source;
  readonly isMended: boolean;
  readonly error: string | undefined;
  readonly onSource: (source: Source) => void;
  readonly onFile: (file: File) => void;
  readonly onRestart: () => void;
}) {
  const chooser = useRef<HTMLInputElement>(null);
  const hint = useId();
  const isLong = source.text.length > LONGEST_SHOWN;

  function paste(event: ClipboardEvent<HTMLTextAreaElement>): void {
    const pasted = event.clipboardData.getData('text/plain');
    const isAll = event.currentTarget.value.trim() === '';
    if (!isAll || pasted === '') return;
    // Taken past the field, which would lay out a long text only to have it taken away again.
    event.preventDefault();
    onSource({ text: pasted, format: formatOf(pasted) });
  }

  function type(text: string): void {
    onSource({ ...source, text, ...(source.text === '' ? { format: formatOf(text) } : {}) });
  }

  function choose(event: ChangeEvent<HTMLInputElement>): void {
    const [file] = event.target.files ?? [];
    if (file !== undefined) onFile(file);
    event.target.value = '';
  }

  return (
    <div className="grid gap-2">
      {isLong ? (
        <p className="flex items-center gap-2.5 rounded-md border border-line bg-sheet px-3 py-2.5">
          <FileText aria-hidden="true" size={16} strokeWidth={1.75} className="shrink-0 text-soft" />
          <span>
            {source.text.length.toLocaleString('en')} characters, too long to show here; the preview has them.
          </span>
        </p>
      ) : (
        <Field label="Text" error={error}>
          <TextArea
            dir="auto"
            // Said for fingers too, whose controls have a least height of their own that would win.
            className={
              source.text === ''
                ? 'min-h-72 pointer-coarse:min-h-72'
                : 'max-h-48 min-h-24 pointer-coarse:min-h-24'
            }
            // Pasting is what one came here for.
            autoFocus
            placeholder="Paste the article here, plain text or Markdown"
            value={source.text}
            readOnly={isMended}
            spellCheck={false}
            aria-describedby={hint}
            onPaste={paste}
            onChange={(event) => type(event.target.value)}
          />
        </Field>
      )}
      {isLong && error !== undefined && (
        <p role="alert" className="text-bad text-sm">
          {error}
        </p>
      )}
      <p id={hint} className="text-faint text-sm">
        {source.file !== undefined && (
          <span className="block text-soft">
            From {source.file.name}, read as {source.file.encoding}.
          </span>
        )}
        {isMended
          ? 'You have mended the text beside it. Changing the source starts that over.'
          : 'Or drop a .txt or .md file anywhere on this page.'}
      </p>
      <div className="flex flex-wrap items-center gap-2">
        <input
          ref={chooser}
          type="file"
          accept={acceptedFiles}
          aria-label="Text or Markdown file"
          className="sr-only"
          tabIndex={-1}
          onChange={choose}
        />
        <Button disabled={isMended} onClick={() => chooser.current?.click()}>
          Choose a file…
        </Button>
        <Select
          aria-label="Read as"
          className="w-32"
          value={source.format}
          disabled={isMended}
          options={formatOptions}
          onValueChange={(format) => format !== '' && onSource({ ...source, format })}
        />
        {isMended && <Button onClick={() => onSource({ ...source })}>Change the source</Button>}
        {source.text !== '' && !isMended && (
          <Button variant="quiet" onClick={onRestart}>
            Clear
          </Button>
        )}
      </div>
    </div>
  );
}

function formatOf(text: string): SourceFormat {
  return looksLikeMarkdown(text) ? 'markdown' : 'text';
}
