/** Signing in with e-mail address and password. */
import { findUser, findUserByEmail, updateUser } from '@/db/people';
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
      const entered = await enter({ db, now }, { account, password }, caller.previousSession);
      const { userId, session } = entered;
      log.info(
        { address: caller.address, userId },
        session === undefined ? 'A sign-in failed' : 'Somebody signed in',
      );
      return session;
    },
  );
}

/**
 * Begins a session for whoever these credentials belong to, if to anybody. Hashing takes a while: who was disabled or
 * got another password meanwhile is looked at again, so that an old password neither lets in nor comes back.
 */
async function enter(
  desk: Pick<House, 'db' | 'now'>,
  credentials: { readonly account: string | undefined; readonly password: string },
  previousSession: string | undefined,
): Promise<{ readonly userId?: string; readonly session?: string }> {
  const { db, now } = desk;
  const { account, password } = credentials;
  const user = account === undefined ? undefined : await findUserByEmail(db.sql, account);
  const stored = user?.passwordHash ?? undefined;
  const matches = await isPassword(password, stored);
  if (user === undefined) return {};
  if (!matches || stored === undefined || user.disabled) return { userId: user.id };
  const renewed = isOutdated(stored) ? await hashPassword(password) : undefined;
  const session = await db.transact(async (sql) => {
    const present = await findUser(sql, user.id);
    if (present?.passwordHash !== stored || present.disabled) return undefined;
    if (renewed !== undefined) await updateUser(sql, user.id, { passwordHash: renewed });
    return beginSession(sql, user.id, now(), previousSession);
  });
  return session === undefined ? enter(desk, credentials, previousSession) : { userId: user.id, session };
}
