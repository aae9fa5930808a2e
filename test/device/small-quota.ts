import { randomBytes } from 'node:crypto';
import type { Page } from 'puppeteer-core';
import type { FhirResource } from '../../packages/dev-server/src/index.ts';
import { chaosHome, FOUND } from '../../packages/sync/test/chaos/chaos-home.ts';
import { shownText } from '../walk/browser.ts';
import { onDisk, PASSPHRASE, press, signed, unlock, until } from './day.ts';
import type { DeviceBrowser } from './device-browser.ts';
import type { Laboratory } from './laboratory.ts';

/** Bytes: the ballast, what an empty database takes, and the records of two residents. */
const QUOTA = 4_300_000;
const MANY = ['long-1', 'long-2', 'long-3', 'long-4'];

/** Residents with a megabyte of text each, which cannot be compressed. */
const longRecords = (): FhirResource[] =>
  MANY.flatMap((resident) => [
    { resourceType: 'Patient', id: resident, name: [{ family: 'Example', given: [resident] }] },
    ...Array.from({ length: 40 }, (_, n) => ({
      resourceType: 'Observation',
      id: `${resident}-${n}`,
      status: 'final',
      category: FOUND,
      code: { text: 'Daily note' },
      subject: { reference: `Patient/${resident}` },
      note: [{ text: randomBytes(15_000).toString('base64') }],
    })),
  ]);

/** What a device with a small quota kept, and said. */
export async function smallQuota(laboratory: Laboratory, device: DeviceBrowser) {
  const ward = laboratory.newWard([...chaosHome(), ...longRecords()]);
  const open = async (quota: number): Promise<Page> => {
    const page = await device.open(ward, 'copies=opened', quota);
    await unlock(page);
    return page;
  };
  const held = async (page: Page) => {
    const { held: all } = await page.evaluate(
      (words, residents) => window.device.onDisk(words, residents),
      PASSPHRASE,
      MANY,
    );
    return all.filter(([, versions]) => versions.length > 0).map(([resident]) => resident);
  };

  let page = await open(QUOTA);
  for (const resident of MANY) {
    await page.evaluate((id) => window.device.show(id), resident);
    await until(async () => (await held(page)).includes(resident));
  }
  const copies = await held(page);
  // From here on nothing more is sent, and each press stays.
  ward.isPluggedIn = false;
  // A browser that goes on would go on with what it has measured.
  await device.kill(page, 'browser');

  // Another program has taken the rest of the disk: the quota is less than what lies here.
  page = await open(1_000_000);
  const receipts: string[] = [];
  for (let n = 1; n <= 3; n++) receipts.push((await press(page, signed(n))).state);
  const waiting = (await onDisk(page)).entries.filter(({ operation }) => operation?.class !== 'audit').length;
  await device.kill(page, 'browser');

  // Not even the room of all copies is enough.
  page = await open(1);
  const words = await pressOnScreen(page);
  const status = await shownText(page, 'ehch-device-status');
  const stillWaiting = (await onDisk(page)).entries.filter(
    ({ operation }) => operation?.class !== 'audit',
  ).length;
  await page.close();
  return { copies, receipts, waiting, words, status, stillWaiting };
}

const IN = 'ehch-frailty-scorer >>> ';

/** Fills in a form and signs it, as a person does. Returns what the form then says. */
async function pressOnScreen(page: Page): Promise<string> {
  await page.evaluate(() => window.device.openForm('agnes'));
  const field = `${IN}[data-key="cups"] :is(input, textarea)`;
  await page.locator(field).fill('5');
  await (await page.$(field))?.press('Tab');
  await page.locator(`${IN}::-p-aria([name="Finish and sign"][role="button"])`).click();
  await until(
    async () => /not kept|not saved/i.test(await shownText(page, 'ehch-frailty-scorer')),
    20_000,
  ).catch(() => undefined);
  return shownText(page, 'ehch-frailty-scorer');
}
