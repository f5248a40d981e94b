import { Field } from '@/components/ui/field';
import { Select } from '@/components/ui/select';
import { capitalised } from '@/domain/words';
import type { FormPart } from './form-part';

/** One of a few values, by their words. */
export function ChoiceField({
  path,
  label,
  words,
  none = 'not given',
  draft,
  setValues,
  errorAt,
}: Pick<FormPart, 'draft' | 'setValues' | 'errorAt'> & {
  readonly path: string;
  readonly label: string;
  /** Word by value. */
  readonly words: Readonly<Record<string, string>>;
  /** What choosing nothing is called; null where something has to be chosen. */
  readonly none?: string | null;
}) {
  return (
    <Field label={label} error={errorAt(path)}>
      <Select
        options={Object.entries(words).map(([value, word]) => ({ value, label: capitalised(word) }))}
        value={draft.values[path] ?? ''}
        {...(none !== null && { none: capitalised(none) })}
        onValueChange={(value) => setValues({ [path]: value })}
      />
    </Field>
  );
}
