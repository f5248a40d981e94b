/** Use cases of people: list, add, change, invite, and choosing a password through a set-up link. */
import { z } from 'zod';
import { appendChange } from '@/db/changes';
import type { Sql } from '@/db/database';
import * as queries from '@/db/people';
import { deleteSessionsOf } from '@/db/sessions';
import { type ChangeAction, DESK_LOG } from '@/domain/change';
import type * as operations from '@/domain/contract/people';
import type { Member } from '@/domain/person';
import { Refusal } from '@/domain/refusal';
import { pageOf, readCursor } from '@/server/cursor';
import { house } from '@/server/house';
import { invalid } from '@/server/http/problem';
import { hashPassword, weaknessOf } from '@/server/passwords';
import { demand, demandVersion } from '@/server/permission';
import { makeSetUpLink, personOfSetUp, setUpUrl } from '@/server/set-up-links';
import type { OpenUseCase, UseCase } from '@/server/use-case';

export const list: UseCase<typeof operations.listPeople> = async ({ actor, query, db }) => {
  demand(actor, 'people.manage', {});
  const place = readCursor(query.cursor, z.tuple([z.string(), z.string()]));
  const after = place === undefined ? undefined : { createdAt: place[0], id: place[1] };
  const rows = await queries.listUsers(db.sql, { after, limit: query.limit + 1 });
  const page = pageOf(rows, query.limit, (last) => [last.createdAt, last.id]);
  return { ...page, items: page.items.map(memberOf) };
};

export const create: UseCase<typeof operations.createPerson> = async ({ actor, body, newId, now, write }) => {
  const desk = await house();
  const { member, seed } = await write(async (sql) => {
    demand(actor, 'people.manage', {});
    const taken = body.id === undefined ? undefined : await queries.findUser(sql, body.id);
    if (taken !== undefined) {
      throw new Refusal('id-taken', 'There is a person with this id already.', { current: memberOf(taken) });
    }
    await demandFreeEmail(sql, body.email);
    const { id = newId(), ...fields } = body;
    const row = {
      ...fields,
      id,
      disabled: false,
      passwordHash: null,
      version: 1,
      createdAt: now,
      updatedAt: now,
    };
    await queries.insertUser(sql, row);
    await logPerson(sql, {
      actorId: actor.id,
      at: now,
      action: 'person.created',
      before: undefined,
      after: row,
    });
    return { member: memberOf(row), seed: await makeSetUpLink(sql, desk, id, now) };
  });
  return { ...member, setUpUrl: setUpUrl(desk, seed) };
};

export const change: UseCase<typeof operations.changePerson> = ({
  actor,
  body,
  now,
  params,
  version,
  write,
}) =>
  write(async (sql) => {
    demand(actor, 'people.manage', {});
    const before = await demandUser(sql, params.id);
    demandVersion(version, memberOf(before));
    const { name = before.name, email = before.email, role = before.role, disabled = before.disabled } = body;
    if (email !== before.email) await demandFreeEmail(sql, email);
    const fields = { name, email, role, disabled };
    const after = { ...before, ...fields, version: before.version + 1, updatedAt: now };
    if (
      name === before.name &&
      email === before.email &&
      role === before.role &&
      disabled === before.disabled
    ) {
      return memberOf(before);
    }
    await keepAnAdmin(sql, before, after);
    await queries.updateUser(sql, before.id, after);
    // Who may do more or less than before signs in anew.
    if (role !== before.role || disabled) await deleteSessionsOf(sql, before.id);
    if (disabled) await queries.endSetUpLinks(sql, before.id, now);
    await logPerson(sql, { actorId: actor.id, at: now, action: 'person.changed', before, after });
    return memberOf(after);
  });

export const invite: UseCase<typeof operations.invitePerson> = async ({ actor, now, params, write }) => {
  const desk = await house();
  const { member, seed } = await write(async (sql) => {
    demand(actor, 'people.manage', {});
    const user = await demandUser(sql, params.id);
    if (user.disabled) {
      const current = memberOf(user);
      throw new Refusal('conflict', `${user.name} is disabled; enable them first.`, { current });
    }
    // Whoever holds the link can become this person: that it was given out must be seen.
    const deed = { actorId: actor.id, at: now, action: 'person.invited' } as const;
    await logPerson(sql, { ...deed, before: user, after: user });
    return { member: memberOf(user), seed: await makeSetUpLink(sql, desk, user.id, now) };
  });
  return { ...member, setUpUrl: setUpUrl(desk, seed) };
};

/** What the page behind a set-up link shows: whom it is for; undefined when the link does not work. */
export async function readSetUp(
  token: string,
): Promise<{ readonly name: string; readonly email: string; readonly asksWho: boolean } | undefined> {
  const { db, now } = await house();
  const user = await personOfSetUp(db.sql, token, now());
  return user === undefined ? undefined : { name: user.name, email: user.email, asksWho: isUnnamed(user) };
}

export const setUp: OpenUseCase<typeof operations.setUpPassword> = async ({
  address,
  body,
  db,
  now,
  write,
}) => {
  const { attempts } = await house();
  const found = await attempts.attempt({ address }, () => personOfSetUp(db.sql, body.token, now));
  if (found === undefined) throw deadLink();
  const { name = found.name, email = found.email } = isUnnamed(found) ? body : {};
  if (email === '') throw invalid('email', 'is missing');
  const weakness = weaknessOf(body.password, [name, email, ...email.split('@')]);
  if (weakness !== undefined) throw invalid('password', weakness);
  const passwordHash = await hashPassword(body.password);
  return write(async (sql) => {
    // Somebody else may have used the link while the password was hashed.
    const before = await personOfSetUp(sql, body.token, now);
    if (before === undefined) throw deadLink();
    if (email !== before.email) await demandFreeEmail(sql, email);
    const after = { ...before, name, email, passwordHash, version: before.version + 1, updatedAt: now };
    await queries.updateUser(sql, before.id, after);
    await queries.endSetUpLinks(sql, before.id, now);
    await deleteSessionsOf(sql, before.id);
    await logPerson(sql, { actorId: before.id, at: now, action: 'person.changed', before, after });
    return { email };
  });
};

/** A person as admins see them. */
export function memberOf(user: queries.UserRow): Member {
  const { id, name, email, role, disabled, version, createdAt } = user;
  return { id, name, email, role, disabled, hasPassword: user.passwordHash !== null, version, createdAt };
}

/** Writes a person's line in the desk's log, without anything that lets somebody in. */
export function logPerson(
  sql: Sql,
  {
    before,
    after,
    ...deed
  }: {
    readonly actorId: string;
    readonly at: string;
    readonly action: Extract<ChangeAction, `person.${string}`>;
    readonly before: queries.UserRow | undefined;
    readonly after: queries.UserRow;
  },
): Promise<number> {
  return appendChange(sql, {
    ...deed,
    log: DESK_LOG,
    subjectId: after.id,
    before: before === undefined ? null : memberOf(before),
    after: memberOf(after),
  });
}

/** The first admin is made before anybody knows who that will be. */
function isUnnamed(user: queries.UserRow): boolean {
  return user.email === '';
}

async function demandUser(sql: Sql, id: string): Promise<queries.UserRow> {
  const user = await queries.findUser(sql, id);
  if (user === undefined) throw new Refusal('not-found', 'There is no person with this id.');
  return user;
}

async function demandFreeEmail(sql: Sql, email: string): Promise<void> {
  const holder = await queries.findUserByEmail(sql, email);
  if (holder === undefined) return;
  throw new Refusal('conflict', `${holder.name} has this e-mail address already.`, {
    errors: [{ path: 'email', message: 'belongs to somebody else' }],
    current: memberOf(holder),
  });
}

/** Somebody must be left who can sign in and let others in. */
async function keepAnAdmin(sql: Sql, before: queries.UserRow, after: queries.UserRow): Promise<void> {
  if (!isActingAdmin(before) || isActingAdmin(after) || (await queries.countActingAdmins(sql)) > 1) return;
  throw new Refusal(
    'conflict',
    'This is the last admin who can sign in; make somebody else an admin first.',
    {
      current: memberOf(before),
    },
  );
}

function isActingAdmin({ role, disabled, passwordHash }: queries.UserRow): boolean {
  return role === 'admin' && !disabled && passwordHash !== null;
}

function deadLink(): Refusal {
  return new Refusal('not-found', 'This link does not work any more; ask an admin for a new one.');
}
