/** Signing in with e-mail address and password. */
import { findUserByEmail, updateUser } from '@/db/people';
import { Email } from '@/domain/person';
import type { House } from '@/server/house';
import { hashPassword, isOutdated, isPassword } from '@/server/passwords';
import { beginSession } from '@/server/session';

export interface Credentials {
  readonly email: string;
  readonly password: string;
}

/**
 * The id of a new session for whoever these credentials belong to; undefined when they are wrong, whatever is wrong
 * with them. The session that the caller came with ends. Refuses with 429 after too many failures.
 */
export async function signIn(
  { attempts, db, log, now }: House,
  { email, password }: Credentials,
  caller: { readonly address: string; readonly previousSession: string | undefined },
): Promise<string | undefined> {
  const account = Email.safeParse(email).data;
  return attempts.attempt(
    { address: caller.address, ...(account === undefined ? {} : { account }) },
    async () => {
      const user = account === undefined ? undefined : await findUserByEmail(db.sql, account);
      const stored = user?.passwordHash ?? undefined;
      const matches = await isPassword(password, stored);
      if (!matches || user === undefined || stored === undefined || user.disabled) {
        log.info({ address: caller.address, userId: user?.id }, 'A sign-in failed');
        return undefined;
      }
      log.info({ address: caller.address, userId: user.id }, 'Somebody signed in');
      const renewed = isOutdated(stored) ? await hashPassword(password) : undefined;
      return db.transact(async (sql) => {
        if (renewed !== undefined) await updateUser(sql, user.id, { passwordHash: renewed });
        return beginSession(sql, user.id, now(), caller.previousSession);
      });
    },
  );
}
