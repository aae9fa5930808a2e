// `npm run bench -- forms`: compares our form with LHC-Forms, Smart Forms and Medplum React, in one Chromium.
import { mkdirSync, writeFileSync } from 'node:fs';
import { cpus, loadavg, totalmem } from 'node:os';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { launch } from '../../walk/browser.ts';
import { columns } from '../columns.ts';
import { buildPage, type BuiltPage } from '../build.ts';
import { CONTESTANTS, type Contestant } from './contestants.ts';
import { judge, SLOW } from './goals.ts';
import { installPeers } from '../peers.ts';
import { runRounds, type Run, type RunPlan } from './rounds.ts';
import { serve } from '../serve.ts';
import { linesOf, tableOf } from './table.ts';

const OUT = fileURLToPath(new URL('../dist/forms.json', import.meta.url));

/** Runs the whole comparison. @returns whether every goal was met. */
export async function benchForms(args: readonly string[]): Promise<boolean> {
  const { values } = parseArgs({
    args: [...args],
    options: {
      quick: { type: 'boolean', default: false },
      rounds: { type: 'string' },
      only: { type: 'string' },
    },
  });
  const only = values.only?.split(',');
  const contestants = CONTESTANTS.filter(({ id }) => only?.includes(id) ?? true);
  const unknown = only?.find((id) => !CONTESTANTS.some((one) => one.id === id));
  if (unknown !== undefined) {
    throw new Error(
      `There is no contestant "${unknown}". There are: ${CONTESTANTS.map(({ id }) => id).join(', ')}`,
    );
  }
  if (contestants.some(({ kind }) => kind === 'peer')) installPeers();
  const pages = new Map<string, BuiltPage>();
  for (const one of contestants) pages.set(one.id, await buildPage(one));
  const machine = await machineNow();
  console.log(`${machine.chromium}, ${machine.cores} × ${machine.cpu}, ${machine.date}`);
  console.log(`\n${sizes(contestants, pages)}\n`);

  const server = await serve(pages);
  const runs: Run[] = [];
  try {
    for (const plan of plans(values.quick, values.rounds === undefined ? undefined : Number(values.rounds))) {
      const run = await runRounds(contestants, server.address, plan, (words) => console.error(words));
      runs.push(run);
      console.log(`\n${tableOf(run, contestants)}`);
    }
  } finally {
    server.close();
  }
  const judgements = judge(runs);
  console.log(`\n${linesOf(judgements)}`);
  const gzBytes = Object.fromEntries([...pages].map(([id, page]) => [id, page.gzBytes]));
  mkdirSync(fileURLToPath(new URL('../dist/', import.meta.url)), { recursive: true });
  writeFileSync(OUT, JSON.stringify({ machine, gzBytes, judgements, runs }, null, 1));
  return judgements.every(({ met }) => met);
}

/** Enough rounds for stable medians. `--quick` only gives a first impression. */
function plans(quick: boolean, asked: number | undefined): readonly RunPlan[] {
  if (asked !== undefined && !(asked >= 1)) throw new Error('--rounds takes a number from 1.');
  const rounds = asked ?? (quick ? 2 : 7);
  const scale = asked ?? (quick ? 1 : 5);
  const plain = (questions: number, of: number): RunPlan => ({
    questions,
    scoring: 'plain',
    slowdown: 1,
    rounds: of,
    leakRounds: 0,
  });
  return [
    { ...plain(100, rounds), leakRounds: Math.min(rounds, quick ? 1 : 3) },
    plain(20, scale),
    plain(300, scale),
    { ...plain(100, scale), slowdown: SLOW },
    ...(quick ? [] : [{ ...plain(100, scale), scoring: 'weight' } as const]),
  ];
}

function sizes(contestants: readonly Contestant[], pages: ReadonlyMap<string, BuiltPage>): string {
  const kilobytes = (bytes: number) => (bytes / 1000).toFixed(1);
  const rows = contestants.map(({ id, title }) => {
    const { scripts = 0, styles = 0 } = pages.get(id)?.gzBytes ?? {};
    return [title, kilobytes(scripts), kilobytes(styles), kilobytes(scripts + styles)];
  });
  return columns([['what the page loads, KB gz', 'scripts', 'styles', 'together'], ...rows]);
}

async function machineNow() {
  const browser = await launch();
  const chromium = await browser.version();
  await browser.close();
  return {
    date: new Date().toISOString(),
    chromium,
    cpu: cpus()[0]?.model ?? 'unknown processor',
    cores: cpus().length,
    memory: totalmem(),
    platform: `${process.platform} ${process.arch}`,
    node: process.version,
    load: loadavg(),
  };
}
