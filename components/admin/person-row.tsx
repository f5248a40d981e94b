import { useMutation } from '@tanstack/react-query';
import { Ellipsis } from 'lucide-react';
import { useState } from 'react';
import { call } from '@/components/data/call';
import { sayFailure } from '@/components/data/failure-words';
import { IconButton } from '@/components/ui/icon-button';
import { Menu, MenuItem, MenuLine } from '@/components/ui/menu';
import { Notice } from '@/components/ui/notice';
import { Select } from '@/components/ui/select';
import { toast } from '@/components/ui/toast';
import { invitePerson } from '@/domain/contract/people';
import type { Member } from '@/domain/person';
import { EditPerson } from './edit-person';
import { roleOptions } from './role-options';
import type { SetUpLink } from './set-up-link-dialog';
import { useChangePerson } from './use-change-person';

/** One person: who they are, what they may, whether they can sign in. A refusal is said in their line. */
export function PersonRow({
  person,
  isMe,
  onInvited,
}: {
  person: Member;
  isMe: boolean;
  onInvited: (link: SetUpLink) => void;
}) {
  const [editing, setEditing] = useState(false);
  const change = useChangePerson(person);
  const invite = useMutation({
    mutationFn: () => call(invitePerson, { params: { id: person.id } }),
    onSuccess: (invited) => onInvited({ name: invited.name, url: invited.setUpUrl }),
    onError: (error) => toast('No new link was made', { tone: 'bad', description: sayFailure(error) }),
  });

  return (
    <li
      aria-label={person.name}
      className="grid grid-cols-[minmax(0,1fr)_auto] items-center gap-x-4 gap-y-2 border-line border-b py-3 sm:grid-cols-[minmax(0,1fr)_9rem_8.5rem_auto]"
    >
      <div className="min-w-0">
        <p className="truncate font-semibold" dir="auto">
          {person.name}
          {isMe && <span className="font-normal text-soft"> (you)</span>}
        </p>
        <p className="truncate text-soft text-sm">{person.email}</p>
      </div>
      <div className="max-sm:col-start-1 max-sm:row-start-2">
        <Select
          aria-label={`Role of ${person.name}`}
          value={
            change.variables?.role !== undefined && change.isPending ? change.variables.role : person.role
          }
          options={roleOptions}
          disabled={change.isPending}
          onValueChange={(role) => role !== '' && change.mutate({ role })}
        />
      </div>
      <p className="text-sm max-sm:col-start-2 max-sm:row-start-2 max-sm:text-right">{standing(person)}</p>
      <div className="justify-self-end max-sm:col-start-2 max-sm:row-start-1">
        <Menu trigger={<IconButton icon={Ellipsis} label={`More for ${person.name}`} />}>
          <MenuItem onSelect={() => setEditing(true)}>Change name or e-mail…</MenuItem>
          <MenuItem onSelect={() => invite.mutate()} disabled={person.disabled}>
            New set-up link…
          </MenuItem>
          <MenuLine />
          {person.disabled ? (
            <MenuItem onSelect={() => change.mutate({ disabled: false })}>Enable</MenuItem>
          ) : (
            <MenuItem danger onSelect={() => change.mutate({ disabled: true })}>
              Disable
            </MenuItem>
          )}
        </Menu>
      </div>
      {change.isError && !editing && (
        <Notice tone="bad" className="col-span-full">
          {sayFailure(change.error)}
        </Notice>
      )}
      <EditPerson person={person} open={editing} onOpenChange={setEditing} />
    </li>
  );
}

function standing({ disabled, hasPassword }: Member) {
  if (disabled) return <span className="text-bad">disabled</span>;
  if (!hasPassword) return <span className="text-warn-ink">not set up yet</span>;
  return <span className="text-soft">can sign in</span>;
}
