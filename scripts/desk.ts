/**
 * `npm run desk -- COMMAND`: operations on the desk's database (`DATABASE_URL`), beside a server or without one. Exits
 * with 2 when it was not understood, with 1 when it was refused, and says why.
 */
import './check-node.mjs';
import { resolve } from 'node:path';
import { isRefusal } from '@/domain/refusal';

interface Command {
  /** What follows the command's name. */
  readonly takes: readonly string[];
  readonly does: string;
  run(databaseUrl: string, args: readonly string[]): Promise<string>;
}

const commands: Readonly<Record<string, Command>> = {
  backup: {
    takes: ['FILE'],
    does: 'copies the database to a new file, also while the server runs, and checks the copy',
    async run(databaseUrl, [file = '']) {
      const { backUp } = await import('@/db/back-up');
      const target = resolve(file);
      const { bytes } = await backUp(databaseUrl, target);
      return `${target}: ${bytes} bytes, complete and checked.`;
    },
  },
  migrate: {
    takes: [],
    does: 'brings the database to this version of the program, after a backup; no server may run',
    async run(databaseUrl) {
      const { openDatabase } = await import('@/db/open');
      const db = await openDatabase(databaseUrl, { create: false });
      await db.close();
      return 'The database is sound and up to date.';
    },
  },
};

const [name = '', ...args] = process.argv.slice(2);
const command = Object.hasOwn(commands, name) ? commands[name] : undefined;
if (command === undefined || args.length !== command.takes.length) {
  console.error(usage());
  process.exitCode = 2;
} else {
  try {
    const { parseEnv } = await import('@/server/env');
    console.log(await command.run(parseEnv(process.env).databaseUrl, args));
  } catch (error) {
    const isSaid = isRefusal(error) || (error instanceof Error && error.name === 'EnvironmentError');
    console.error(isSaid ? error.message : error);
    process.exitCode = 1;
  }
}

function usage(): string {
  const lines = Object.entries(commands).map(
    ([word, { takes, does }]) => `  ${[word, ...takes].join(' ').padEnd(14)} ${does}`,
  );
  return ['npm run desk -- COMMAND', '', ...lines].join('\n');
}
