import { mkdtemp, readdir, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, Page } from 'puppeteer-core';
import { launch } from '../../walk/browser.ts';
import { NoSample } from '../no-sample.ts';
import { median } from '../statistics.ts';
import type { Contestant } from './contestants.ts';
import type { SyncContestant } from './contract.ts';
import type { Couch } from './couch.ts';
import { CHANGED, RESIDENTS, RESOURCES_EACH } from './data.ts';
import { EDITS, editsOf, EVERYBODY, LISTED, OPENED } from './plan.ts';
import { installSyncProbe } from './probe.ts';
import type { BenchServer } from './server.ts';

/** What one contestant needed in one round. Times in milliseconds, by the clock of its worker. */
export interface SyncSample {
  /** L. The first load of everything. */
  readonly load: number;
  /** I. What changed on the server since. */
  readonly apply: number;
  /** A round of questions that finds nothing. Ours asks for each kind of resource; the others have one question. */
  readonly round: number;
  /** R. One resident's record as objects; the median of twenty. */
  readonly read: number;
  /** C. The cards of the home; the median of ten. */
  readonly cards: number;
  /** B. One of 200 edits without a network, until it is kept. */
  readonly edit: number;
  readonly editP95: number;
  /** P. All of them to the server. */
  readonly push: number;
  /** S. Bytes of the browser's database after the load. */
  readonly bytes: number;
  /** K. After a kill in the middle of a load: until all is there and a resident is read. */
  readonly recover: number;
}

export interface Bench {
  readonly server: BenchServer;
  readonly couch: Couch | null;
  /** The worker's script. */
  readonly scriptOf: (contestant: Contestant) => string;
}

const ALL = RESIDENTS * RESOURCES_EACH;
/** Milliseconds that one call of a contestant may take, on a machine that has other things to do. */
const LIMIT = 300_000;

/** One contestant once, in profiles that nobody used before. @throws NoSample */
export async function takeSample(bench: Bench, contestant: Contestant): Promise<SyncSample> {
  const measured = await inNewProfile(async (profile) => {
    await prepareServer(bench, contestant);
    const { load, bytes } = await firstLoad(bench, contestant, profile);
    return { load, bytes, ...(await everyDay(bench, contestant, profile)) };
  });
  await prepareServer(bench, contestant);
  const recover = await inNewProfile((profile) => afterKill(bench, contestant, profile, measured.load / 2));
  return { ...measured, recover };
}

async function prepareServer({ server, couch }: Bench, { id }: Contestant): Promise<void> {
  server.reset();
  if (id === 'pouchdb') await couch?.fill();
}

async function firstLoad(bench: Bench, contestant: Contestant, profile: string) {
  const load = await withWorker(bench, contestant, profile, async (ask) => {
    await ask('open');
    const { ms } = await ask('load');
    await check(ask, ALL);
    await ask('settle');
    await ask('close');
    return ms;
  });
  return { load, bytes: await sizeOf(join(profile, 'Default', 'IndexedDB')) };
}

/** What happens after the load, in a browser that was started anew. */
async function everyDay(bench: Bench, contestant: Contestant, profile: string) {
  const { server, couch } = bench;
  return withWorker(bench, contestant, profile, async (ask, page) => {
    await ask('open');
    await ask('settle');
    server.change();
    if (contestant.id === 'pouchdb') await couch?.change();
    const { ms: apply } = await ask('applyChanges');
    await check(ask, ALL);
    await ask('settle');
    const { ms: round } = await ask('askAgain');
    const seen = rowsIn((await ask('readResident', OPENED[0])).value);
    if (seen.rows !== RESOURCES_EACH || seen.changed !== CHANGED / RESIDENTS)
      throw new NoSample(`a resident has ${seen.rows} resources, ${seen.changed} of them changed`);

    const each = (name: keyof SyncContestant, list: readonly unknown[]) =>
      page.evaluate((call, all) => window.syncBench.callEach(call, all), name, list);
    const reads = await each('readResident', OPENED);
    await ask('prepareCards', EVERYBODY);
    const listed = rowsIn((await ask('readCards')).value);
    if (listed.rows !== RESIDENTS) throw new NoSample(`the list has ${listed.rows} cards`);
    const lists = await each(
      'readCards',
      Array.from({ length: LISTED }, () => null),
    );
    const edits = await each(
      'edit',
      editsOf(() => crypto.randomUUID()),
    );
    const { ms: push } = await ask('push');
    const arrived = contestant.id === 'pouchdb' ? await couch?.arrived() : server.written();
    if (arrived !== EDITS) throw new NoSample(`${arrived} of ${EDITS} edits arrived`);
    await ask('close');
    const p95 = edits.toSorted((a, b) => a - b)[Math.floor(edits.length * 0.95)] ?? Number.NaN;
    return {
      apply,
      round,
      read: median(reads),
      cards: median(lists),
      edit: median(edits),
      editP95: p95,
      push,
    };
  });
}

/** Kills the browser in the middle of a load, and times what the next start needs. */
async function afterKill(
  bench: Bench,
  contestant: Contestant,
  profile: string,
  afterMs: number,
): Promise<number> {
  const { browser, page } = await start(bench, contestant, profile);
  await askOf(page)('open');
  // Its answer never comes.
  page.evaluate(() => void window.syncBench.call('load', null)).catch(() => undefined);
  await new Promise((resolve) => {
    setTimeout(resolve, afterMs);
  });
  const ended = new Promise((resolve) => browser.process()?.once('exit', resolve));
  browser.process()?.kill('SIGKILL');
  await ended;
  return withWorker(bench, contestant, profile, async (ask) => {
    const parts = [await ask('open'), await ask('load'), await ask('readResident', OPENED[0])];
    await check(ask, ALL);
    await ask('close');
    return parts.reduce((sum, { ms }) => sum + ms, 0);
  });
}

type Ask = (name: keyof SyncContestant, argument?: unknown) => ReturnType<Window['syncBench']['call']>;

async function check(ask: Ask, expected: number): Promise<void> {
  const { value } = await ask('count');
  if (value !== expected)
    throw new NoSample(`it holds ${String(value)} resources where ${expected} are right`);
}

/** How many rows came, and how many of them are of a newer version. */
function rowsIn(value: unknown): { readonly rows: number; readonly changed: number } {
  const { rows, changed } = (value ?? {}) as { readonly rows?: number; readonly changed?: number };
  return { rows: rows ?? 0, changed: changed ?? 0 };
}

async function withWorker<T>(
  bench: Bench,
  contestant: Contestant,
  profile: string,
  body: (ask: Ask, page: Page) => Promise<T>,
): Promise<T> {
  const { browser, page } = await start(bench, contestant, profile);
  try {
    return await body(askOf(page), page);
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error);
    throw new NoSample(`${contestant.title}: ${why}`, { cause: error });
  } finally {
    await browser.close();
  }
}

async function start({ server, scriptOf }: Bench, contestant: Contestant, profile: string) {
  const browser: Browser = await launch(profile, LIMIT);
  const page = await browser.newPage();
  page.setDefaultTimeout(LIMIT);
  await page.evaluateOnNewDocument(installSyncProbe);
  await page.goto(`${server.address}/`);
  await page.evaluate((script) => window.syncBench.start(script), scriptOf(contestant));
  return { browser, page };
}

const askOf =
  (page: Page): Ask =>
  async (name, argument = null) => {
    try {
      return await page.evaluate((call, given) => window.syncBench.call(call, given), name, argument);
    } catch (error) {
      throw new NoSample(`${name}: ${error instanceof Error ? error.message : String(error)}`, {
        cause: error,
      });
    }
  };

async function inNewProfile<T>(body: (profile: string) => Promise<T>): Promise<T> {
  const profile = await mkdtemp(join(tmpdir(), 'ehch-bench-'));
  try {
    return await body(profile);
  } finally {
    await rm(profile, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 });
  }
}

async function sizeOf(folder: string): Promise<number> {
  const names = await readdir(folder, { recursive: true });
  const sizes = await Promise.all(names.map(async (name) => stat(join(folder, name))));
  return sizes.reduce((sum, each) => sum + (each.isFile() ? each.size : 0), 0);
}
