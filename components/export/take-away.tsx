'use client';

import { useMutation } from '@tanstack/react-query';
import { Check, Copy, Download } from 'lucide-react';
import { type ExportChoice, exportAddress, readExport } from '@/components/data/exports';
import { sayFailure } from '@/components/data/failure-words';
import { Button } from '@/components/ui/button';
import { buttonLook } from '@/components/ui/button-look';
import { toast } from '@/components/ui/toast';

/** The two ways out: a file, or its text on the clipboard. */
export function TakeAway({ choice, fileName }: { choice: ExportChoice; fileName: string }) {
  const copy = useMutation({
    mutationFn: () => copyExport(exportAddress(choice)),
    onSuccess: () => toast('Copied'),
    onError: (error) => toast('Not copied', { tone: 'bad', description: sayCopyFailure(error) }),
  });
  const Sign = copy.isSuccess ? Check : Copy;
  return (
    <div className="flex flex-wrap gap-2">
      <a href={exportAddress(choice)} download={fileName} className={buttonLook('primary')}>
        <Download aria-hidden="true" size={15} strokeWidth={1.75} />
        Download
      </a>
      <Button busy={copy.isPending} onClick={() => copy.mutate()}>
        <Sign aria-hidden="true" size={15} strokeWidth={1.75} />
        Copy
      </Button>
    </div>
  );
}

/**
 * The text is promised rather than fetched first: the clipboard may be written only right after the press, and the
 * file may take longer than that.
 */
async function copyExport(url: string): Promise<void> {
  const text = readExport(url);
  const blob = text.then((content) => new Blob([content], { type: 'text/plain' }));
  try {
    await navigator.clipboard.write([new ClipboardItem({ 'text/plain': blob })]);
  } catch (error) {
    // Where the file could not be read, that is the reason worth telling.
    await text;
    throw error;
  }
}

function sayCopyFailure(error: unknown): string {
  return error instanceof DOMException
    ? 'The browser did not allow it. Download the file instead.'
    : sayFailure(error);
}
