/**
 * Fills an empty database with the demo: its people, its articles and what they did to them, through the use cases that
 * serve requests, so that logs, fingerprints and statuses are what they would be had people done it.
 */
import { v7 } from 'uuid';
import type { Database } from '@/db/database';
import { insertUser } from '@/db/people';
import { markDemo } from '@/db/settings';
import { Annotation } from '@/domain/annotation';
import { Article } from '@/domain/article';
import { NewReview } from '@/domain/decision';
import { type DemoPerson, demoPassword, demoPeople } from '@/domain/demo-people';
import type { Actor } from '@/domain/person';
import * as annotations from '@/server/annotations';
import * as articles from '@/server/articles';
import { hashPassword } from '@/server/passwords';
import { logPerson } from '@/server/people';
import { demoArticles } from './articles';
import type { DemoArticle, DemoMark, Editor } from './demo-article';
import { locate } from './locate';

/** The demo's people by the part of their address before the `@`. */
type People = Readonly<Record<Editor | 'reviewer' | 'admin', Actor>>;

const MINUTE = 60_000;

/** Seeds everything; `now` is the moment to which the articles' times are relative. */
export async function seedDemo(db: Database, now: Date): Promise<void> {
  const people = await seedPeople(db, now);
  for (const article of demoArticles) await seedArticle(db, people, article, now);
}

/** Marks the database as a demo and adds its people, who came a week before `now`. */
export async function seedPeople(db: Database, now: Date): Promise<People> {
  const at = minutesBefore(now, 7 * 24 * 60);
  // One hash serves all four: they share the password, which is printed anyway.
  const passwordHash = await hashPassword(demoPassword);
  return db.transact(async (sql) => {
    await markDemo(sql);
    const add = async ({ name, email, role }: DemoPerson): Promise<Actor> => {
      const row = { id: v7(), name, email, role, disabled: false, passwordHash };
      const user = { ...row, version: 1, createdAt: at, updatedAt: at };
      await insertUser(sql, user);
      await logPerson(sql, {
        actorId: user.id,
        at,
        action: 'person.created',
        before: undefined,
        after: user,
      });
      return { id: user.id, name, email, role };
    };
    const people: Record<string, Actor> = {};
    for (const person of demoPeople) people[person.email.replace(/@.*/, '')] = await add(person);
    const { editor, editor2, reviewer, admin } = people;
    if (!editor || !editor2 || !reviewer || !admin) throw new Error('the demo needs its four people');
    return { editor, editor2, reviewer, admin };
  });
}

async function seedArticle(db: Database, people: People, demo: DemoArticle, now: Date): Promise<void> {
  const { fields, markdown, dueInMinutes, importedMinutesAgo, marks } = demo;
  const deadline = dueInMinutes === undefined ? {} : { deadline: minutesBefore(now, -dueInMinutes) };
  const article = Article.parse(
    await articles.create({
      ...callBy(db, people[demo.by], minutesBefore(now, importedMinutesAgo)),
      params: {},
      query: {},
      body: { ...fields, ...deadline, markdown },
    }),
  );
  // Marks fill the first half of the time since, decisions the second.
  const step = importedMinutesAgo / 2 / (marks.length + 1);
  const made: { readonly annotation: Annotation; readonly mark: DemoMark }[] = [];
  for (const [index, mark] of marks.entries()) {
    const at = minutesBefore(now, importedMinutesAgo - (index + 1) * step);
    made.push({ annotation: await seedMark(db, people[mark.by], article, mark, at), mark });
  }
  for (const [index, { annotation, mark }] of made.entries()) {
    if (mark.review === undefined) continue;
    const at = minutesBefore(now, importedMinutesAgo / 2 - (index + 1) * step);
    await annotations.review({
      ...callBy(db, people.reviewer, at),
      params: { id: annotation.id },
      query: {},
      body: NewReview.parse(mark.review),
      version: annotation.version,
    });
  }
}

async function seedMark(
  db: Database,
  actor: Actor,
  { id, revision }: Article,
  mark: DemoMark,
  at: string,
): Promise<Annotation> {
  const { kind, details, words, labels = [], note } = mark;
  const spans = locate(revision.text, words);
  return Annotation.parse(
    await annotations.create({
      ...callBy(db, actor, at),
      params: { id },
      query: {},
      body: {
        revision: revision.number,
        kind,
        spans,
        details: { ...details },
        labels: [...labels],
        ...(note === undefined ? {} : { note }),
      },
    }),
  );
}

/** What every call has in common. */
function callBy(db: Database, actor: Actor, now: string) {
  return { actor, db, now, address: 'demo', version: 0, newId: () => v7(), write: db.transact.bind(db) };
}

function minutesBefore(now: Date, minutes: number): string {
  return new Date(now.getTime() - minutes * MINUTE).toISOString();
}
