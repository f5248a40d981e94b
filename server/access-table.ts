/**
 * What every role is answered, by operation and by what it is done to. The test beside this file asks each of these
 * for real; an operation or a route that is not in here fails it.
 */
import type { OperationName } from '@/domain/contract/operations';
import type { Role } from '@/domain/person';

/**
 * What an operation is done to: the caller's own thing, somebody else's, or one that is deleted (an article: archived;
 * a person: disabled).
 */
export const targets = ['own', 'others', 'deleted'] as const;
export type Target = (typeof targets)[number];

export type Asker = 'anonymous' | Role;
export const askers: readonly Asker[] = ['anonymous', 'editor', 'reviewer', 'admin'];

/** HTTP statuses for own, somebody else's, deleted. */
type Answers = readonly [own: number, others: number, deleted: number];

const ok: Answers = [200, 200, 200];
const no: Answers = [403, 403, 403];
const stranger: Answers = [401, 401, 401];

/** Everybody who is signed in is answered alike. */
const everybody = (answers: Answers) => row(answers, answers, answers);
/** Only admins; everybody else is refused. */
const adminsOnly = (answers: Answers) => row(no, no, answers);
/** Not even a sign-in is asked for. */
const anyone = (answers: Answers) => ({ ...row(answers, answers, answers), anonymous: answers });

function row(editor: Answers, reviewer: Answers, admin: Answers): Readonly<Record<Asker, Answers>> {
  return { anonymous: stranger, editor, reviewer, admin };
}

export const accessTable: Readonly<Record<OperationName, Readonly<Record<Asker, Answers>>>> = {
  readHealth: anyone(ok),
  readReady: anyone(ok),
  readMe: everybody(ok),
  listPeople: adminsOnly(ok),
  createPerson: adminsOnly([201, 201, 201]),
  changePerson: adminsOnly(ok),
  invitePerson: adminsOnly([201, 201, 409]),
  // With a link that does not work: who is signed in does not matter.
  setUpPassword: anyone([404, 404, 404]),
  readSettings: adminsOnly(ok),
  changeSettings: adminsOnly(ok),
  listArticles: everybody(ok),
  createArticle: everybody([201, 201, 201]),
  findTwins: everybody(ok),
  readArticle: everybody(ok),
  changeArticle: everybody([200, 200, 409]),
  archiveArticle: everybody([200, 200, 409]),
  restoreArticle: everybody(ok),
  listAnnotations: everybody(ok),
  createAnnotation: everybody([201, 201, 409]),
  readAnnotation: everybody(ok),
  changeAnnotation: everybody([200, 200, 409]),
  deleteAnnotation: everybody([200, 200, 409]),
  restoreAnnotation: everybody(ok),
  readAnnotationHistory: everybody(ok),
  // Four-eyes: nobody decides on their own mark, admins neither.
  reviewAnnotation: row(no, [403, 201, 409], [403, 201, 409]),
  exportArticle: everybody(ok),
  followArticle: everybody(ok),
  followDesk: everybody(ok),
  tellPresence: everybody(ok),
};
