'use client';

import { Combobox } from '@/components/ui/combobox';
import { Field } from '@/components/ui/field';
import { Select } from '@/components/ui/select';
import { TextArea } from '@/components/ui/text-area';
import { TextInput } from '@/components/ui/text-input';
import { priorities } from '@/domain/article';
import { articleFieldWords, capitalised, priorityWords } from '@/domain/words';
import type { FieldErrors, FieldName, FieldValues } from './field-values';
import { languageName, languagesLike } from './languages';

export interface ArticleFieldsFormProps {
  readonly values: FieldValues;
  /** Called with the field that was typed into and its new value. */
  readonly onChange: (name: FieldName, value: string) => void;
  /** Shown beside their fields. */
  readonly errors: FieldErrors;
  /** The desk's IANA zone, in which the deadline is written. */
  readonly timeZone: string;
}

const priorityOptions = priorities.map((value) => ({ value, label: capitalised(priorityWords[value]) }));

/** What people write about an article: the same fields when it comes in and when they are mended later. Holds nothing. */
export function ArticleFieldsForm({ values, onChange, errors, timeZone }: ArticleFieldsFormProps) {
  const field = (name: FieldName) => ({ label: capitalised(articleFieldWords[name]), error: errors[name] });
  const text = (name: FieldName) => ({
    name,
    value: values[name],
    onChange: (event: { target: { value: string } }) => onChange(name, event.target.value),
    dir: 'auto',
    autoComplete: 'off',
  });
  return (
    <div className="grid grid-cols-2 gap-x-3 gap-y-3.5">
      <Field {...field('headline')} className="col-span-2">
        <TextArea {...text('headline')} rows={2} />
      </Field>
      <Field {...field('byline')} className="col-span-2 sm:col-span-1">
        <TextInput {...text('byline')} />
      </Field>
      <Field {...field('source')} className="col-span-2 sm:col-span-1">
        <TextInput {...text('source')} />
      </Field>
      <Field {...field('sourceUrl')} className="col-span-2 sm:col-span-1">
        <TextInput {...text('sourceUrl')} dir="ltr" inputMode="url" placeholder="https://" />
      </Field>
      <Field {...field('publishedOn')} className="col-span-2 sm:col-span-1">
        <TextInput {...text('publishedOn')} dir="ltr" placeholder="2025-03-02" />
      </Field>
      <Field
        {...field('language')}
        className="col-span-2 sm:col-span-1"
        {...(values.language === '' ? {} : { hint: languageName(values.language.trim()) })}
      >
        <Combobox
          name="language"
          value={values.language}
          onValueChange={(typed) => onChange('language', typed)}
          proposals={languagesLike(values.language).map(({ tag, name }) => ({
            value: tag,
            label: `${name} (${tag})`,
          }))}
          filtered
        />
      </Field>
      <Field {...field('desk')} className="col-span-2 sm:col-span-1">
        <TextInput {...text('desk')} />
      </Field>
      <Field
        {...field('deadline')}
        className="col-span-2 sm:col-span-1"
        hint={`On the clocks of ${timeZone}`}
      >
        <TextInput {...text('deadline')} dir="ltr" type="datetime-local" />
      </Field>
      <Field {...field('priority')} className="col-span-2 sm:col-span-1">
        <Select
          name="priority"
          value={priorities.find((priority) => priority === values.priority) ?? 'normal'}
          options={priorityOptions}
          onValueChange={(chosen) => onChange('priority', chosen)}
        />
      </Field>
    </div>
  );
}
