/**
 * `node scripts/complete-lock.mjs`: makes package-lock.json hold on every machine; run it after every `npm install`.
 * With `--check` it changes nothing, names what is missing and ends with 1.
 *
 * npm writes only those platform packages into the lock that its registry offered at that moment, and npm before 11
 * refuses (`npm ci`: "Missing: … from lock file") a lock that lacks any package named as optional. better-sqlite3
 * brings its programs ready-made, but also a `binding.gyp`, for which npm would start a compiler: `gypfile: false`
 * says that there is nothing to build. Addresses of the registry that happened to be used are left out.
 *
 * Plain JavaScript without dependencies, because it must run before anything is installed.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

/**
 * @typedef {{ version?: string, resolved?: string, os?: string[], cpu?: string[], libc?: string[], optional?: boolean,
 *   dev?: boolean, gypfile?: boolean, optionalDependencies?: Record<string, string> }} LockedPackage
 * @typedef {{ packages: Record<string, LockedPackage> }} Lock  As npm's lockfileVersion 3; keys are paths of folders.
 */

/** Packages that carry a `binding.gyp` and need no compiler. */
const readyMade = ['node_modules/better-sqlite3'];

const systems = [
  'aix',
  'android',
  'darwin',
  'freebsd',
  'linux',
  'netbsd',
  'openbsd',
  'openharmony',
  'sunos',
  'win32',
];
const processors = [
  'arm',
  'arm64',
  'ia32',
  'loong64',
  'mips64el',
  'ppc64',
  'riscv64',
  's390x',
  'wasm32',
  'x64',
];
const libraries = new Map([
  ['gnu', 'glibc'],
  ['gnueabihf', 'glibc'],
  ['musl', 'musl'],
  ['musleabihf', 'musl'],
]);

/**
 * The lock with all that it lacks, or the same object when it lacks nothing; and a sentence per mending.
 *
 * @param {Lock} lock
 * @returns {{ lock: Lock, mendings: string[] }}
 */
export function completeLock(lock) {
  /** @type {string[]} */
  const mendings = [];
  const packages = { ...lock.packages };
  for (const [path, entry] of Object.entries(lock.packages)) {
    if (entry.resolved !== undefined) {
      const { resolved: _, ...rest } = entry;
      packages[path] = rest;
      mendings.push(`${path} names a registry's address`);
    }
    for (const [name, version] of Object.entries(entry.optionalDependencies ?? {})) {
      if (isLocked(packages, path, name)) continue;
      packages[`node_modules/${name}`] = {
        version,
        ...platformOf(name),
        ...(entry.dev === true ? { dev: true } : {}),
        optional: true,
      };
      mendings.push(`${name} ${version}, optional for ${path}, is not locked`);
    }
  }
  for (const path of readyMade) {
    const entry = packages[path];
    if (entry === undefined || entry.gypfile === false) continue;
    packages[path] = { ...entry, gypfile: false };
    mendings.push(`${path} would be compiled`);
  }
  if (mendings.length === 0) return { lock, mendings };
  const sorted = Object.entries(packages).sort(([a], [b]) => a.localeCompare(b, 'en'));
  return { lock: { ...lock, packages: Object.fromEntries(sorted) }, mendings };
}

/**
 * Whether Node, asked from the package at `path`, finds a locked package of that name there or in a folder above.
 *
 * @param {Record<string, LockedPackage>} packages
 * @param {string} path
 * @param {string} name
 */
function isLocked(packages, path, name) {
  for (let folder = path; ; folder = folder.slice(0, Math.max(0, folder.lastIndexOf('node_modules/') - 1))) {
    if (packages[folder === '' ? `node_modules/${name}` : `${folder}/node_modules/${name}`]) return true;
    if (folder === '') return false;
  }
}

/**
 * What a platform package is for, read from its name: `@x/binding-linux-arm64-musl` is for Linux on arm64 with musl.
 * Without it every machine would fetch every platform's programs.
 *
 * @param {string} name
 * @returns {Pick<LockedPackage, 'os' | 'cpu' | 'libc'>}
 */
export function platformOf(name) {
  const words = name.slice(name.lastIndexOf('/') + 1).split('-');
  const os = words.filter((word) => systems.includes(word));
  const cpu = words.filter((word) => processors.includes(word));
  const libc = os[0] === 'linux' ? words.flatMap((word) => libraries.get(word) ?? []) : [];
  if (os.length !== 1 && cpu[0] !== 'wasm32') throw new Error(`The name ${name} does not tell its platform.`);
  return {
    ...(os.length > 0 ? { os } : {}),
    ...(cpu.length > 0 ? { cpu } : {}),
    ...(libc.length > 0 ? { libc } : {}),
  };
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const file = fileURLToPath(new URL('../package-lock.json', import.meta.url));
  const found = /** @type {Lock} */ (JSON.parse(readFileSync(file, 'utf8')));
  const { lock, mendings } = completeLock(found);
  if (process.argv.includes('--check')) {
    for (const mending of mendings) console.error(mending);
    if (mendings.length > 0) {
      console.error('package-lock.json is incomplete: run `node scripts/complete-lock.mjs`.');
      process.exitCode = 1;
    }
  } else if (mendings.length > 0) {
    writeFileSync(file, `${JSON.stringify(lock, undefined, 2)}\n`);
    console.log(`package-lock.json: ${mendings.length} mended.`);
  }
}
