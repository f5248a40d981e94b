/** The query of an address, as an object of strings. */
import type { Issue } from '@/domain/refusal';
import { unfitIn } from '@/server/http/body';
import { unfit } from '@/server/http/issues';

/** Names and values; a name given twice, or one that holds what no string may: 422. */
export function readQuery(search: URLSearchParams): Record<string, string> {
  const query = Object.fromEntries(search);
  const issues: Issue[] = unfitIn(query);
  for (const name of Object.keys(query)) {
    if (search.getAll(name).length > 1) issues.push({ path: name, message: 'is given twice' });
  }
  if (issues.length > 0) throw unfit(issues);
  return query;
}
