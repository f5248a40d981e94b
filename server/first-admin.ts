/** A desk that nobody can enter yet: its first admin, and the link that lets that person in. */
import { findFirstAdmin, hasAnybody, insertUser } from '@/db/people';
import type { House } from '@/server/house';
import { logPerson } from '@/server/people';
import { makeSetUpLink, setUpUrl } from '@/server/set-up-links';

/**
 * A new set-up link while nobody has chosen a password yet; undefined once somebody has. The first admin stands
 * without name and address, which the link asks for; earlier links stop working.
 */
export async function inviteFirstAdmin(desk: House): Promise<string | undefined> {
  if (await hasAnybody(desk.db.sql)) return undefined;
  const at = desk.now();
  const seed = await desk.db.transact(async (sql) => {
    const standing = await findFirstAdmin(sql);
    const id = standing?.id ?? desk.newId();
    if (standing === undefined) {
      const person = { id, name: 'Admin', email: '', role: 'admin' } as const;
      const row = {
        ...person,
        disabled: false,
        passwordHash: null,
        version: 1,
        createdAt: at,
        updatedAt: at,
      };
      await insertUser(sql, row);
      await logPerson(sql, { actorId: id, at, action: 'person.created', before: undefined, after: row });
    }
    return makeSetUpLink(sql, desk, id, at);
  });
  return setUpUrl(desk, seed);
}
