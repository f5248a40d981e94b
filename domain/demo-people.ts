/** The people of the demo. They exist only in a demo database, which listens on loopback only. */
import type { Role } from '@/domain/person';

export interface DemoPerson {
  readonly name: string;
  readonly email: string;
  readonly role: Role;
}

export const demoPeople: readonly DemoPerson[] = [
  { name: 'Demo Editor', email: 'editor@demo.test', role: 'editor' },
  { name: 'Demo Editor Two', email: 'editor2@demo.test', role: 'editor' },
  { name: 'Demo Reviewer', email: 'reviewer@demo.test', role: 'reviewer' },
  { name: 'Demo Admin', email: 'admin@demo.test', role: 'admin' },
];

/** Of all four. */
export const demoPassword = 'bluepencil-demo';
