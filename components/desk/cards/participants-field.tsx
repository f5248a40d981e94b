import { X } from 'lucide-react';
import { type KeyboardEvent, useState } from 'react';
import { Button } from '@/components/ui/button';
import { Combobox } from '@/components/ui/combobox';
import { Field } from '@/components/ui/field';
import { matchParties } from '@/domain/party-names';
import { capitalised, detailWords } from '@/domain/words';
import type { FormPart } from './form-part';

/** Who took part: names in a row, added one by one; those named in the article are offered while typing. */
export function ParticipantsField({
  draft,
  change,
  errorAt,
  parties,
}: Pick<FormPart, 'draft' | 'change' | 'errorAt' | 'parties'>) {
  const [typed, setTyped] = useState('');
  const { participants } = draft;
  const offered = matchParties(parties, typed)
    .filter(({ name }) => !participants.includes(name))
    .map(({ name }) => ({ value: name }));

  function add(name: string): void {
    const added = name.trim();
    if (added !== '' && !participants.includes(added)) change({ participants: [...participants, added] });
    setTyped('');
  }

  /** Enter adds what was typed; with nothing typed it saves the form as everywhere. */
  function press(event: KeyboardEvent): void {
    if (event.key !== 'Enter' || event.metaKey || event.ctrlKey || typed.trim() === '') return;
    if (event.currentTarget.getAttribute('aria-activedescendant') !== null) return;
    event.preventDefault();
    add(typed);
  }

  return (
    <div className="grid min-w-0 grid-cols-1 gap-1">
      <div className="flex items-end gap-1">
        <Field
          label={capitalised(detailWords.event.participants)}
          error={errorAt('participants')}
          className="flex-1"
        >
          <Combobox
            value={typed}
            proposals={offered}
            filtered
            placeholder="Add a name"
            maxLength={200}
            onValueChange={setTyped}
            onTake={({ value }) => add(value)}
            onKeyDown={press}
          />
        </Field>
        <Button disabled={typed.trim() === ''} onClick={() => add(typed)}>
          Add
        </Button>
      </div>
      {participants.length > 0 && (
        <ul className="flex flex-wrap gap-1" aria-label="Participants so far">
          {participants.map((name) => (
            <li key={name} className="flex items-center gap-1 rounded-md border border-line pl-2 text-sm">
              {name}
              <button
                type="button"
                aria-label={`Remove ${name}`}
                className="rounded-md p-1 text-soft hover:bg-hover hover:text-ink pointer-coarse:p-3"
                onClick={() => change({ participants: participants.filter((other) => other !== name) })}
              >
                <X aria-hidden="true" size={13} />
              </button>
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}
