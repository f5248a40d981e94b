'use client';

import { Field } from '@base-ui/react/field';
import type { ComponentProps } from 'react';
import { classNames } from './class-names';
import { controlLook } from './control-look';

/** Several lines of text; it grows with them where the browser can. Inside a `Field`, which names it. */
export function TextArea({ className, rows = 3, ...rest }: Omit<ComponentProps<'textarea'>, 'style'>) {
  return (
    <Field.Control
      render={
        <textarea
          {...rest}
          rows={rows}
          className={classNames(controlLook, 'resize-y py-1.5 [field-sizing:content]', className)}
        />
      }
    />
  );
}
