/** The people of a desk: who they are to each other, and what an admin sees and changes. */
import { z } from 'zod';
import { filledString } from '@/domain/text';
import { Instant } from '@/domain/time';

/** Roles from least to most; each may all that the ones before it may. */
export const roles = ['editor', 'reviewer', 'admin'] as const;
export const Role = z.enum(roles);
export type Role = z.infer<typeof Role>;

/** A person as others see them. */
export const Person = z.object({ id: z.uuid(), name: z.string() });
export type Person = z.infer<typeof Person>;

/** E-mail addresses are compared in lower case; they are kept so. */
export const Email = filledString(254).pipe(z.email('is not an e-mail address').toLowerCase());

export const PersonName = filledString(120);

/** A person as an admin sees them. */
export const Member = Person.extend({
  email: z.string(),
  role: Role,
  /** Disabled people cannot sign in; their work stays. */
  disabled: z.boolean(),
  /** Whether a password was chosen; before that, only a set-up link lets the person in. */
  hasPassword: z.boolean(),
  version: z.int().positive(),
  createdAt: Instant,
});
export type Member = z.infer<typeof Member>;

/** The signed-in person on whose behalf a request runs. */
export const Actor = Person.extend({ email: z.string(), role: Role });
export type Actor = z.infer<typeof Actor>;
