import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { call } from '@/components/data/call';
import { peopleQuery } from '@/components/data/people';
import { Dialog } from '@/components/ui/dialog';
import { Field } from '@/components/ui/field';
import { focusFirstInvalid } from '@/components/ui/focus-first-invalid';
import { Select } from '@/components/ui/select';
import { createPerson, type NewMember } from '@/domain/contract/people';
import type { Role } from '@/domain/person';
import { PersonForm } from './person-form';
import { roleOptions } from './role-options';
import type { SetUpLink } from './set-up-link-dialog';

/** Adds somebody; what follows is their one-time link. */
export function AddPerson({
  open,
  onOpenChange,
  onAdded,
}: {
  open: boolean;
  onOpenChange: (open: boolean) => void;
  onAdded: (link: SetUpLink) => void;
}) {
  const cache = useQueryClient();
  const [role, setRole] = useState<Role>('editor');
  const add = useMutation({
    mutationFn: (person: NewMember) => call(createPerson, { body: person }),
    onSuccess: (invited) => {
      close();
      onAdded({ name: invited.name, url: invited.setUpUrl });
    },
    onSettled: () => cache.invalidateQueries({ queryKey: peopleQuery.queryKey }),
  });

  function close() {
    onOpenChange(false);
    setRole('editor');
    add.reset();
  }

  return (
    <Dialog
      open={open}
      onOpenChange={(next) => !next && close()}
      title="Add a person"
      description="They choose their own password through a link that you pass on."
    >
      <PersonForm
        save="Add and make the link"
        busy={add.isPending}
        error={add.error}
        onSave={(person, form) => add.mutate({ ...person, role }, { onError: () => focusFirstInvalid(form) })}
        onCancel={close}
      >
        <Field label="Role" hint={roleHints[role]}>
          <Select value={role} options={roleOptions} onValueChange={(next) => next !== '' && setRole(next)} />
        </Field>
      </PersonForm>
    </Dialog>
  );
}

const roleHints = {
  editor: 'Brings articles in, makes and changes marks, exports.',
  reviewer: 'All that an editor does, and decides on marks that others made.',
  admin: 'All that a reviewer does, and looks after people and settings.',
} as const satisfies Record<Role, string>;
