import { chaosHome } from '../../packages/sync/test/chaos/chaos-home.ts';
import { brokenDay, liveDay, onDisk, Outside, unlessTooLate } from './day.ts';
import type { Death, DeviceBrowser } from './device-browser.ts';
import type { Laboratory, Moment } from './laboratory.ts';

/** A day on which nobody dies. */
export async function wholeDay(laboratory: Laboratory, device: DeviceBrowser) {
  const ward = laboratory.newWard(chaosHome());
  const page = await device.open(ward);
  await liveDay(page, ward, new Outside());
  const broken = brokenDay(ward, await onDisk(page));
  const moments = [...ward.moments];
  await page.close();
  return { broken, moments };
}

/**
 * The same day, on which the page or the browser dies once. Two runs do not come to the same moments in the same order, so
 * the moment is named by what it was.
 */
export async function killedDay(laboratory: Laboratory, device: DeviceBrowser, at: number, how: Death) {
  const ward = laboratory.newWard(chaosHome());
  const outside = new Outside();
  let page = await device.open(ward);
  const died = new Promise<'died'>((resolve) =>
    ward.dieAt(at, async () => {
      await device.kill(page, how);
      resolve('died');
    }),
  );
  const lived = liveDay(page, ward, outside).then(() => 'lived' as const);
  // What a dead page was asked for fails, as nobody answers.
  const end = await Promise.race([died, lived.catch(() => died)]);
  ward.surviveAll();
  let moment: Moment = 'the day was over before';
  if (end === 'died') {
    moment = ward.moments[at] ?? '';
    page = await device.open(ward);
    // What is stuck shows in the invariants, and nobody need wait for the other moments of the day.
    await liveDay(page, ward, outside).catch(unlessTooLate);
  }
  const broken = brokenDay(ward, await onDisk(page));
  await page.close();
  return { broken, moment };
}
