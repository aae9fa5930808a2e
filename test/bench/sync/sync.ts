// `npm run bench -- sync`: compares store and sync with bare IndexedDB, Dexie, RxDB and PouchDB, in one Chromium.
import { mkdirSync, writeFileSync } from 'node:fs';
import { cpus, loadavg } from 'node:os';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { launch } from '../../walk/browser.ts';
import { buildPage, type BuiltPage } from '../build.ts';
import { NoSample } from '../no-sample.ts';
import { DATABASES, installPeers } from '../peers.ts';
import { CONTESTANTS, type Contestant } from './contestants.ts';
import { startCouch } from './couch.ts';
import { judge, type Round } from './goals.ts';
import { inRandomOrder } from './plan.ts';
import { takeSample, type Bench } from './sample.ts';
import { startServer } from './server.ts';
import { linesOf, tableOf } from './table.ts';

const OUT = fileURLToPath(new URL('../dist/sync.json', import.meta.url));

/** Runs the whole comparison. @returns whether every goal was met. */
export async function benchSync(args: readonly string[]): Promise<boolean> {
  const { values } = parseArgs({
    args: [...args],
    options: { rounds: { type: 'string', default: '5' }, only: { type: 'string' } },
  });
  const rounds = Number(values.rounds);
  if (!(rounds >= 1)) throw new Error('--rounds takes a number from 1.');
  const contestants = chosen(values.only?.split(','));
  if (contestants.some(({ kind }) => kind === 'peer')) installPeers(DATABASES);
  const pages = new Map<string, BuiltPage>();
  for (const one of contestants) pages.set(one.id, await buildPage(one));
  const couch = contestants.some(({ id }) => id === 'pouchdb') ? startCouch() : null;
  const server = await startServer(pages, couch?.answer ?? null);
  const scriptOf = ({ id }: Contestant) => `/${id}/${pages.get(id)?.scripts.at(-1)?.name ?? ''}`;
  const chromium = await version();
  const loads: number[] = [];
  const done: Round[] = [];
  try {
    for (let round = 1; round <= rounds; round++) {
      done.push(await oneRound({ server, couch, scriptOf }, contestants, round));
      loads.push(loadavg()[0] ?? Number.NaN);
    }
  } finally {
    server.close();
  }
  const load = `load average ${Math.min(...loads).toFixed(1)}–${Math.max(...loads).toFixed(1)}`;
  const cpu = `${cpus().length} × ${cpus()[0]?.model ?? 'unknown processor'}`;
  console.log(`${chromium}, ${cpu}, ${new Date().toISOString()}`);
  console.log(
    `30,000 resources of 100 residents: medians of ${rounds} rounds, × floor within each; ${load}\n`,
  );
  console.log(tableOf(done, contestants));
  const judgements = judge(done);
  console.log(`\n${linesOf(judgements)}`);
  mkdirSync(fileURLToPath(new URL('../dist/', import.meta.url)), { recursive: true });
  writeFileSync(OUT, JSON.stringify({ chromium, cpu, loads, judgements, rounds: done }, null, 1));
  return judgements.every(({ met }) => met);
}

function chosen(only: readonly string[] | undefined): readonly Contestant[] {
  const unknown = only?.find((id) => !CONTESTANTS.some((one) => one.id === id));
  if (unknown !== undefined) {
    throw new Error(
      `There is no contestant "${unknown}". There are: ${CONTESTANTS.map(({ id }) => id).join(', ')}`,
    );
  }
  return CONTESTANTS.filter(({ id }) => only?.includes(id) ?? true);
}

async function oneRound(bench: Bench, contestants: readonly Contestant[], round: number): Promise<Round> {
  const samples: Record<string, Round[keyof Round]> = {};
  for (const contestant of inRandomOrder(contestants, Math.random)) {
    console.error(`round ${round}: ${contestant.title}`);
    try {
      samples[contestant.id] = await takeSample(bench, contestant);
    } catch (error) {
      if (!(error instanceof NoSample)) throw error;
      console.error(error.message);
      samples[contestant.id] = error.message;
    }
  }
  return samples;
}

async function version(): Promise<string> {
  const browser = await launch();
  try {
    return await browser.version();
  } finally {
    await browser.close();
  }
}
