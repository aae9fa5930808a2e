import type { Browser, Page } from 'puppeteer-core';
import type { Contestant } from './contestants.ts';
import { CHOICES, OPTIONS, questionnaire, type Scoring } from './fixture.ts';
import { press, type } from './hands.ts';
import { heap, leakOf } from './heap.ts';
import { NoSample } from '../no-sample.ts';
import { pressesOn, type Press } from './plan.ts';
import { installProbe } from './probe.ts';

/** The measurements of one page load of one contestant. Times in milliseconds, memory in bytes. */
export interface Sample {
  /** From the page's start until the contestant's library is ready. */
  readonly ready: number;
  /** From the call until all radios and totals are there, plus two frames. */
  readonly render: number;
  readonly blocking: number;
  readonly longestTask: number;
  /** From the first pointerdown until the instrument's total is painted. */
  readonly firstScore: number;
  /** The same for the further presses, in their order. */
  readonly scores: readonly number[];
  /** From each press until the grand total is painted. */
  readonly grands: readonly number[];
  /** Interaction to next paint. The browser reports none shorter than 16 ms, so that is the least here. */
  readonly clickInp: number;
  readonly keyInp: number;
  readonly heapLibrary: number;
  readonly heapForm: number;
  readonly elements: number;
  readonly listeners: number;
  /** Bytes that each removed form left behind. `null`: this round did not measure it. */
  readonly leak: number | null;
}

export interface Task {
  readonly questions: number;
  readonly scoring: Scoring;
  /** How many times slower the driver makes the processor once the library is ready. 1: not at all. */
  readonly slowdown: number;
  /** Over how many renderings to measure what stays behind, after as many that do not count. 0: do not measure it. */
  readonly cycles: number;
  /** The longest wait for a form or a total, in milliseconds. */
  readonly limit?: number;
}

const LIMIT = 60_000;

/** One contestant once, in a browser context of its own. @throws NoSample */
export async function takeSample(
  browser: Browser,
  address: string,
  contestant: Pick<Contestant, 'id' | 'title'>,
  task: Task,
): Promise<Sample> {
  const context = await browser.createBrowserContext();
  try {
    const page = await context.newPage();
    page.setDefaultTimeout(2 * LIMIT);
    await page.setViewport({ width: 1280, height: 900 });
    const errors: string[] = [];
    page.on('pageerror', (error) => errors.push(String(error)));
    await page.evaluateOnNewDocument(installProbe);
    await page.goto(address);
    await page.waitForFunction('window.bench !== undefined');
    try {
      return await measure(page, task);
    } catch (error) {
      const why = [error instanceof Error ? error.message : String(error), ...errors].join('; ');
      throw new NoSample(`${contestant.title}: ${why}`);
    }
  } finally {
    await context.close();
  }
}

async function measure(page: Page, task: Task): Promise<Sample> {
  const { questions, scoring, slowdown, cycles, limit = LIMIT } = task;
  const client = await page.createCDPSession();
  const form = questionnaire(questions, scoring);
  const radios = (questions / 10) * CHOICES * OPTIONS.length;
  const ready = await page.evaluate(() => window.probe.ready);
  await page.evaluate(() => window.probe.settled());
  const heapLibrary = await heap(client);
  if (slowdown !== 1) await client.send('Emulation.setCPUThrottlingRate', { rate: slowdown });
  const render = () =>
    page.evaluate((json, count, most) => window.probe.render(json, count, most), form, radios, limit);
  const rendered = await render();
  if (rendered === null) throw new NoSample('the form was not drawn whole');
  const heapForm = await heap(client);
  const elements = await page.evaluate(() => window.probe.elements());
  const { jsEventListeners: listeners } = await client.send('Memory.getDOMCounters');

  const presses = pressesOn(questions);
  const times = [];
  for (const one of presses) times.push(await press(page, client, one, limit));
  await type(page, 'g0q9');
  await check(page, presses);
  const { click, key } = await page.evaluate(() => window.probe.interactions());

  const leak = cycles === 0 ? null : await leakOf(page, client, render, cycles);
  return {
    ready,
    render: rendered.ms,
    blocking: rendered.blocking,
    longestTask: rendered.longestTask,
    firstScore: times[0]?.total ?? Number.NaN,
    scores: times.slice(1).map(({ total }) => total),
    grands: times.map(({ grand }) => grand),
    clickInp: Math.max(16, click),
    keyInp: Math.max(16, key),
    heapLibrary,
    heapForm,
    elements,
    listeners,
    leak,
  };
}

/** A total that was right only for a moment does not count. All totals must still be right at the end. */
async function check(page: Page, presses: readonly Press[]): Promise<void> {
  const right = new Map(presses.map(({ total, expected }) => [total, expected.total]));
  right.set('grand', presses.at(-1)?.expected.grand ?? '');
  await page.evaluate(() => window.probe.settled());
  for (const [id, value] of right) {
    const painted = await page.evaluate((linkId) => window.bench.total(linkId), id);
    if (painted !== value) throw new NoSample(`in the end ${id} shows ${painted} where ${value} is right`);
  }
}
