import type { Page } from 'puppeteer-core';
import type { CareIntent } from '../../packages/clinical/src/index.ts';
import { AT, draftOf, finish, NURSE } from '../../packages/sync/src/actions/actions.fixtures.ts';
import { RESIDENTS, residentOf } from '../../packages/sync/test/chaos/chaos-home.ts';
import { brokenInvariants } from '../../packages/sync/test/chaos/invariants/invariants.ts';
import type { Observed } from '../../packages/sync/test/chaos/invariants/observed.ts';
import type { Ward } from './laboratory.ts';
import type { OnDisk } from './page/device-page.ts';

export const PASSPHRASE = 'quokka lantern willow seven';
/** Milliseconds. Longer than the pauses of the engine between two tries, on a machine with other work. */
const PATIENCE = 180_000;

const intentId = (n: number) => `5f0c2a1e-7d4b-4f7e-9a55-0c8f1f3a${String(n).padStart(4, '0')}`;

/** A signed assessment, with an id of its own for each number. */
export const signed = (n: number, resident: string = RESIDENTS[n % 3] ?? ''): CareIntent =>
  finish(draftOf(resident, n, `draft-${n}`), intentId(n));

const FIRST = signed(1, 'agnes');
const SECOND = signed(2, 'bertram');
const MISTAKE: CareIntent = {
  id: intentId(3),
  resident: 'agnes',
  pressedAt: AT,
  what: {
    kind: 'enter-in-error',
    finished: FIRST.id,
    draft: 'draft-1',
    reason: 'It is about somebody else',
    by: { name: NURSE.display, role: NURSE.role },
  },
};

/** What other people do in the course of the day. They do it once, however often the device starts anew. */
export class Outside {
  readonly #done = new Set<string>();

  once(what: string, act: () => void): void {
    if (this.#done.has(what)) return;
    act();
    this.#done.add(what);
  }
}

/**
 * The scripted day of one device. A person who finds the device dead begins again from the top: presses the same again, and
 * decides what waits. Nothing else is done by hand.
 */
export async function liveDay(page: Page, ward: Ward, outside: Outside): Promise<void> {
  await unlock(page);
  await page.evaluate(() => window.device.show('agnes'));
  for (const intent of [FIRST, SECOND]) await press(page, intent);
  await until(() => isSettled(page));
  outside.once('the GP amends', () => {
    const [response] = responsesOf(ward, 'agnes');
    if (response === undefined) throw new Error('The server has no answers of agnes.');
    ward.change('QuestionnaireResponse', response.id, (now) => ({ ...now, status: 'amended' }));
    ward.change('CarePlan', 'agnes-careplan', (plan) => ({ ...plan, title: 'as the GP wrote it' }));
  });
  await press(page, MISTAKE);
  await until(() => isSettled(page));
  for (const { intent } of await page.evaluate(() => window.device.waiting()))
    await page.evaluate((id) => window.device.decide(id, { kind: 'mine' }), intent);
  await until(() => isSettled(page));
  await page.evaluate(() => window.device.tryNow());
  await until(async () => brokenBy(ward, await onDisk(page)).length === 0).catch(unlessTooLate);
}

export async function unlock(page: Page): Promise<void> {
  const state = await page.evaluate((words) => window.device.unlock(words), PASSPHRASE);
  if (state !== 'unlocked') throw new Error('The passphrase of the day opens nothing.');
}

export const press = (page: Page, intent: CareIntent) =>
  page.evaluate((pressed) => window.device.press(pressed), intent);

export const onDisk = (page: Page): Promise<OnDisk> =>
  page.evaluate((words, residents) => window.device.onDisk(words, residents), PASSPHRASE, [...RESIDENTS]);

/** Nothing is on its way: all is accepted, or waits for a person. */
export async function isSettled(page: Page): Promise<boolean> {
  const status = await page.evaluate(() => window.device.status());
  return status !== null && status.unsent.total === status.waitingForPerson;
}

class TooLate extends Error {
  override readonly message = 'It did not come about.';
}

/** Where the invariants are judged afterwards, they say better what did not come about. A dead page is another matter. */
export function unlessTooLate(error: unknown): void {
  if (!(error instanceof TooLate)) throw error;
}

/** Waits until something holds. */
export async function until(holds: () => Promise<boolean>, patience = PATIENCE): Promise<void> {
  for (const end = Date.now() + patience; !(await holds());) {
    if (Date.now() > end) throw new TooLate();
    await new Promise((resolve) => {
      setTimeout(resolve, 30);
    });
  }
}

export const responsesOf = ({ server }: Ward, resident: string) =>
  server.repository
    .living('QuestionnaireResponse')
    .filter(({ json }) => residentOf(JSON.parse(json ?? '{}') as Record<string, unknown>) === resident);

/** What must never be, in words: of the server, and of the disk of one device. */
export function brokenBy(ward: Ward, disk: OnDisk): readonly string[] {
  const { repository } = ward.server;
  const live: Observed['live'] = [...repository.counts().keys()].flatMap((type) =>
    repository.living(type).map(({ id, vid, json }) => {
      const text = json ?? '{}';
      const resident = residentOf(JSON.parse(text) as Record<string, unknown>);
      return { type, id, version: String(vid), resident, text };
    }),
  );
  const observed: Observed = {
    made: [],
    served: ward.served,
    live,
    clients: [
      {
        name: 'ward',
        entries: disk.entries,
        acknowledgements: disk.acknowledgements,
        discarded: new Set(disk.givenUp),
        joinedInto: new Map(),
        offered: new Set(),
        held: new Map(
          disk.held.map(([resident, versions]) => [resident, new Map(versions.filter(isOfRecord))]),
        ),
        checkpoints: [],
        overtakenWrites: [],
      },
    ],
  };
  return brokenInvariants(observed).map(({ invariant, what }) => `${invariant}: ${what}`);
}

/** A trace of what somebody did lies beside the record, and no pull brings it. */
function isOfRecord([key]: OnDisk['held'][number][1][number]): boolean {
  return !/^(AuditEvent|Provenance)\//.test(key);
}

/** What the whole day must have come to. */
export function brokenDay(ward: Ward, disk: OnDisk): readonly string[] {
  const broken = [...brokenBy(ward, disk)];
  const answers = RESIDENTS.map((resident) => [resident, responsesOf(ward, resident)] as const);
  const counts = answers.map(([resident, found]) => `${resident} ${found.length}`).join(', ');
  if (counts !== 'agnes 1, bertram 1, clara 0') broken.push(`I1: signed answers on the server: ${counts}`);
  const marked = ward.served
    .flatMap(({ writes }) => writes)
    .filter(({ type, text }) => type === 'QuestionnaireResponse' && text?.includes('"entered-in-error"'));
  if (marked.length !== 1) broken.push(`I1: marked as entered in error ${marked.length} times`);
  const waiting = disk.entries.map(
    ({ state, attempts, sent }) => `${state} (${attempts}: ${sent.at(-1)?.outcome ?? ''})`,
  );
  if (waiting.length > 0) broken.push(`I2: still waiting: ${waiting.join(', ')}`);
  return broken;
}
