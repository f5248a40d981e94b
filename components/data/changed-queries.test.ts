import { QueryClient, type QueryKey } from '@tanstack/react-query';
import { expect, test } from 'vitest';
import type { ChangeAction } from '@/domain/change';
import { annotationHistoryQuery, annotationsQuery } from './annotations';
import { renewAfter } from './changed-queries';
import { meQuery } from './me';
import { peopleQuery, settingsQuery } from './people';
import { articleId, quoteMark } from './unsent-examples';

const mark = quoteMark(1);
const cached: Readonly<Record<string, QueryKey>> = {
  people: peopleQuery.queryKey,
  settings: settingsQuery.queryKey,
  me: meQuery.queryKey,
  marks: annotationsQuery(articleId).queryKey,
  history: annotationHistoryQuery(mark.id, 1, false).queryKey,
};

const cases: readonly (readonly [ChangeAction, readonly string[]])[] = [
  ['person.created', ['people']],
  ['person.invited', ['people']],
  // Everything that shows who made a mark shows names.
  ['person.changed', ['people', 'me', 'marks', 'history']],
  ['setting.changed', ['settings', 'me']],
  ['annotation.reviewed', ['history']],
  ['annotation.created', []],
  ['article.changed', []],
];

test.each(cases)('after %s are old: %j', (action, old) => {
  const client = new QueryClient();
  for (const queryKey of Object.values(cached)) client.setQueryData(queryKey, {});
  renewAfter(client, { action, subjectId: mark.id });
  const isOld = (name: string) => client.getQueryState(cached[name] ?? [])?.isInvalidated === true;
  expect(Object.keys(cached).filter(isOld)).toEqual(old);
});
