import type { FormEvent, ReactNode } from 'react';
import { sayFailure } from '@/components/data/failure-words';
import { fieldErrors } from '@/components/data/field-errors';
import { Button } from '@/components/ui/button';
import { DialogActions } from '@/components/ui/dialog';
import { Field } from '@/components/ui/field';
import { Notice } from '@/components/ui/notice';
import { TextInput } from '@/components/ui/text-input';

/** A form with a person's name and e-mail address. What the desk refuses is said beside the field that it is about. */
export function PersonForm({
  given,
  save,
  busy,
  error,
  onSave,
  onCancel,
  children,
}: {
  /** As it stands when the form opens. */
  given?: { readonly name: string; readonly email: string };
  /** What the button says. */
  save: string;
  busy: boolean;
  /** What saving threw; null for nothing. */
  error: unknown;
  onSave: (person: { name: string; email: string }, form: HTMLFormElement) => void;
  onCancel: () => void;
  /** Further fields. */
  children?: ReactNode;
}) {
  const wrong = fieldErrors(error);
  function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    const filled = new FormData(event.currentTarget);
    onSave({ name: String(filled.get('name')), email: String(filled.get('email')) }, event.currentTarget);
  }
  return (
    <form onSubmit={submit} noValidate className="grid gap-4">
      {error !== null && wrong.size === 0 && <Notice tone="bad">{sayFailure(error)}</Notice>}
      <Field label="Name" error={wrong.get('name')}>
        <TextInput name="name" autoComplete="off" defaultValue={given?.name ?? ''} />
      </Field>
      <Field label="E-mail" error={wrong.get('email')}>
        <TextInput name="email" type="email" autoComplete="off" defaultValue={given?.email ?? ''} />
      </Field>
      {children}
      <DialogActions>
        <Button onClick={onCancel}>Cancel</Button>
        <Button type="submit" variant="primary" busy={busy}>
          {save}
        </Button>
      </DialogActions>
    </form>
  );
}
