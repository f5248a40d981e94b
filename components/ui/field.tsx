'use client';

import { Field as Base } from '@base-ui/react/field';
import type { ReactNode } from 'react';
import { classNames } from './class-names';

export interface FieldProps {
  label: string;
  /** What is wrong with what was entered; shown below it, told with it, and marks the control invalid. */
  error?: string | undefined;
  /** What a person should know before they fill it in. */
  hint?: ReactNode;
  /** The label is told but not shown, where the place makes it plain. */
  labelHidden?: boolean;
  className?: string;
  /** One of the controls here: TextInput, TextArea, Select, Combobox. */
  children: ReactNode;
}

/** A control with its label, its hint and its error, tied together for assistive technology. */
export function Field({ label, error, hint, labelHidden = false, className, children }: FieldProps) {
  return (
    <Base.Root
      invalid={error !== undefined}
      className={classNames('grid min-w-0 grid-cols-1 content-start gap-1', className)}
    >
      <Base.Label className={labelHidden ? 'sr-only' : 'font-medium text-soft text-sm'}>{label}</Base.Label>
      {children}
      {hint !== undefined && <Base.Description className="text-faint text-sm">{hint}</Base.Description>}
      {error !== undefined && (
        <Base.Error match className="text-bad text-sm">
          {error}
        </Base.Error>
      )}
    </Base.Root>
  );
}
