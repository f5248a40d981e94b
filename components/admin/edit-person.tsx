import { Dialog } from '@/components/ui/dialog';
import { focusFirstInvalid } from '@/components/ui/focus-first-invalid';
import type { Member } from '@/domain/person';
import { PersonForm } from './person-form';
import { useChangePerson } from './use-change-person';

/** Mends somebody's name or e-mail address. */
export function EditPerson({
  person,
  open,
  onOpenChange,
}: {
  person: Member;
  open: boolean;
  onOpenChange: (open: boolean) => void;
}) {
  const change = useChangePerson(person);
  function close() {
    onOpenChange(false);
    change.reset();
  }
  return (
    <Dialog open={open} onOpenChange={(next) => !next && close()} title={`Change ${person.name}`}>
      <PersonForm
        given={person}
        save="Save"
        busy={change.isPending}
        error={change.error}
        onSave={(mended, form) =>
          change.mutate(mended, { onSuccess: close, onError: () => focusFirstInvalid(form) })
        }
        onCancel={close}
      />
    </Dialog>
  );
}
