import type { Page } from 'puppeteer-core';
import { chaosHome, RESIDENTS } from '../../packages/sync/test/chaos/chaos-home.ts';
import { brokenBy, onDisk, press, responsesOf, signed, unlessTooLate, until } from './day.ts';
import type { DeviceBrowser } from './device-browser.ts';
import type { Laboratory } from './laboratory.ts';
import { Tabs, TABS } from './tabs.ts';

/** Every tab writes, and whoever leads dies, again and again. Returns what must not be, in words. */
export async function killedLeaders(laboratory: Laboratory, device: DeviceBrowser, kills: number) {
  const ward = laboratory.newWard(chaosHome());
  const tabs = new Tabs(device, ward);
  await tabs.fill();
  await until(async () => ward.leaders.length > 0);
  let pressed = 0;
  for (let killed = 0; killed < kills; killed++) {
    const intents = Array.from({ length: TABS }, () => signed((pressed += 1)));
    const pages = [...tabs.pages.values()];
    // Whoever leads dies while all of them are being kept.
    const presses = Promise.allSettled(
      intents.map((intent, at) => press(pages[at % pages.length] as Page, intent)),
    );
    const before = ward.leaders.length;
    await tabs.crash(tabs.leader);
    const ends = await presses;
    await until(async () => ward.leaders.length > before);
    await tabs.fill();
    // A person whose tab died presses the same again in another.
    const [living] = tabs.pages.values();
    for (const [at, { status }] of ends.entries())
      if (status === 'rejected' && living) await press(living, intents[at] as ReturnType<typeof signed>);
  }
  const [last] = tabs.pages.values();
  if (last === undefined) throw new Error('No tab has lived.');
  await until(async () => (await onDisk(last)).entries.length === 0).catch(unlessTooLate);
  const disk = await onDisk(last);
  const answers = RESIDENTS.flatMap((resident) => responsesOf(ward, resident)).length;
  const broken = brokenBy(ward, disk).filter((each) => !each.startsWith('I4'));
  if (answers !== pressed) broken.push(`I1: ${answers} of ${pressed} signed answers are on the server`);
  if (disk.entries.length > 0) broken.push(`I2: ${disk.entries.length} still wait`);
  await tabs.close();
  return { broken, leaders: ward.leaders.length, pressed };
}
