import { useState } from 'react';
import type { CardPart } from './card-desk';
import { CardHistory } from './card-history';
import { momentWords } from './moment-words';

/** Who made the mark and when, who changed it last, and the way into its history. */
export function CardMeta({ desk, mark }: CardPart) {
  const [open, setOpen] = useState(false);
  const { timeZone } = desk.me.settings;
  return (
    <details
      className="border-line border-t pt-2 text-sm"
      open={open}
      onToggle={(event) => setOpen(event.currentTarget.open)}
    >
      <summary className="cursor-pointer text-soft marker:text-faint">
        {mark.author.name}, {momentWords(mark.createdAt, timeZone)}
        {mark.lastChangedBy.id !== mark.author.id && ` · changed by ${mark.lastChangedBy.name}`}
        {mark.spans.length > 1 && ` · ${mark.spans.length} parts`}
        <span className="text-faint"> · version {mark.version}</span>
      </summary>
      {open && (
        <div className="mt-2">
          <CardHistory desk={desk} mark={mark} />
        </div>
      )}
    </details>
  );
}
