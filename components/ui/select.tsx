'use client';

import { Field } from '@base-ui/react/field';
import { ChevronDown } from 'lucide-react';
import type { ComponentProps } from 'react';
import { classNames } from './class-names';
import { controlLook } from './control-look';

export interface SelectOption<Value extends string> {
  readonly value: Value;
  readonly label: string;
}

export interface SelectProps<Value extends string>
  extends Omit<ComponentProps<'select'>, 'style' | 'value' | 'children'> {
  options: readonly SelectOption<Value>[];
  /** The chosen value; `''` for none, where `none` names that choice. */
  value: Value | '';
  /** What choosing nothing is called; without it something is always chosen. */
  none?: string;
  onValueChange: (value: Value | '') => void;
}

/**
 * One choice of a few. The browser's own list: it types ahead, opens as phones do it, and costs no script. Inside a
 * `Field`, which names it; else give `aria-label`.
 */
export function Select<Value extends string>({
  options,
  value,
  none,
  onValueChange,
  className,
  ...rest
}: SelectProps<Value>) {
  return (
    <span className={classNames('relative block', className)}>
      <Field.Control
        render={
          <select
            {...rest}
            value={value}
            onChange={(event) => {
              const chosen = options.find((option) => option.value === event.target.value);
              onValueChange(chosen?.value ?? '');
            }}
            className={classNames(controlLook, 'appearance-none pr-7')}
          >
            {none !== undefined && <option value="">{none}</option>}
            {options.map((option) => (
              <option key={option.value} value={option.value}>
                {option.label}
              </option>
            ))}
          </select>
        }
      />
      <ChevronDown
        aria-hidden="true"
        size={14}
        className="pointer-events-none absolute top-1/2 right-2 -translate-y-1/2 text-soft"
      />
    </span>
  );
}
