'use client';

import type { Me } from './me';

/** What every page behind sign-in does beside what it shows. Draws nothing. */
export function Together({ me }: { readonly me: Me }) {
  void me;
  return null;
}
