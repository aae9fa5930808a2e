// `npm run bench -- summary`: compares our summary with Medplum's PatientSummary and a bare floor, from the same JSON text.
import { mkdirSync, writeFileSync } from 'node:fs';
import { cpus, loadavg } from 'node:os';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import type { Browser, Page } from 'puppeteer-core';
import { launch } from '../../walk/browser.ts';
import { buildPage, type BuiltPage } from '../build.ts';
import { columns } from '../columns.ts';
import { installPeers } from '../peers.ts';
import { serve } from '../serve.ts';
import { median } from '../statistics.ts';
import { CONTESTANTS, type ContestantId } from './contestants.ts';
import { judge } from './goals.ts';
import { installSummaryProbe, type Painted } from './probe.ts';
import { LARGE, madeRecord, typicalRecord, type BenchRecord } from './record.ts';

const OUT = fileURLToPath(new URL('../dist/summary.json', import.meta.url));
const LIMIT = 60_000;

/** One record at one speed of the processor. */
export interface Task {
  readonly id: 'typical' | 'typical at 6×' | 'large at 6×';
  readonly throttling: number;
  readonly record: BenchRecord;
}

/**
 * Which resident of the page it is. For the first the browser compiles every line of code. For every later one on that page
 * it already has.
 */
export type Turn = 'first' | 'next';

/** How many residents a page renders and removes before the one that the driver times as "a further one". */
const DRAWN_BEFORE = 4;

interface Sample extends Painted {
  /** Processor time of the page's main thread, from the call until everything was painted and measured. */
  readonly cpu: number;
}

type Samples = Readonly<Record<Turn, Sample>>;

type Medians = Readonly<Record<Turn, Readonly<Record<keyof Sample, number>>>>;

export type Figures = Readonly<Record<ContestantId, Medians | string>>;

/** Runs the whole comparison. @returns whether every goal was met. */
export async function benchSummary(args: readonly string[]): Promise<boolean> {
  const { values } = parseArgs({ args: [...args], options: { rounds: { type: 'string', default: '7' } } });
  const rounds = Number(values.rounds);
  installPeers();
  const pages = new Map<string, BuiltPage>();
  for (const one of CONTESTANTS) pages.set(one.id, await buildPage(one));
  const tasks: readonly Task[] = [
    { id: 'typical', throttling: 1, record: typicalRecord() },
    { id: 'typical at 6×', throttling: 6, record: typicalRecord() },
    { id: 'large at 6×', throttling: 6, record: madeRecord(LARGE) },
  ];
  const server = await serve(pages);
  const browser = await launch();
  const results = new Map<Task['id'], Figures>();
  try {
    console.log(`${await browser.version()}, ${cpus().length} × ${cpus()[0]?.model ?? ''}`);
    for (const task of tasks) {
      results.set(task.id, await run(browser, server.address, task, rounds));
      for (const turn of TURNS) console.log(`\n${tableOf(task, turn, results.get(task.id), rounds)}`);
    }
  } finally {
    await browser.close();
    server.close();
  }
  const judgements = judge(results);
  console.log(`\n${judgements.map(({ met, words }) => `${met ? 'ok    ' : 'MISSED'} ${words}`).join('\n')}`);
  mkdirSync(fileURLToPath(new URL('../dist/', import.meta.url)), { recursive: true });
  writeFileSync(OUT, JSON.stringify({ results: Object.fromEntries(results), judgements }, null, 1));
  return judgements.every(({ met }) => met);
}

async function run(browser: Browser, address: string, task: Task, rounds: number): Promise<Figures> {
  const samples = new Map<ContestantId, Samples[]>();
  const failed = new Map<ContestantId, string>();
  for (let round = 0; round < rounds; round++) {
    for (const { id } of CONTESTANTS) {
      if (failed.has(id)) continue;
      const taken = await takeSamples(browser, `${address}/${id}/`, task);
      if (typeof taken === 'string') failed.set(id, taken);
      else samples.set(id, [...(samples.get(id) ?? []), taken]);
    }
  }
  const figures = CONTESTANTS.map(({ id }): [ContestantId, Figures[ContestantId]] => {
    const mine = samples.get(id) ?? [];
    return [id, failed.get(id) ?? { first: mediansOf(mine, 'first'), next: mediansOf(mine, 'next') }];
  });
  return Object.fromEntries(figures) as Figures;
}

function mediansOf(samples: readonly Samples[], turn: Turn): Medians[Turn] {
  const of = (key: keyof Sample) => median(samples.map((sample) => sample[turn][key]));
  return {
    identity: of('identity'),
    first: of('first'),
    all: of('all'),
    every: of('every'),
    blocking: of('blocking'),
    cpu: of('cpu'),
    elements: of('elements'),
  };
}

/** Times the first resident of a page, and a further one. */
async function takeSamples(browser: Browser, address: string, task: Task): Promise<Samples | string> {
  const context = await browser.createBrowserContext();
  try {
    const page = await context.newPage();
    page.setDefaultTimeout(2 * LIMIT);
    await page.setViewport({ width: 400, height: 900 });
    await page.evaluateOnNewDocument(installSummaryProbe);
    await page.goto(address);
    await page.waitForFunction('window.summaryPage !== undefined');
    await page.evaluate((json) => window.summaryProbe.prepare(json), JSON.stringify(task.record.bundle));
    await page.emulateCPUThrottling(task.throttling);
    const first = await takeSample(page, task.record);
    if (typeof first === 'string') return first;
    let next = first;
    for (let drawn = 1; drawn <= DRAWN_BEFORE; drawn++) {
      await page.evaluate(() => window.summaryProbe.clear());
      const sample = await takeSample(page, task.record);
      if (typeof sample === 'string') return sample;
      next = sample;
    }
    return { first, next };
  } finally {
    await context.close();
  }
}

async function takeSample(page: Page, { bundle, expected }: BenchRecord): Promise<Sample | string> {
  const processor = await watchProcessor(page);
  const painted = await page.evaluate(
    (json, words, limit) => window.summaryProbe.draw(json, words, limit),
    JSON.stringify(bundle),
    expected,
    LIMIT,
  );
  return typeof painted === 'string' ? painted : { ...painted, cpu: await processor.takenMs() };
}

/** Counts the processor time of the page's main thread from now on. Other programs slow a page, and do not count here. */
async function watchProcessor(page: Page): Promise<{ takenMs(): Promise<number> }> {
  const session = await page.createCDPSession();
  // The clock belongs to the session, so a new session starts at zero.
  await session.send('Performance.enable', { timeDomain: 'threadTicks' });
  const total = async () => {
    const { metrics } = await session.send('Performance.getMetrics');
    return 1000 * (metrics.find(({ name }) => name === 'TaskDuration')?.value ?? Number.NaN);
  };
  const before = await total();
  return {
    async takenMs() {
      const taken = (await total()) - before;
      await session.detach();
      return taken;
    },
  };
}

const TURNS: readonly Turn[] = ['first', 'next'];

function tableOf({ id }: Task, turn: Turn, figures: Figures | undefined, rounds: number): string {
  const head = `${id}, ${turn === 'first' ? 'first resident of the page' : 'a further resident'}: medians of ${rounds} rounds; load average ${(loadavg()[0] ?? 0).toFixed(1)}`;
  const peer = figures?.medplum;
  const rows = (['identity', 'first', 'all', 'every', 'blocking', 'cpu', 'elements'] as const).map((key) => [
    TITLES[key],
    ...CONTESTANTS.map((one) => {
      const mine = figures?.[one.id];
      if (mine === undefined || typeof mine === 'string') return 'not drawn';
      const [own, theirs] = [mine[turn][key], typeof peer === 'object' ? peer[turn][key] : 0];
      const ratio = theirs > 0 ? ` ${(own / theirs).toFixed(2)}×` : '';
      return `${own.toFixed(key === 'elements' ? 0 : 1)}${ratio}`;
    }),
  ]);
  const notes = CONTESTANTS.flatMap(({ id: contestant, title }) => {
    const mine = figures?.[contestant];
    return typeof mine === 'string' ? [`${title} is not timed: ${mine}`] : [];
  });
  return [head, columns([['', ...CONTESTANTS.map(({ title }) => title)], ...rows]), ...notes].join('\n');
}

const TITLES = {
  identity: 'identity painted, ms',
  first: 'identity and allergies painted, ms',
  all: 'all sections painted, ms',
  every: 'every entry painted, ms',
  blocking: 'total blocking time, ms',
  cpu: 'processor time, main thread, ms',
  elements: 'elements',
} as const;
