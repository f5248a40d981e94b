/** Operations on people, the desk's settings, and the one-time set-up of a person's password. */
import { z } from 'zod';
import { Id, IdParams, operation, pageOf, pageQuery } from '@/domain/contract/operation';
import { Actor, Email, Member, PersonName, Role } from '@/domain/person';
import { Settings } from '@/domain/setting';

/** The signed-in person, and what of the desk's settings every screen shows. */
export const Me = Actor.extend({ settings: Settings });
export type Me = z.infer<typeof Me>;

export const readMe = operation({
  method: 'GET',
  path: '/api/me',
  reply: Me,
});

export const listPeople = operation({
  method: 'GET',
  path: '/api/people',
  who: 'admin',
  query: z.strictObject(pageQuery),
  reply: pageOf(Member),
});

export const NewMember = z.strictObject({ id: Id.optional(), name: PersonName, email: Email, role: Role });
export type NewMember = z.infer<typeof NewMember>;

/** A person with the one-time link through which they choose their password; it is shown once. */
export const Invited = Member.extend({ setUpUrl: z.url() });

export const createPerson = operation({
  method: 'POST',
  path: '/api/people',
  who: 'admin',
  body: NewMember,
  reply: Invited,
  status: 201,
});

export const MemberPatch = z.strictObject({
  name: PersonName.optional(),
  email: Email.optional(),
  role: Role.optional(),
  disabled: z.boolean().optional(),
});
export type MemberPatch = z.infer<typeof MemberPatch>;

export const changePerson = operation({
  method: 'PATCH',
  path: '/api/people/[id]',
  who: 'admin',
  params: IdParams,
  body: MemberPatch,
  reply: Member,
  versioned: true,
});

/** A new set-up link for somebody who lost theirs or forgot the password; older links stop working. */
export const invitePerson = operation({
  method: 'POST',
  path: '/api/people/[id]/set-up',
  who: 'admin',
  params: IdParams,
  reply: Invited,
  status: 201,
});

export const MIN_PASSWORD = 12;
export const MAX_PASSWORD = 128;

export const Password = z
  .string()
  .min(MIN_PASSWORD, `needs at least ${MIN_PASSWORD} characters`)
  .max(MAX_PASSWORD, `takes at most ${MAX_PASSWORD} characters`);

/**
 * Choosing a password through a set-up link. The link works once, for a limited time. That of the first admin, whom
 * nobody has named yet, also takes name and e-mail address; any other link leaves them as they are.
 */
export const setUpPassword = operation({
  method: 'POST',
  path: '/api/set-up',
  who: 'anyone',
  body: z.strictObject({
    token: z.string().min(1).max(200),
    password: Password,
    name: PersonName.optional(),
    email: Email.optional(),
  }),
  reply: z.object({ email: z.string() }),
});

export const readSettings = operation({
  method: 'GET',
  path: '/api/settings',
  who: 'admin',
  reply: Settings,
});

export const changeSettings = operation({
  method: 'PATCH',
  path: '/api/settings',
  who: 'admin',
  body: Settings.partial(),
  reply: Settings,
});
