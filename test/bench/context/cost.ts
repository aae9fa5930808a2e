import type { CDPSession, Page } from 'puppeteer-core';
import { choose } from '../../extension/walk/chromium.ts';
import { ASHWORTH, pause, until, type Stage } from '../../extension/walk/stage.ts';
import type { Watched } from './watched.ts';

/** What the content script does with a page, and the milliseconds of each second that it may take. */
export interface Cost {
  readonly id: string;
  readonly goal: number;
  readonly isBusy: boolean;
  readonly isSomebody: boolean;
}

export const COSTS: readonly Cost[] = [
  { id: 'a page that rests, nobody on it', goal: 1, isBusy: false, isSomebody: false },
  { id: 'a busy page, nobody on it', goal: 5, isBusy: true, isSomebody: false },
  { id: 'a busy page with a person', goal: 8, isBusy: true, isSomebody: true },
];

const FOR_MS = 10_000;

/** A list of 200 rows of which one is written anew fifty times a second, as a program that shows what goes on. */
const beBusy = (page: Page) =>
  page.evaluate(() => {
    const list = document.createElement('ul');
    list.style.cssText = 'height: 60px; overflow: auto';
    for (let at = 0; at < 200; at += 1) list.append(document.createElement('li'));
    document.body.append(list);
    let at = 0;
    setInterval(() => {
      at += 1;
      const row = list.children[at % 200];
      if (row) row.textContent = `row ${at}`;
    }, 20);
  });

/** Milliseconds of each second that the content script and what it calls took of the page's thread. */
export async function costOf(watched: Watched, stage: Stage, cost: Cost): Promise<number> {
  const page = await watched.newPage();
  try {
    await page.goto(stage.gp);
    await page.waitForSelector('#patients button');
    if (cost.isSomebody) {
      await choose(page, ASHWORTH);
      await until('she is on screen', async () => (await watched.words()).includes(ASHWORTH.family));
    }
    if (cost.isBusy) await beBusy(page);
    await pause(1000);
    const session = await page.createCDPSession();
    await session.send('Performance.enable', { timeDomain: 'threadTicks' });
    await session.send('Profiler.enable');
    await session.send('Profiler.setSamplingInterval', { interval: 1000 });
    const before = await taskMs(session);
    await session.send('Profiler.start');
    await pause(FOR_MS);
    const { profile } = await session.send('Profiler.stop');
    return (shareIn(profile) * ((await taskMs(session)) - before)) / (FOR_MS / 1000);
  } finally {
    await page.close();
  }
}

/** Milliseconds for which the page's thread has worked, by its own clock, which rests while others have the processor. */
async function taskMs(session: CDPSession): Promise<number> {
  const { metrics } = await session.send('Performance.getMetrics');
  return (metrics.find(({ name }) => name === 'TaskDuration')?.value ?? Number.NaN) * 1000;
}

interface Profile {
  readonly nodes: readonly {
    readonly id: number;
    readonly callFrame: { readonly url: string; readonly functionName: string };
    readonly children?: readonly number[];
  }[];
  readonly samples?: readonly number[];
  readonly timeDeltas?: readonly number[];
}

/** The share of the work that lies below a function of the content script: what the browser does for it counts too. */
function shareIn({ nodes, samples = [], timeDeltas = [] }: Profile): number {
  const byId = new Map(nodes.map((node) => [node.id, node]));
  const ours = new Set<number>();
  const take = (id: number): void => {
    ours.add(id);
    for (const child of byId.get(id)?.children ?? []) take(child);
  };
  for (const { id, callFrame } of nodes)
    if (/^chrome-extension:.*\/content\.js$/.test(callFrame.url)) take(id);
  const timeOf = (counts: (id: number) => boolean) =>
    samples.reduce((sum, id, at) => sum + (counts(id) ? (timeDeltas[at + 1] ?? 0) : 0), 0);
  const worked = timeOf((id) => byId.get(id)?.callFrame.functionName !== '(idle)');
  return worked === 0 ? 0 : timeOf((id) => ours.has(id)) / worked;
}
