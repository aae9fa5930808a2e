import type { DeviceStatus } from '../../packages/clinical/src/index.ts';
import { chaosHome } from '../../packages/sync/test/chaos/chaos-home.ts';
import { shownText } from '../walk/browser.ts';
import { press, signed, unlock, until } from './day.ts';
import type { DeviceBrowser } from './device-browser.ts';
import type { Laboratory } from './laboratory.ts';

/** What a page kept, sent and said whose storage the browser closed, and then somebody cleared. */
export async function closedStorage(laboratory: Laboratory, device: DeviceBrowser) {
  const ward = laboratory.newWard(chaosHome());
  const page = await device.open(ward, 'copies=opened');
  await unlock(page);
  const status = (): Promise<DeviceStatus | null> => page.evaluate(() => window.device.status());
  const answers = () => ward.server.repository.counts().get('QuestionnaireResponse') ?? 0;

  ward.isPluggedIn = false;
  const receipts = [(await press(page, signed(1))).state];
  await device.closeStorage();
  receipts.push((await press(page, signed(1))).state, (await press(page, signed(2))).state);
  const closed = await status();
  await device.closeStorage();
  ward.isPluggedIn = true;
  await page.evaluate(() => window.device.tryNow());
  await until(async () => (await status())?.unsent.total === 0, 60_000);
  const arrived = answers();

  ward.isPluggedIn = false;
  await press(page, signed(3));
  await until(async () => (await status())?.unsent.total === 1);
  await device.clearStorage(page, ward);
  await until(async () => (await status())?.wasErased === true);
  const erased = await status();
  await until(async () => /was erased/.test(await shownText(page, 'ehch-device-status')));
  const words = await shownText(page, 'ehch-device-status');
  await unlock(page);
  const after = (await press(page, signed(4))).state;
  await page.close();
  return { receipts, closed, arrived, erased, words, after };
}
