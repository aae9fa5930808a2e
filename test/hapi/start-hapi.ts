import { execFile, spawn, type ChildProcess } from 'node:child_process';
import { createServer, type AddressInfo } from 'node:net';
import { join } from 'node:path';
import { promisify } from 'node:util';

const RECIPE = join(import.meta.dirname, '../peers/hapi');

/** How long Maven may take to fetch about 300 MB and compile, in milliseconds. */
const PREPARE_MS = 8 * 60_000;
/** How long the server may take to start, in milliseconds: 12 to 25 s on a quiet machine, several times that on a busy one. */
const START_MS = 8 * 60_000;

/** A HAPI FHIR server on this machine. Its data are gone when it stops. */
export interface Hapi {
  readonly base: string;
  stop(): Promise<void>;
}

/** Why HAPI cannot run here, in words. `null`: it can, and what it needs is on this machine now. */
export async function whyNoHapi(): Promise<string | null> {
  const java = await saying('java', ['-version']);
  const version = Number(/version "(\d+)/.exec(java ?? '')?.[1] ?? 0);
  if (version < 17) return 'Java 17 is not on this machine';
  if ((await saying('mvn', ['-version'])) === null) return 'Maven is not on this machine';
  return prepare();
}

/**
 * Starts the server.
 * @throws if it does not say within eight minutes that it is ready
 */
export async function startHapi({ port = 0, settings = [] as readonly string[] } = {}): Promise<Hapi> {
  const free = port === 0 ? await freePort() : port;
  const child = spawn('bash', ['run.sh', `-Dpeer.port=${free}`, ...settings], {
    cwd: RECIPE,
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  // A runner ends a file that hangs, and nothing else would end the server.
  const endWith = (): void => {
    child.kill('SIGKILL');
    process.exit(143);
  };
  process.once('SIGTERM', endWith);
  const stop = (): Promise<void> => {
    process.off('SIGTERM', endWith);
    return stopped(child);
  };
  try {
    await ready(child);
  } catch (error) {
    await stop();
    throw error;
  }
  return { base: `http://127.0.0.1:${free}/fhir`, stop };
}

/** Fetches and compiles. A network that does not answer is a reason to skip; a recipe that does not compile is a failure. */
async function prepare(): Promise<string | null> {
  try {
    await promisify(execFile)('bash', ['run.sh'], {
      cwd: RECIPE,
      env: { ...process.env, PREPARE: '1' },
      timeout: PREPARE_MS,
      killSignal: 'SIGKILL',
    });
    return null;
  } catch (error) {
    const { killed, stdout, stderr } = error as { killed?: boolean; stdout?: string; stderr?: string };
    if (killed === true) return 'Maven Central did not give the libraries within eight minutes';
    if (/Could not (transfer|resolve|find)|Unknown host|Connect/i.test(`${stdout}${stderr}`))
      return 'Maven Central does not answer';
    throw error;
  }
}

function ready(child: ChildProcess): Promise<void> {
  return new Promise((resolve, reject) => {
    let said = '';
    const fail = (why: string) => reject(new Error(`${why}. Its last words:\n${said.slice(-2_000)}`));
    const limit = setTimeout(() => fail('HAPI did not start within eight minutes'), START_MS);
    const hear = (chunk: Buffer): void => {
      said += chunk.toString();
      if (!said.includes('ready http')) return;
      clearTimeout(limit);
      said = '';
      resolve();
    };
    child.stdout?.on('data', hear);
    child.stderr?.on('data', hear);
    child.on('error', (error) => fail(error.message));
    child.on('exit', (code) => {
      clearTimeout(limit);
      fail(`HAPI ended with ${code}`);
    });
  });
}

function stopped(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return Promise.resolve();
  return new Promise((resolve) => {
    const limit = setTimeout(() => child.kill('SIGKILL'), 20_000);
    child.on('exit', () => {
      clearTimeout(limit);
      resolve();
    });
    child.kill('SIGTERM');
  });
}

/** What a program says of itself. `null`: it is not there. */
async function saying(program: string, words: readonly string[]): Promise<string | null> {
  try {
    const { stdout, stderr } = await promisify(execFile)(program, words, { timeout: 30_000 });
    return stdout + stderr;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null;
    throw error;
  }
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.on('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const { port } = server.address() as AddressInfo;
      server.close(() => resolve(port));
    });
  });
}
