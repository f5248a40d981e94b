/**
 * The oldest versions of packages on which the product's safety stands. Raise a floor when a fix is published; the
 * check reads what is locked, so that packages of packages count too.
 */

/** A package, its oldest version that will do, and why. */
export interface Floor {
  readonly name: string;
  readonly version: string;
  readonly because: string;
}

export const versionFloors: readonly Floor[] = [
  { name: 'next', version: '16.4.5', because: 'serves every request' },
  { name: 'react', version: '19.3.0', because: 'renders what people typed' },
  { name: 'react-dom', version: '19.3.0', because: 'renders what people typed' },
  { name: 'next-auth', version: '4.24.15', because: 'does the sign-in handshake' },
  { name: 'jose', version: '4.15.9', because: 'seals the session cookie for next-auth' },
  { name: '@node-rs/argon2', version: '2.0.0', because: 'hashes passwords' },
  { name: 'rate-limiter-flexible', version: '11.0.0', because: 'limits failed attempts' },
  { name: 'better-sqlite3', version: '13.2.0', because: 'carries SQLite, where everything is kept' },
  { name: 'drizzle-orm', version: '0.45.4', because: 'escapes names and values of every query' },
  { name: '@noble/hashes', version: '2.0.0', because: 'chains the log' },
  { name: 'zod', version: '4.6.0', because: 'reads everything that comes from outside' },
  { name: 'mdast-util-from-markdown', version: '2.0.3', because: 'reads text from outside' },
  { name: 'papaparse', version: '5.5.0', because: 'writes cells that spreadsheets open' },
  { name: 'pino', version: '10.0.0', because: 'keeps secrets out of the log' },
  { name: 'node', version: '24.21.0', because: 'runs the server' },
  { name: 'postcss', version: '8.4.31', because: 'older ones misread line returns' },
  { name: 'uuid', version: '11.1.1', because: 'older ones may write past a buffer' },
];

/** The part of npm's lockfile that is read here; keys are paths of folders. */
export interface LockedVersions {
  readonly packages: Readonly<Record<string, { readonly version?: string | undefined }>>;
}

/** A sentence for each locked version below its floor, and for each floor of a package that is not locked at all. */
export function belowFloors({ packages }: LockedVersions, floors: readonly Floor[]): string[] {
  return floors.flatMap(({ name, version: floor, because }) => {
    const locked = Object.entries(packages).filter(
      ([path]) => path === `node_modules/${name}` || path.endsWith(`/node_modules/${name}`),
    );
    if (locked.length === 0) return [`${name} has a floor but is not locked: take the floor out.`];
    return locked.flatMap(([path, { version }]) =>
      version === undefined || isOlder(version, floor)
        ? [`${path} is ${version ?? 'of no version'}, but ${name} ${because}: at least ${floor}.`]
        : [],
    );
  });
}

/** Whether one version comes before another, by Semantic Versioning; of pre-releases only that they precede. */
export function isOlder(version: string, than: string): boolean {
  const [mine, theirs] = [numbersOf(version), numbersOf(than)];
  const place = mine.findIndex((number, index) => number !== theirs[index]);
  if (place === -1) return version.includes('-') && !than.includes('-');
  return (mine[place] ?? 0) < (theirs[place] ?? 0);
}

function numbersOf(version: string): number[] {
  return (version.split(/[-+]/, 1)[0] ?? '').split('.').map(Number);
}
