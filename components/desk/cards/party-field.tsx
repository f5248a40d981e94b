import { Combobox } from '@/components/ui/combobox';
import { Field } from '@/components/ui/field';
import { TextInput } from '@/components/ui/text-input';
import type { Party } from '@/domain/kinds';
import { matchParties } from '@/domain/party-names';
import { capitalised, partyWords } from '@/domain/words';
import type { FormPart } from './form-part';
import { Proposed } from './proposed';

/** A person by name and role; those named in the article are offered while typing. */
export function PartyField({
  field,
  label,
  draft,
  setValues,
  errorAt,
  parties,
  proposals,
}: Pick<FormPart, 'draft' | 'setValues' | 'errorAt' | 'parties' | 'proposals'> & {
  readonly field: 'speaker' | 'claimant';
  readonly label: string;
}) {
  const name = draft.values[`${field}.name`] ?? '';
  const role = draft.values[`${field}.role`] ?? '';
  const proposedParties = proposals.flatMap(({ field: of, value, because }) =>
    of === field && typeof value === 'object' ? [{ party: value, because }] : [],
  );
  const offered = matchParties(parties, name).map((party) => ({
    value: party.name,
    label: (
      <span className="min-w-0">
        {party.name}
        {party.role !== undefined && <span className="text-soft">, {party.role}</span>}
      </span>
    ),
  }));

  /** Taking a name brings its role where none was typed. */
  function take(party: Party): void {
    setValues({
      [`${field}.name`]: party.name,
      [`${field}.role`]: role === '' ? (party.role ?? '') : role,
    });
  }

  return (
    <div data-filled-here className="grid min-w-0 grid-cols-1 gap-1">
      <div className="grid grid-cols-2 gap-2">
        <Field label={label} error={errorAt(`${field}.name`)}>
          <Combobox
            value={name}
            proposals={offered}
            filtered
            maxLength={200}
            onValueChange={(typed) => setValues({ [`${field}.name`]: typed })}
            onTake={({ value }) => take(parties.find((party) => party.name === value) ?? { name: value })}
          />
        </Field>
        <Field label={capitalised(partyWords.role)} error={errorAt(`${field}.role`)}>
          <TextInput
            value={role}
            maxLength={200}
            onChange={(event) => setValues({ [`${field}.role`]: event.target.value })}
          />
        </Field>
      </div>
      {name === '' && (
        <div className="flex min-w-0 flex-wrap gap-1 empty:hidden">
          {proposedParties.map(({ party, because }) => (
            <Proposed
              key={party.name}
              words={party.role === undefined ? party.name : `${party.name}, ${party.role}`}
              because={because}
              onTake={() => take(party)}
            />
          ))}
        </div>
      )}
    </div>
  );
}
