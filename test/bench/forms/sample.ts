import type { Browser, CDPSession, Page } from 'puppeteer-core';
import type { Contestant } from './contestants.ts';
import { CHOICES, OPTIONS, questionnaire, type Scoring } from './fixture.ts';
import { pressesOn, type Press } from './plan.ts';
import { installProbe } from './probe.ts';

/** What one page load of one contestant gave. Times in milliseconds, memory in bytes. */
export interface Sample {
  /** From the page's start until its library is ready. */
  readonly ready: number;
  /** From the call until all radios and totals are there, and two frames more. */
  readonly render: number;
  readonly blocking: number;
  readonly longestTask: number;
  /** From the first pointerdown until the instrument's total is painted. */
  readonly firstScore: number;
  /** The same of the further presses, in their order. */
  readonly scores: readonly number[];
  /** The same until the grand total is painted, of all presses. */
  readonly grands: readonly number[];
  /** Interaction to next paint. The browser tells of nothing shorter than 16 ms: that is the least here. */
  readonly clickInp: number;
  readonly keyInp: number;
  readonly heapLibrary: number;
  readonly heapForm: number;
  readonly elements: number;
  readonly listeners: number;
  /** What is kept of each form that was drawn and taken away; `null`: not looked at in this round. */
  readonly leak: number | null;
}

/** The contestant cannot be timed: it did not draw, or what it painted is not the score. */
export class NoSample extends Error {
  override readonly name = 'NoSample';
}

export interface Task {
  readonly questions: number;
  readonly scoring: Scoring;
  /** How often the form is drawn and taken away at the end; 0: not at all. */
  readonly cycles: number;
  /** Longest wait for a form or a total, in ms. */
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
  const { questions, scoring, cycles, limit = LIMIT } = task;
  const client = await page.createCDPSession();
  const form = questionnaire(questions, scoring);
  const radios = (questions / 10) * CHOICES * OPTIONS.length;
  const ready = await page.evaluate(() => window.probe.ready);
  await page.evaluate(() => window.probe.settled());
  const heapLibrary = await heap(client);
  const render = () =>
    page.evaluate((json, count, most) => window.probe.render(json, count, most), form, radios, limit);
  const rendered = await render();
  if (rendered === null) throw new NoSample('the form was not drawn whole');
  const heapForm = await heap(client);
  const elements = await page.evaluate(() => window.probe.elements());
  const { jsEventListeners: listeners } = await client.send('Memory.getDOMCounters');

  const presses = pressesOn(questions);
  const times = [];
  for (const press of presses) times.push(await pressOne(page, client, press, limit));
  const lastTotal = presses.at(-1)?.question.replace(/q\d+$/, 'q9') ?? '';
  await type(page, lastTotal);
  await check(page, presses);
  const { click, key } = await page.evaluate(() => window.probe.interactions());

  let leak: number | null = null;
  if (cycles > 0) {
    const before = await unmounted(page, client);
    for (let cycle = 0; cycle < cycles; cycle++) {
      if ((await render()) === null) throw new NoSample('the form was not drawn again');
      if (cycle < cycles - 1) await page.evaluate(() => window.bench.unmount());
    }
    leak = ((await unmounted(page, client)) - before) / cycles;
  }
  return {
    ready,
    render: rendered.ms,
    blocking: rendered.blocking,
    longestTask: rendered.longestTask,
    firstScore: times[0]?.total ?? Number.NaN,
    scores: times.slice(1).map(({ total }) => total),
    grands: times.map(({ grand }) => grand),
    clickInp: Math.max(16, click.longest),
    keyInp: Math.max(16, key.longest),
    heapLibrary,
    heapForm,
    elements,
    listeners,
    leak,
  };
}

async function unmounted(page: Page, client: CDPSession): Promise<number> {
  await page.evaluate(() => window.bench.unmount());
  await page.evaluate(() => window.probe.settled());
  return heap(client);
}

async function heap(client: CDPSession): Promise<number> {
  await client.send('HeapProfiler.enable');
  for (let time = 0; time < 3; time++) await client.send('HeapProfiler.collectGarbage');
  const { usedSize } = await client.send('Runtime.getHeapUsage');
  await client.send('HeapProfiler.disable');
  return usedSize;
}

/** A trusted click, as a mouse makes it: both halves are sent at once, so that nothing of ours lies between them. */
async function pressOne(
  page: Page,
  client: CDPSession,
  { question, option, total, expected }: Press,
  limit: number,
): Promise<{ total: number; grand: number }> {
  const at = await page.evaluate(
    async (linkId, place) => {
      const radio = window.bench.radio(linkId, place);
      radio?.scrollIntoView({ block: 'center', behavior: 'instant' });
      await window.probe.settled();
      const box = radio?.getBoundingClientRect();
      return box ? { x: box.x + box.width / 2, y: box.y + box.height / 2 } : null;
    },
    question,
    option,
  );
  if (at === null) throw new NoSample(`there is no radio for ${question}`);
  await page.mouse.move(at.x, at.y);
  await page.evaluate(
    async (totals, most) => {
      await window.probe.settled();
      window.probe.arm(totals, most);
    },
    [
      [total, expected.total],
      ['grand', expected.grand],
    ] as const,
    limit,
  );
  const mouse = { ...at, button: 'left', clickCount: 1 } as const;
  await Promise.all([
    client.send('Input.dispatchMouseEvent', { type: 'mousePressed', ...mouse }),
    client.send('Input.dispatchMouseEvent', { type: 'mouseReleased', ...mouse }),
  ]);
  const [own, grand] = await page.evaluate(() => window.probe.pressed());
  if (own === undefined || own === null || grand === undefined || grand === null) {
    const painted = await page.evaluate((id) => [window.bench.total(id), window.bench.total('grand')], total);
    throw new NoSample(
      `after ${question} it paints ${painted.join(' and ')} where ${expected.total} and ${expected.grand} is right`,
    );
  }
  return { total: own, grand };
}

async function type(page: Page, question: string): Promise<void> {
  const there = await page.evaluate((linkId) => {
    const field = window.bench.decimal(linkId);
    field?.scrollIntoView({ block: 'center', behavior: 'instant' });
    field?.focus();
    return field !== null;
  }, question);
  if (!there) throw new NoSample(`there is no field for ${question}`);
  await page.evaluate(() => window.probe.settled());
  await page.keyboard.type('12.5', { delay: 60 });
}

/** A total that was right for a moment does not count: all that was pressed must still be right in the end. */
async function check(page: Page, presses: readonly Press[]): Promise<void> {
  const right = new Map(presses.map(({ total, expected }) => [total, expected.total]));
  right.set('grand', presses.at(-1)?.expected.grand ?? '');
  await page.evaluate(() => window.probe.settled());
  for (const [id, value] of right) {
    const painted = await page.evaluate((linkId) => window.bench.total(linkId), id);
    if (painted !== value) throw new NoSample(`in the end ${id} shows ${painted} where ${value} is right`);
  }
}
