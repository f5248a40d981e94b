import Link from 'next/link';
import type { ComponentProps } from 'react';
import { type ButtonVariant, buttonLook } from './button-look';

/** A link to a page of ours, drawn as a button: for going somewhere, never for doing something. */
export function LinkButton({
  variant = 'plain',
  className,
  ...rest
}: ComponentProps<typeof Link> & { variant?: ButtonVariant }) {
  return <Link {...rest} className={buttonLook(variant, className)} />;
}
