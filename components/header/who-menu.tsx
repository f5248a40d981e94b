'use client';

import { LogOut, Users } from 'lucide-react';
import { useState } from 'react';
import { useMe } from '@/components/data/use-me';
import { signOut } from '@/components/sign-in/sign-out';
import { ThemeChoice } from '@/components/theme/theme-choice';
import { Menu, MenuHeading, MenuItem, MenuLine, MenuLink } from '@/components/ui/menu';
import { toast } from '@/components/ui/toast';
import type { Me } from '@/domain/contract/people';
import { mayByRole } from '@/domain/policy';
import { roleWords } from '@/domain/words';
import { initials } from './initials';

/** Who is signed in, and what concerns them rather than the page. */
export function WhoMenu({ me: brought }: { me: Me }) {
  const me = useMe(brought);
  const [leaving, setLeaving] = useState(false);
  async function leave() {
    setLeaving(true);
    if (!(await signOut())) {
      setLeaving(false);
      toast('You are still signed in', { tone: 'bad', description: 'The desk did not answer. Try again.' });
    }
  }
  return (
    <Menu trigger={<WhoButton name={me.name} />}>
      <MenuHeading>
        <span className="block font-semibold text-ink text-base">{me.name}</span>
        <span className="block text-soft text-sm">
          {roleWords[me.role]} · {me.email}
        </span>
      </MenuHeading>
      <MenuLine />
      <ThemeChoice />
      <MenuLine />
      {mayByRole(me.role, 'people.manage').allowed && (
        <MenuLink href="/admin">
          <Users aria-hidden="true" size={15} strokeWidth={1.75} />
          People and settings
        </MenuLink>
      )}
      <MenuItem onSelect={leave} disabled={leaving}>
        <LogOut aria-hidden="true" size={15} strokeWidth={1.75} />
        Sign out
      </MenuItem>
    </Menu>
  );
}

/** Takes what the menu gives its trigger. The letters are a picture of the person, so they come from the style. */
function WhoButton({ name, ...rest }: { name: string }) {
  return (
    <button
      {...rest}
      type="button"
      aria-label={`${name}: your menu`}
      data-initials={initials(name)}
      className="grid size-7.5 shrink-0 place-items-center rounded-full border border-line bg-hover font-bold text-ink text-xs before:content-[attr(data-initials)] hover:border-edge pointer-coarse:size-11"
    />
  );
}
