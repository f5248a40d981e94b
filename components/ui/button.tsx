'use client';

import { Button as BaseButton } from '@base-ui/react/button';
import type { ComponentProps } from 'react';
import { type ButtonVariant, buttonLook } from './button-look';
import { Kbd } from './kbd';

export interface ButtonProps extends Omit<ComponentProps<'button'>, 'ref' | 'style'> {
  variant?: ButtonVariant;
  /** The key that does the same, as it is shown and told (`a`, `Enter`); the key itself is handled elsewhere. */
  shortcut?: string;
  /** Something is under way: it cannot be pressed again, but keeps the focus. */
  busy?: boolean;
}

/** A button with words. It does not submit a form unless told so. */
export function Button({
  variant = 'plain',
  shortcut,
  busy = false,
  disabled = false,
  type = 'button',
  className,
  children,
  ...rest
}: ButtonProps) {
  return (
    <BaseButton
      {...rest}
      type={type}
      disabled={disabled || busy}
      focusableWhenDisabled={busy}
      aria-busy={busy || undefined}
      aria-keyshortcuts={shortcut}
      className={buttonLook(variant, className)}
    >
      {children}
      {shortcut !== undefined && <Kbd onFill={variant === 'primary'}>{shortcut}</Kbd>}
    </BaseButton>
  );
}
