/** A small desk for harnesses and measurements: its people in a new database, its articles made over HTTP. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { v7 } from 'uuid';
import { z } from 'zod';
import { appendChange } from '@/db/changes';
import { openDatabase } from '@/db/open';
import { Article } from '@/domain/article';
import { DESK_LOG } from '@/domain/change';
import { type Role, roles } from '@/domain/person';
import { hashPassword } from '@/server/passwords';
import { type Client, signIn } from './client';
import { proseOf } from './prose';

const PASSWORD = 'sixteen writers at one desk';

export interface Desk {
  readonly databaseUrl: string;
  /** The database's file. */
  readonly path: string;
  /** Takes everything away; the server must be gone. */
  remove(): void;
}

/** A database in a folder of its own, or in the one given, with `each` people of every role. */
export async function makeDesk(
  each: number,
  folder = mkdtempSync(join(tmpdir(), 'bluepencil-bench-')),
): Promise<Desk> {
  const path = join(folder, 'desk.db');
  const databaseUrl = `file:${path}`;
  const db = await openDatabase(databaseUrl);
  const passwordHash = await hashPassword(PASSWORD);
  await db.transact(async (sql) => {
    for (const role of roles) {
      for (let number = 1; number <= each; number += 1) {
        const id = v7();
        const at = new Date().toISOString();
        const person = { id, name: `${role} ${number}`, email: emailOf(role, number), role };
        await sql
          .insert(sql.tables.user)
          .values({ ...person, disabled: false, passwordHash, version: 1, createdAt: at, updatedAt: at });
        const deed = { log: DESK_LOG, actorId: id, at, action: 'person.created' as const, subjectId: id };
        await appendChange(sql, { ...deed, before: null, after: person });
      }
    }
  });
  await db.close();
  return { databaseUrl, path, remove: () => rmSync(folder, { recursive: true, force: true }) };
}

/** Signs in the person of a role with a number from 1. */
export function signInAs(origin: string, role: Role, number: number): Promise<Client> {
  return signIn(origin, emailOf(role, number), PASSWORD);
}

function emailOf(role: Role, number: number): string {
  return `${role}${number}@bench.test`;
}

/** What the harnesses need to know of an article. */
export interface BenchArticle {
  readonly id: string;
  readonly text: string;
}

/** Makes an article of so many words. */
export async function makeArticle(client: Client, words: number): Promise<BenchArticle> {
  const { status, body } = await client.send({
    method: 'POST',
    path: '/api/articles',
    body: { headline: `The bridge, told in ${words} words`, language: 'en', text: proseOf(words) },
  });
  if (status !== 201) throw new Error(`the article was not taken: ${status} ${JSON.stringify(body)}`);
  const { id, revision } = z.object({ id: z.string(), revision: Article.shape.revision }).parse(body);
  return { id, text: revision.text };
}
