/**
 * Who may do what, in one place: the server enforces it, the screen shows the reason. Roles first, then what the thing
 * itself forbids.
 */

import { type Role, roles } from '@/domain/person';
import type { RefusalCode } from '@/domain/refusal';

export type Verdict =
  | { readonly allowed: true }
  | { readonly allowed: false; readonly code: RefusalCode; readonly reason: string };

/** What each action is asked about. */
export interface Subjects {
  'article.read': object;
  'article.create': object;
  'article.change': { readonly archivedAt?: string | undefined };
  'article.archive': { readonly archivedAt?: string | undefined };
  'article.restore': { readonly archivedAt?: string | undefined };
  'article.export': object;
  'annotation.create': { readonly archivedAt?: string | undefined };
  'annotation.change': AnnotationSubject;
  'annotation.delete': AnnotationSubject;
  'annotation.restore': Pick<AnnotationSubject, 'archivedAt'>;
  'review.decide': DecisionSubject;
  'review.withdraw': AnnotationSubject & { readonly decidedById: string | undefined };
  'people.manage': object;
  'settings.change': object;
}
export type Action = keyof Subjects;

export interface AnnotationSubject {
  /** Of the article. */
  readonly archivedAt?: string | undefined;
  readonly deletedAt?: string | undefined;
}

export interface DecisionSubject extends AnnotationSubject {
  readonly authorId: string;
  readonly lastChangedById: string;
  /** The setting that lets people decide on their own work. */
  readonly onePersonDesk: boolean;
}

/** The least role that each action needs. */
export const leastRole = {
  'article.read': 'editor',
  'article.create': 'editor',
  'article.change': 'editor',
  'article.archive': 'editor',
  'article.restore': 'editor',
  'article.export': 'editor',
  'annotation.create': 'editor',
  'annotation.change': 'editor',
  'annotation.delete': 'editor',
  'annotation.restore': 'editor',
  'review.decide': 'reviewer',
  'review.withdraw': 'reviewer',
  'people.manage': 'admin',
  'settings.change': 'admin',
} as const satisfies Record<Action, Role>;

const allowed: Verdict = { allowed: true };

/** Whether the actor may do this to that, and if not, why, in a sentence for the person. */
export function can<A extends Action>(
  actor: { readonly id: string; readonly role: Role },
  action: A,
  subject: Subjects[A],
): Verdict {
  const byRole = mayByRole(actor.role, action);
  if (!byRole.allowed) return byRole;
  const rule: (actor: { readonly id: string }, subject: Subjects[A]) => Verdict = rules[action];
  return rule(actor, subject);
}

/** Whether a role suffices for an action, whatever it is done to. */
export function mayByRole(role: Role, action: Action): Verdict {
  const least = leastRole[action];
  if (roles.indexOf(role) >= roles.indexOf(least)) return allowed;
  return { allowed: false, code: 'forbidden', reason: roleReason[least] };
}

const roleReason = {
  editor: 'This is for editors.',
  reviewer: 'Only reviewers and admins decide on marks.',
  admin: 'Only admins do this.',
} as const satisfies Record<Role, string>;

type Rules = { readonly [A in Action]: (actor: { readonly id: string }, subject: Subjects[A]) => Verdict };

const rules: Rules = {
  'article.read': () => allowed,
  'article.create': () => allowed,
  'article.change': (_, article) => unlessArchived(article),
  'article.archive': (_, article) => unlessArchived(article),
  'article.restore': () => allowed,
  'article.export': () => allowed,
  'annotation.create': (_, article) => unlessArchived(article),
  'annotation.change': (_, annotation) => unlessSettled(annotation),
  'annotation.delete': (_, annotation) => unlessSettled(annotation),
  'annotation.restore': (_, annotation) => unlessArchived(annotation),
  'review.decide': (actor, annotation) => {
    const open = unlessSettled(annotation);
    if (!open.allowed || annotation.onePersonDesk) return open;
    if (annotation.authorId === actor.id)
      return fourEyes('You made this mark; another reviewer has to decide on it.');
    if (annotation.lastChangedById === actor.id) {
      return fourEyes('You were the last to change this mark; another reviewer has to decide on it.');
    }
    return allowed;
  },
  'review.withdraw': (actor, annotation) => {
    const open = unlessSettled(annotation);
    if (!open.allowed) return open;
    if (annotation.decidedById === undefined) {
      return { allowed: false, code: 'conflict', reason: 'There is no decision to withdraw.' };
    }
    if (annotation.decidedById !== actor.id) {
      return { allowed: false, code: 'forbidden', reason: 'Only who decided may withdraw the decision.' };
    }
    return allowed;
  },
  'people.manage': () => allowed,
  'settings.change': () => allowed,
};

function unlessArchived(article: { readonly archivedAt?: string | undefined }): Verdict {
  if (article.archivedAt === undefined) return allowed;
  return { allowed: false, code: 'archived', reason: 'The article is archived; bring it back first.' };
}

function unlessSettled(annotation: AnnotationSubject): Verdict {
  const open = unlessArchived(annotation);
  if (!open.allowed || annotation.deletedAt === undefined) return open;
  return { allowed: false, code: 'deleted', reason: 'The mark was deleted; restore it first.' };
}

function fourEyes(reason: string): Verdict {
  return { allowed: false, code: 'four-eyes', reason };
}
