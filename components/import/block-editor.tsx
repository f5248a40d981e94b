'use client';

import { Button } from '@/components/ui/button';
import { Field } from '@/components/ui/field';
import { Select } from '@/components/ui/select';
import { TextArea } from '@/components/ui/text-area';
import type { DraftBlock } from '@/domain/import/draft';
import { blockTypes } from '@/domain/revision';
import { blockTypeWords, capitalised } from '@/domain/words';
import type { MendBlock } from './mend-block';

const types = blockTypes.map((value) => ({ value, label: capitalised(blockTypeWords[value]) }));

/** A block opened for mending: its words, what it is, and whether it stays. Every change holds at once. */
export function BlockEditor({
  block,
  name,
  isFirst,
  onMend,
}: {
  readonly block: DraftBlock;
  readonly name: string;
  /** Nothing stands above that it could join. */
  readonly isFirst: boolean;
  readonly onMend: MendBlock;
}) {
  return (
    <fieldset
      className="-mx-3 rounded-lg border border-line bg-sheet p-3 font-ui shadow-float"
      onKeyDown={(event) => {
        if (event.key !== 'Escape') return;
        event.stopPropagation();
        onMend('done', block);
      }}
    >
      <legend className="sr-only">{name}</legend>
      <Field label={`Words of ${name}`} labelHidden>
        <TextArea
          autoFocus
          dir="auto"
          rows={2}
          value={block.text}
          className="font-text text-story"
          onChange={(event) => onMend('rewrite', block, event.target.value)}
        />
      </Field>
      <div className="mt-2 flex flex-wrap items-center gap-2">
        <Select
          aria-label={`What ${name} is`}
          className="w-36"
          value={block.type}
          options={types}
          onValueChange={(type) => type !== '' && onMend('retype', block, type)}
        />
        <Button disabled={isFirst} onClick={() => onMend('merge', block)}>
          Join with above
        </Button>
        <Button variant="danger" onClick={() => onMend('remove', block)}>
          Remove
        </Button>
        <Button variant="primary" className="ms-auto" onClick={() => onMend('done', block)}>
          Done
        </Button>
      </div>
      <p className="mt-2 text-faint text-sm">Enter begins a block of its own; Escape closes.</p>
    </fieldset>
  );
}
