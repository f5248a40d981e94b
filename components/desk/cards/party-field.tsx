import { Combobox } from '@/components/ui/combobox';
import { Field } from '@/components/ui/field';
import { TextInput } from '@/components/ui/text-input';
import { matchParties } from '@/domain/party-names';
import { capitalised, partyWords } from '@/domain/words';
import type { FormPart } from './form-part';
import { Proposed } from './proposed';

/** A person by name and role; those named in the article are offered while typing. */
export function PartyField({
  field,
  label,
  draft,
  set,
  errorAt,
  parties,
  proposals,
  change,
}: Pick<FormPart, 'draft' | 'set' | 'errorAt' | 'parties' | 'proposals' | 'change'> & {
  readonly field: 'speaker' | 'claimant';
  readonly label: string;
}) {
  const name = draft.values[`${field}.name`] ?? '';
  const role = draft.values[`${field}.role`] ?? '';
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
  function take(taken: string): void {
    const known = parties.find((party) => party.name === taken);
    change({
      values: {
        ...draft.values,
        [`${field}.name`]: taken,
        [`${field}.role`]: role === '' ? (known?.role ?? '') : role,
      },
    });
  }

  return (
    <div className="grid gap-1">
      <div className="grid grid-cols-2 gap-2">
        <Field label={label} error={errorAt(`${field}.name`)}>
          <Combobox
            value={name}
            proposals={offered}
            filtered
            maxLength={200}
            onValueChange={(typed) => set(`${field}.name`, typed)}
            onTake={({ value }) => take(value)}
          />
        </Field>
        <Field label={capitalised(partyWords.role)} error={errorAt(`${field}.role`)}>
          <TextInput
            value={role}
            maxLength={200}
            onChange={(event) => set(`${field}.role`, event.target.value)}
          />
        </Field>
      </div>
      {name === '' &&
        proposals.map((proposal) =>
          proposal.field === field && typeof proposal.value === 'object' ? (
            <Proposed
              key={proposal.value.name}
              words={[proposal.value.name, proposal.value.role].filter(Boolean).join(', ')}
              because={proposal.because}
              onTake={() =>
                typeof proposal.value === 'object' &&
                change({
                  values: {
                    ...draft.values,
                    [`${field}.name`]: proposal.value.name,
                    [`${field}.role`]: role === '' ? (proposal.value.role ?? '') : role,
                  },
                })
              }
            />
          ) : null,
        )}
    </div>
  );
}
