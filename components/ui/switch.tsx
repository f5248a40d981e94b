'use client';

import { Switch as Base } from '@base-ui/react/switch';
import type { ReactNode } from 'react';

export interface SwitchProps {
  /** What is on or off. */
  label: ReactNode;
  checked: boolean;
  disabled?: boolean;
  onCheckedChange: (checked: boolean) => void;
}

/** Something that is on or off at once, without a Save. The label is part of what can be pressed. */
export function Switch({ label, checked, disabled = false, onCheckedChange }: SwitchProps) {
  return (
    // biome-ignore lint/a11y/noLabelWithoutControl: the switch inside is the control; it renders its own input.
    <label className="flex min-h-7.5 items-center gap-3 font-medium pointer-coarse:min-h-11">
      <Base.Root
        checked={checked}
        disabled={disabled}
        onCheckedChange={(next) => onCheckedChange(next)}
        className="inline-flex h-5 w-9 shrink-0 items-center rounded-full border border-edge bg-line p-0.5 transition-colors data-checked:border-pencil data-checked:bg-pencil data-disabled:opacity-55"
      >
        <Base.Thumb className="size-3.5 rounded-full bg-edge transition-transform data-checked:translate-x-4 data-checked:bg-on-pencil" />
      </Base.Root>
      {label}
    </label>
  );
}
