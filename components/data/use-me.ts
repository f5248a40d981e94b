'use client';

import { useQuery } from '@tanstack/react-query';
import { type Me, meQuery } from './me';

/**
 * Whoever the page was brought for, and the desk's settings, as they are now. Somebody else who signs in with the same
 * browser does not take their place on this page.
 */
export function useMe(brought: Me): Me {
  const { data } = useQuery({ ...meQuery, initialData: brought });
  return data.id === brought.id ? data : brought;
}
