import type { Page } from 'puppeteer-core';
import { choose } from '../../extension/walk/chromium.ts';
import { mixed, type Noted } from '../../extension/walk/observe.ts';
import { ASHWORTH, FARROW, pause, until, type Stage } from '../../extension/walk/stage.ts';
import type { Change } from './changes.ts';
import type { Watched } from './watched.ts';

export interface Sample {
  /** Milliseconds from the host's change until the panel named nobody. */
  readonly blankMs: number;
  /** Moments at which a record stood below another name. */
  readonly mixed: number;
}

/** Milliseconds for which the vault is held up. */
const BUSY_MS = 3000;
/** Milliseconds after which a record of 10 MB has been read, also on a busy machine. */
const READING_MS = 12_000;
/** Milliseconds. The change comes at any moment of the reading. */
const WHILE_READING = [150, 1500] as const;

/** Chooses a resident in a tab of its own, changes the page, and waits until the panel shows nobody. */
export async function takeSample(watched: Watched, stage: Stage, change: Change): Promise<Sample> {
  const isLarge = change.during === 'reading 10 MB';
  // A vault that has read the record already would not read it again.
  if (isLarge) await watched.freshVault();
  const page = await watched.newPage();
  await until('nobody is on screen', async () => (await watched.words()).includes('No patient'));
  // From here on, so that the oracle knows whose name stands there when a record comes.
  await watched.forgetNotes();
  try {
    if (change.host === 'one page') await openOnePage(page, stage, change);
    else await openFrames(page, stage);
    await until('the resident is on screen', async () =>
      (await watched.words()).includes(change.whom.family),
    );
    const [least, most] = WHILE_READING;
    // Whoever reads a record has looked at it for a while.
    await pause(isLarge ? least + Math.random() * (most - least) : 700);
    const busy = change.during === 'a busy vault' ? watched.holdUp?.(BUSY_MS) : null;
    const at = await page.evaluate(change.make);
    const blankAt = await until('the panel is blank', async () => blankSince(at, await watched.notes()));
    await busy;
    return { blankMs: blankAt - at, mixed: mixed(await watched.notes()).length };
  } finally {
    await page.close();
  }
}

/** When the panel named nobody after that moment. A panel that was blank already counts from the moment itself. */
function blankSince(at: number, notes: readonly Noted[]): number | null {
  const shell = notes.filter(({ where }) => where === 'shell').toSorted((a, b) => a.at - b.at);
  const before = shell.findLast((note) => note.at <= at);
  if (before !== undefined && isBlank(before)) return at;
  return shell.find((note) => note.at > at && isBlank(note))?.at ?? null;
}

function isBlank({ names, frame }: Noted): boolean {
  return names.length === 0 && frame === 0;
}

/** Reads the record of 10 MB to its end. */
export async function longestHold(
  watched: Watched,
  hold: () => Promise<number>,
  stage: Stage,
): Promise<number> {
  await watched.freshVault();
  const page = await watched.newPage();
  try {
    await page.goto(stage.gp);
    await page.waitForSelector('#patients button');
    await hold();
    await choose(page, FARROW);
    await until('she is on screen', async () => (await watched.words()).includes(FARROW.family));
    await pause(READING_MS);
    return await hold();
  } finally {
    await page.close();
  }
}

async function openOnePage(page: Page, stage: Stage, change: Change): Promise<void> {
  await page.goto(stage.gp);
  await page.waitForSelector('#patients button');
  await change.prepare?.(page);
  await choose(page, change.whom);
}

/** A host with a frame for each patient: one on the screen, one beside it. */
async function openFrames(page: Page, stage: Stage): Promise<void> {
  const cards = await cardsOf(page, stage, [ASHWORTH.family, FARROW.family]);
  await page.goto(new URL('top.htm', stage.diary).href);
  await page.evaluate((addresses) => {
    document.body.replaceChildren(
      ...addresses.map((src, at) => {
        const frame = document.createElement('iframe');
        frame.name = at === 0 ? 'hers' : 'other';
        frame.src = src;
        frame.style.cssText = `position: absolute; top: 0; left: ${at === 0 ? 0 : -20_000}px; width: 700px; height: 500px`;
        return frame;
      }),
    );
  }, cards);
}

async function cardsOf(page: Page, stage: Stage, families: readonly string[]): Promise<readonly string[]> {
  await page.goto(new URL('menu.htm', stage.diary).href);
  const links = await page.$$eval('a', (all) => all.map(({ href, textContent }) => ({ href, textContent })));
  return families.map(
    (family) => links.find(({ textContent }) => textContent?.toUpperCase().includes(family))?.href ?? '',
  );
}
