import type { Page } from 'puppeteer-core';
import { chaosHome } from '../../packages/sync/test/chaos/chaos-home.ts';
import { brokenBy, isSettled, onDisk, PASSPHRASE, press, responsesOf, signed, until } from './day.ts';
import type { DeviceBrowser } from './device-browser.ts';
import type { Laboratory, Ward } from './laboratory.ts';
import { Tabs } from './tabs.ts';

/** Milliseconds without a moment after which nothing is under way. */
const QUIET = 500;

/**
 * The leading tab is frozen while it does nothing, another tab writes, and the frozen one thaws. Chromium itself freezes no tab
 * that holds a lock, and each of ours does. So this is what a debugger, or another browser, may do.
 *
 * @param isOvertaken whether a new term began meanwhile, as where a browser takes the lock from a frozen tab
 */
export async function frozenLeader(laboratory: Laboratory, device: DeviceBrowser, isOvertaken: boolean) {
  const ward = laboratory.newWard(chaosHome());
  const tabs = new Tabs(device, ward);
  const leader = await tabs.open();
  await until(async () => ward.leaders.length > 0);
  const other = await tabs.open();
  await quiet(ward);
  await setFrozen(leader, true);
  const receipt = await press(other, signed(1, 'agnes'));
  if (isOvertaken) await other.evaluate((words) => window.device.overtake(words), PASSPHRASE);
  const whileFrozen = responsesOf(ward, 'agnes').length;
  await setFrozen(leader, false);
  await until(() => isSettled(other));
  await until(async () => (await onDisk(other)).entries.length === 0);
  const broken = brokenBy(ward, await onDisk(other)).filter((each) => !each.startsWith('I4'));
  const after = responsesOf(ward, 'agnes').length;
  await tabs.close();
  return { broken, receipt: receipt.state, whileFrozen, after, terms: ward.leaders.length };
}

async function quiet({ moments }: Ward): Promise<void> {
  for (let before = -1; before < moments.length;) {
    before = moments.length;
    await new Promise((resolve) => {
      setTimeout(resolve, QUIET);
    });
  }
}

async function setFrozen(page: Page, isFrozen: boolean): Promise<void> {
  const session = await page.createCDPSession();
  await session.send('Page.setWebLifecycleState', { state: isFrozen ? 'frozen' : 'active' });
}
