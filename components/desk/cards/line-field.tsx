import { Field } from '@/components/ui/field';
import { TextInput } from '@/components/ui/text-input';
import type { FormPart } from './form-part';
import { Proposed } from './proposed';

/** One line of text, with what is proposed for it while it is empty. */
export function LineField({
  path,
  label,
  draft,
  setValues,
  errorAt,
  proposals,
}: Pick<FormPart, 'draft' | 'setValues' | 'errorAt' | 'proposals'> & {
  readonly path: string;
  readonly label: string;
}) {
  const value = draft.values[path] ?? '';
  return (
    <div data-filled-here className="grid min-w-0 grid-cols-1 content-start gap-1">
      <Field label={label} error={errorAt(path)}>
        <TextInput
          value={value}
          maxLength={300}
          onChange={(event) => setValues({ [path]: event.target.value })}
        />
      </Field>
      {value === '' &&
        proposals.map(({ field, value: proposed, because }) =>
          field === path && typeof proposed === 'string' ? (
            <Proposed
              key={proposed}
              words={proposed}
              because={because}
              onTake={() => setValues({ [path]: proposed })}
            />
          ) : null,
        )}
    </div>
  );
}
