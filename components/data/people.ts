/** The queries of people and settings, for admins. */
import { queryOptions } from '@tanstack/react-query';
import { MOST_LISTED } from '@/domain/contract/operation';
import { listPeople, readSettings } from '@/domain/contract/people';
import { call } from './call';

/** Everybody, up to the most that a list gives at once. */
export const peopleQuery = queryOptions({
  queryKey: ['people'],
  queryFn: ({ signal }) => call(listPeople, { query: { limit: MOST_LISTED }, signal }),
});

/** What is set for the whole desk. */
export const settingsQuery = queryOptions({
  queryKey: ['settings'],
  queryFn: ({ signal }) => call(readSettings, { signal }),
});
