'use client';

import { Field } from '@base-ui/react/field';
import type { ComponentProps } from 'react';
import { classNames } from './class-names';
import { controlLook } from './control-look';

/** One line of text (or a date, a time, a password: `type`). Inside a `Field`, which names it; else give `aria-label`. */
export function TextInput({ className, ...rest }: Omit<ComponentProps<'input'>, 'style'>) {
  return <Field.Control {...rest} className={classNames(controlLook, className)} />;
}
