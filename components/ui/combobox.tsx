'use client';

import { Autocomplete } from '@base-ui/react/autocomplete';
import type { ComponentProps, ReactNode } from 'react';
import { classNames } from './class-names';
import { controlLook } from './control-look';
import { popupItemLook, popupLook } from './popup-look';

export interface Proposal {
  /** What is filled in when it is taken; unique in its list. */
  readonly value: string;
  /** What it is shown as, where that is more than the value. */
  readonly label?: ReactNode;
}

export interface ComboboxProps
  extends Omit<ComponentProps<'input'>, 'style' | 'value' | 'defaultValue' | 'ref'> {
  value: string;
  onValueChange: (value: string) => void;
  /** In the order in which they are shown. Those that do not hold what is typed are left out unless `filtered`. */
  proposals: readonly Proposal[];
  /** The proposals are already those that fit what is typed. */
  filtered?: boolean;
  /** A proposal was taken, by key or click, not merely typed. */
  onTake?: (proposal: Proposal) => void;
}

/** Text with proposals below it while typing; anything else may be typed too. Inside a `Field`, which names it. */
export function Combobox({
  value,
  onValueChange,
  proposals,
  filtered = false,
  onTake,
  className,
  ...rest
}: ComboboxProps) {
  return (
    <Autocomplete.Root
      items={proposals}
      value={value}
      onValueChange={(typed) => onValueChange(typed)}
      itemToStringValue={(proposal: Proposal) => proposal.value}
      openOnInputClick
      {...(filtered && { filter: null })}
    >
      <Autocomplete.Input {...rest} className={classNames(controlLook, className)} />
      <Autocomplete.Portal>
        <Autocomplete.Positioner align="start" sideOffset={4} className="z-50 data-empty:hidden">
          <Autocomplete.Popup className={classNames(popupLook, 'min-w-(--anchor-width) max-w-96')}>
            <Autocomplete.List>
              {(proposal: Proposal) => (
                <Autocomplete.Item
                  key={proposal.value}
                  value={proposal}
                  className={popupItemLook}
                  onClick={() => onTake?.(proposal)}
                >
                  {proposal.label ?? proposal.value}
                </Autocomplete.Item>
              )}
            </Autocomplete.List>
          </Autocomplete.Popup>
        </Autocomplete.Positioner>
      </Autocomplete.Portal>
    </Autocomplete.Root>
  );
}
