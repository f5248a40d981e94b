import { Field } from '@/components/ui/field';
import { TextInput } from '@/components/ui/text-input';
import { findDates } from '@/domain/dates/resolve-date';
import { datePrecision } from '@/domain/time';
import type { FormPart } from './form-part';
import { Proposed } from './proposed';
import { shortDate } from './short-date';

/**
 * A date as precise as it is known: `2025`, `2025-03`, `2025-03-02` or with a time. Words such as "Friday" may be typed;
 * what they mean is then proposed.
 */
export function DateField({
  path,
  label,
  draft,
  setValues,
  errorAt,
  proposals,
  publishedOn,
}: Pick<FormPart, 'draft' | 'setValues' | 'errorAt' | 'proposals' | 'publishedOn'> & {
  readonly path: string;
  readonly label: string;
}) {
  const value = draft.values[path] ?? '';
  const known = datePrecision(value.trim());
  const meant = known === undefined && value.trim() !== '' ? findDates(value, publishedOn)[0] : undefined;
  const offered =
    value === ''
      ? proposals.flatMap(({ field, value: proposed, because }) =>
          field === path && typeof proposed === 'string' ? [{ date: proposed, because }] : [],
        )
      : (meant?.dates ?? []).map((date) => ({ date, because: `From “${value}”` }));
  return (
    <div data-filled-here className="grid min-w-0 grid-cols-1 content-start gap-1">
      <Field
        label={label}
        error={errorAt(path)}
        hint={known === undefined ? undefined : shortDate(value.trim())}
      >
        <TextInput
          value={value}
          placeholder="2025-03-02, Friday"
          maxLength={40}
          onChange={(event) => setValues({ [path]: event.target.value })}
        />
      </Field>
      <div className="flex flex-wrap gap-1 empty:hidden">
        {offered.map(({ date, because }) => (
          <Proposed
            key={date}
            words={shortDate(date)}
            because={because}
            onTake={() => setValues({ [path]: date })}
          />
        ))}
      </div>
    </div>
  );
}
