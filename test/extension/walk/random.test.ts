// Random sequences in a real Chromium with the demo's hosts: pages, tabs, reloads, a slow server, workers that stop.
// The same states without a browser, in many more sequences: `extension/src/vault/random-drive.test.ts`.
import assert from 'node:assert/strict';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import type { Page } from 'puppeteer-core';
import { choose, openChromium, words } from './chromium.ts';
import { mixed } from './observe.ts';
import { ASHWORTH, FARROW, ORDINARY, pause, setStage, until, type Stage } from './stage.ts';

/** [P] Sequences in `npm test`, and in `npm run test:full`. */
const SEQUENCES = process.env['EHCH_WHOLE'] === undefined ? 6 : 200;
const ACTIONS = 6;
/** Sequences in which the unchecked build has to show a mix. */
const CONTROL = 20;
const SEED = 8;

const built = mkdtempSync(join(tmpdir(), 'ehch-random-'));
let stage: Stage;
before(async () => {
  stage = await setStage();
});
after(async () => {
  await stage?.close();
  rmSync(built, { recursive: true, force: true });
});

type Walk = Awaited<ReturnType<typeof openChromium>>;

/** Mulberry32: the same numbers for the same seed, on every machine. */
function seeded(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

const openHost = async (page: Page): Promise<void> => {
  await page.goto(stage.gp);
  await page.waitForSelector('#patients button');
};

/** One sequence in tabs of its own, because a tab asks for ten records in a minute. Gives what was mixed. */
async function run(
  walk: Walk,
  seed: number,
  isSlow = false,
): Promise<{ mixes: readonly string[]; drawn: number }> {
  const random = seeded(seed);
  const pages = [await walk.browser.newPage(), await walk.browser.newPage()] as const;
  for (const page of pages) await openHost(page);
  let [front] = pages;
  await front.bringToFront();
  const people = [ASHWORTH, FARROW, ORDINARY] as const;
  const act: readonly [share: number, () => Promise<unknown>][] = [
    [10, () => choose(front, people[Math.floor(random() * people.length)] ?? ASHWORTH)],
    [3, () => (front = pages[Math.floor(random() * 2)] ?? front).bringToFront()],
    [1, () => openHost(front)],
    [1, async () => (await walk.vault()).close()],
    [
      2,
      async () =>
        stage.demo.setFaults(random() < 0.5 ? [] : [{ fault: `delay:${100 + Math.floor(random() * 500)}` }]),
    ],
  ];
  // The control needs answers that come late, after somebody has chosen the next: else there is nothing to mix.
  if (isSlow) stage.demo.setFaults([{ fault: 'delay:600' }]);
  const acts = isSlow ? act.slice(0, 1) : act;
  const whole = acts.reduce((sum, [share]) => sum + share, 0);
  walk.notes.length = 0;
  for (let at = 0; at < ACTIONS; at += 1) {
    let left = random() * whole;
    const [, chosen] = acts.find(([share]) => (left -= share) < 0) ?? [0, () => pause(0)];
    await chosen();
    // Somebody has to stand in the banner for a moment before the vault hears of them.
    await pause(isSlow ? 350 + random() * 400 : random() * 500);
  }
  const mixes = mixed(walk.notes);
  const drawn = walk.notes.filter(({ where, names }) => where === 'renderer' && names.length > 0).length;
  stage.demo.setFaults([]);
  for (const page of pages) await page.close();
  return { mixes, drawn };
}

test(`in ${SEQUENCES} random sequences no record ever stands below another name`, async (t) => {
  const walk = await openChromium('chrome-demo', stage, built);
  let drawn = 0;
  try {
    for (let seed = SEED; seed < SEED + SEQUENCES; seed += 1) {
      const found = await run(walk, seed);
      drawn += found.drawn;
      assert.deepEqual(found.mixes, [], `seed ${seed}`);
    }
    const page = await walk.browser.newPage();
    await openHost(page);
    await choose(page, ASHWORTH);
    await until('in the end she is shown', async () => (await words(walk.side)).includes(ASHWORTH.family));
  } finally {
    await walk.browser.close();
  }
  t.diagnostic(`${SEQUENCES} sequences from seed ${SEED}, ${drawn} times a record was drawn`);
  assert.ok(drawn > 0, 'the observer saw records');
});

test('with the context check switched off, such sequences do mix', async (t) => {
  for (let seed = SEED; seed < SEED + CONTROL; seed += 1) {
    // A browser of its own for each: what it has read once comes from its own store, and is late no more.
    const walk = await openChromium('chrome-demo-unchecked', stage, built);
    try {
      const { mixes, drawn } = await run(walk, seed, true);
      t.diagnostic(`seed ${seed}: a record was drawn ${drawn} times, ${mixes.length} below another name`);
      if (mixes.length > 0) return;
    } finally {
      await walk.browser.close();
    }
  }
  assert.fail(`no mix in ${CONTROL} sequences`);
});
