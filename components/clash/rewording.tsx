'use client';

import { type KeyboardEvent, useEffect, useRef, useState } from 'react';
import { Button } from '@/components/ui/button';
import { Field } from '@/components/ui/field';
import { TextArea } from '@/components/ui/text-area';

/** A third wording between theirs and mine; it begins with mine. */
export function Rewording({
  label,
  text,
  mostCharacters,
  onDone,
  onLeave,
}: {
  /** The field's name. */
  readonly label: string;
  readonly text: string;
  readonly mostCharacters: number;
  /** Given the text without the space around it; empty empties the field. */
  readonly onDone: (text: string) => void;
  readonly onLeave: () => void;
}) {
  const [typed, setTyped] = useState(text);
  const area = useRef<HTMLTextAreaElement>(null);
  useEffect(() => {
    const end = area.current?.value.length ?? 0;
    area.current?.focus();
    area.current?.setSelectionRange(end, end);
  }, []);

  function press(event: KeyboardEvent): void {
    if (event.key === 'Escape') {
      event.preventDefault();
      event.stopPropagation();
      onLeave();
    } else if (event.key === 'Enter' && (event.metaKey || event.ctrlKey)) {
      event.preventDefault();
      event.stopPropagation();
      onDone(typed.trim());
    }
  }

  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: the keys are those of the field within.
    <div className="grid gap-1.5" onKeyDown={press}>
      <Field label={`${label}, worded anew`}>
        <TextArea
          ref={area}
          rows={2}
          maxLength={mostCharacters}
          value={typed}
          onChange={(event) => setTyped(event.target.value)}
        />
      </Field>
      <div className="flex gap-1.5">
        <Button variant="primary" onClick={() => onDone(typed.trim())}>
          Use this
        </Button>
        <Button variant="quiet" onClick={onLeave}>
          Cancel
        </Button>
      </div>
    </div>
  );
}
