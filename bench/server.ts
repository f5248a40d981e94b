/** The built product as a process of its own: started, killed and stopped as an operator or a power cut would. */
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { createServer } from 'node:net';

/** Ten times the goal, as every time-out here. */
const START_TIMEOUT = 20_000;
const STOP_TIMEOUT = 50_000;

/** How the line begins that a server prints when it takes requests. */
const READY = 'Bluepencil is ready at ';

export interface ServerOptions {
  readonly databaseUrl: string;
  /** Absent: one on which nobody listens. */
  readonly port?: number;
  /** The project's root, built; another build of it for some measurements. */
  readonly root?: string;
  /** A module that Node loads into the server before anything else: how a harness breaks what it must notice. */
  readonly preload?: string;
  /** A shared library that the system loads into the server before any other (Linux). */
  readonly library?: string;
  /** More of the environment. */
  readonly variables?: Readonly<Record<string, string>>;
}

export interface Server {
  readonly origin: string;
  readonly port: number;
  /** Milliseconds from start to the first good answer of `/api/ready`. */
  readonly readyAfter: number;
  /** Milliseconds of processor time that the server has used; undefined where the system does not tell. */
  cpuTime(): number | undefined;
  /** SIGKILL to the whole process group; resolves when it is gone. */
  kill(): Promise<void>;
  /** SIGTERM; resolves with the milliseconds until it was gone. */
  stop(): Promise<number>;
  /** Which code it ended with; undefined while it runs and where a signal ended it. */
  exitCode(): number | undefined;
  /** Bytes of memory that it holds; undefined where the system does not tell. */
  memory(): number | undefined;
}

/** Starts the built server on the loopback address; rejects with what it printed if it does not become ready. */
export async function startServer(options: ServerOptions): Promise<Server> {
  const { databaseUrl, root = process.cwd(), preload, library, variables } = options;
  const port = options.port ?? (await freePort());
  const began = performance.now();
  const imports = preload === undefined ? [] : ['--import', preload];
  const child = spawn(process.execPath, [...imports, 'scripts/run.mjs', 'scripts/start.ts'], {
    cwd: root,
    detached: true,
    stdio: ['ignore', 'pipe', 'pipe'],
    env: {
      ...process.env,
      NODE_ENV: 'production',
      DATABASE_URL: databaseUrl,
      PORT: String(port),
      HOST: '127.0.0.1',
      BASE_URL: `http://localhost:${port}`,
      LOG_LEVEL: 'error',
      ...(library === undefined ? {} : { LD_PRELOAD: library }),
      ...variables,
    },
  });
  let printed = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding('utf8').on('data', (chunk: string) => {
      printed = (printed + chunk).slice(-10_000);
    });
  }
  const { pid } = child;
  if (pid === undefined) throw new Error('the server could not be started');
  const origin = `http://127.0.0.1:${port}`;
  // What answers may be somebody else's server: ours has said so itself.
  while (!printed.includes(READY) || !(await isReady(origin))) {
    if (hasEnded(child)) throw new Error(`the server ended before it was ready:\n${printed}`);
    if (performance.now() - began > START_TIMEOUT) {
      await end(child, pid, 'SIGKILL');
      throw new Error(`the server was not ready after ${START_TIMEOUT} ms:\n${printed}`);
    }
    await new Promise((resolve) => setTimeout(resolve, 10));
  }
  return {
    origin,
    port,
    cpuTime: () => cpuTime(pid),
    exitCode: () => child.exitCode ?? undefined,
    memory: () => memory(pid),
    readyAfter: performance.now() - began,
    kill: () => end(child, pid, 'SIGKILL'),
    async stop() {
      const asked = performance.now();
      const timeout = setTimeout(() => {
        process.kill(-pid, 'SIGKILL');
      }, STOP_TIMEOUT);
      await end(child, pid, 'SIGTERM');
      clearTimeout(timeout);
      return performance.now() - asked;
    },
  };
}

async function isReady(origin: string): Promise<boolean> {
  try {
    return (await fetch(`${origin}/api/ready`)).ok;
  } catch {
    return false;
  }
}

/** Linux counts in ticks of 10 ms: user and system time are the 12th and 13th field after the program's name. */
function cpuTime(pid: number): number | undefined {
  if (process.platform !== 'linux') return undefined;
  const fields = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ')[1]?.split(' ') ?? [];
  return (Number(fields[11]) + Number(fields[12])) * 10;
}

/** Linux tells the resident memory in KiB. */
function memory(pid: number): number | undefined {
  if (process.platform !== 'linux') return undefined;
  const [, kibibytes] = /^VmRSS:\s+(\d+) kB$/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8')) ?? [];
  return kibibytes === undefined ? undefined : Number(kibibytes) * 1024;
}

function hasEnded(child: ChildProcess): boolean {
  return child.exitCode !== null || child.signalCode !== null;
}

/** Signals the process group and waits for its leader to be gone. */
async function end(child: ChildProcess, pid: number, signal: 'SIGKILL' | 'SIGTERM'): Promise<void> {
  if (hasEnded(child)) return;
  const gone = once(child, 'exit');
  process.kill(-pid, signal);
  await gone;
}

/**
 * A port of the loopback address on which nobody listens, below those that systems give to connections: a server that
 * was killed finds it free when it starts again.
 */
async function freePort(): Promise<number> {
  for (;;) {
    const port = 20_000 + Math.floor(Math.random() * 10_000);
    const probe = createServer().listen(port, '127.0.0.1');
    try {
      await once(probe, 'listening');
    } catch {
      // Somebody listens there.
      continue;
    }
    probe.close();
    await once(probe, 'close');
    return port;
  }
}
