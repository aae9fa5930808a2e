import { browser } from '../browser.ts';

/** The active tab of a window; `null` if the window has gone. */
export async function activeTab(window: number): Promise<number | null> {
  const [tab] = await browser.tabs.query({ active: true, windowId: window });
  return tab?.id ?? null;
}
