'use client';

import { useEffect } from 'react';
import type { Me } from './me';
import { setPagePerson } from './page-person';

/** What every page behind sign-in does beside what it shows. Draws nothing. */
export function Together({ me }: { readonly me: Me }) {
  useEffect(() => setPagePerson(me), [me]);
  return null;
}
