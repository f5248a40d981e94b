/** The built product as a process of its own: started, killed and stopped as an operator or a power cut would. */
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';

/** Ten times the goal, as every time-out here. */
const START_TIMEOUT = 20_000;
const STOP_TIMEOUT = 50_000;

/** Where harnesses and measurements start their server; another in `BENCH_PORT`. */
export const BENCH_PORT = Number(process.env['BENCH_PORT'] ?? 3119);

export interface ServerOptions {
  readonly databaseUrl: string;
  readonly port: number;
  /** The project's root, built; another build of it for some measurements. */
  readonly root?: string;
  /** A module that Node loads into the server before anything else: how a harness breaks what it must notice. */
  readonly preload?: string;
}

export interface Server {
  readonly origin: string;
  /** Milliseconds from start to the first good answer of `/api/ready`. */
  readonly readyAfter: number;
  /** Milliseconds of processor time that the server has used; undefined where the system does not tell. */
  cpuTime(): number | undefined;
  /** SIGKILL to the whole process group; resolves when it is gone. */
  kill(): Promise<void>;
  /** SIGTERM; resolves with the milliseconds until it was gone. */
  stop(): Promise<number>;
}

/** Starts the built server on the loopback address; rejects with what it printed if it does not become ready. */
export async function startServer({
  databaseUrl,
  port,
  root = process.cwd(),
  preload,
}: ServerOptions): Promise<Server> {
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
  while (!(await isReady(origin))) {
    if (hasEnded(child)) throw new Error(`the server ended before it was ready:\n${printed}`);
    if (performance.now() - began > START_TIMEOUT) {
      await end(child, pid, 'SIGKILL');
      throw new Error(`the server was not ready after ${START_TIMEOUT} ms:\n${printed}`);
    }
    await new Promise((resolve) => setTimeout(resolve, 10));
  }
  return {
    origin,
    cpuTime: () => cpuTime(pid),
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
