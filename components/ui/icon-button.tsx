'use client';

import { Button as BaseButton } from '@base-ui/react/button';
import type { LucideIcon } from 'lucide-react';
import type { ComponentProps } from 'react';
import { type ButtonVariant, iconButtonLook } from './button-look';
import { Tooltip } from './tooltip';

export interface IconButtonProps extends Omit<ComponentProps<'button'>, 'ref' | 'style' | 'children'> {
  icon: LucideIcon;
  /** Its name: told to assistive technology and shown as a tooltip. */
  label: string;
  variant?: ButtonVariant;
  /** The key that does the same; the key itself is handled elsewhere. */
  shortcut?: string;
}

/** A button with a sign alone. */
export function IconButton({
  icon: Icon,
  label,
  variant = 'quiet',
  shortcut,
  type = 'button',
  className,
  ...rest
}: IconButtonProps) {
  return (
    <Tooltip label={label} {...(shortcut !== undefined && { shortcut })}>
      <BaseButton
        {...rest}
        type={type}
        aria-label={label}
        aria-keyshortcuts={shortcut}
        className={iconButtonLook(variant, className)}
      >
        <Icon aria-hidden="true" size={16} strokeWidth={1.75} />
      </BaseButton>
    </Tooltip>
  );
}
