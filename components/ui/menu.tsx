'use client';

import { Menu as Base } from '@base-ui/react/menu';
import { Check } from 'lucide-react';
import Link from 'next/link';
import type { ReactElement, ReactNode } from 'react';
import { classNames } from './class-names';
import { Kbd } from './kbd';
import { popupItemLook, popupLook } from './popup-look';

/** A list of things to do that opens from a button. Its lines: `MenuItem`, `MenuLink`, `MenuChoice`, `MenuLine`. */
export function Menu({
  trigger,
  align = 'end',
  children,
}: {
  /** The button: one element that takes a ref. */
  trigger: ReactElement<Record<string, unknown>>;
  align?: 'start' | 'end';
  children: ReactNode;
}) {
  return (
    <Base.Root>
      <Base.Trigger render={trigger} />
      <Base.Portal>
        <Base.Positioner sideOffset={6} align={align} className="z-50">
          <Base.Popup className={classNames(popupLook, 'min-w-52')}>{children}</Base.Popup>
        </Base.Positioner>
      </Base.Portal>
    </Base.Root>
  );
}

/** One thing to do. */
export function MenuItem({
  onSelect,
  shortcut,
  danger = false,
  disabled = false,
  children,
}: {
  onSelect: () => void;
  shortcut?: string;
  danger?: boolean;
  disabled?: boolean;
  children: ReactNode;
}) {
  return (
    <Base.Item
      onClick={() => onSelect()}
      disabled={disabled}
      className={classNames(popupItemLook, danger && 'text-bad')}
    >
      {children}
      {shortcut !== undefined && <Kbd className="ml-auto">{shortcut}</Kbd>}
    </Base.Item>
  );
}

/** One place to go. */
export function MenuLink({ href, children }: { href: string; children: ReactNode }) {
  return (
    <Base.LinkItem closeOnClick render={<Link href={href} />} className={popupItemLook}>
      {children}
    </Base.LinkItem>
  );
}

/** A few values of which one holds, each a line with a tick. */
export function MenuChoice<Value extends string>({
  label,
  value,
  options,
  onValueChange,
}: {
  label: string;
  value: Value;
  options: readonly { readonly value: Value; readonly label: string }[];
  onValueChange: (value: Value) => void;
}) {
  return (
    <Base.Group>
      <Base.GroupLabel className="px-2.5 pt-1.5 pb-0.5 font-semibold text-faint text-xs">
        {label}
      </Base.GroupLabel>
      <Base.RadioGroup value={value} onValueChange={(next: Value) => onValueChange(next)}>
        {options.map((option) => (
          <Base.RadioItem key={option.value} value={option.value} className={popupItemLook}>
            {option.label}
            <Base.RadioItemIndicator className="ml-auto text-pencil">
              <Check aria-hidden="true" size={15} />
            </Base.RadioItemIndicator>
          </Base.RadioItem>
        ))}
      </Base.RadioGroup>
    </Base.Group>
  );
}

/** Words above the lines, that cannot be chosen. */
export function MenuHeading({ children }: { children: ReactNode }) {
  return <div className="px-2.5 py-1.5">{children}</div>;
}

/** A hairline between groups of lines. */
export function MenuLine() {
  return <Base.Separator className="mx-1 my-1 border-line border-t" />;
}
