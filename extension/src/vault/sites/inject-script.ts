import { reportCaught } from '@ehch/clinical/diagnostics';
import { browser } from '../../browser.ts';

/**
 * Starts the content script in the open tabs of the sites with these match patterns. There it ends the one that ran
 * before, and asks anew which adapters are for it. So a site that was revoked falls silent, and one that was enabled
 * needs no reload.
 */
export async function injectScript(patterns: readonly string[]): Promise<void> {
  if (patterns.length === 0) return;
  const tabs = await browser.tabs.query({ url: [...new Set(patterns)], discarded: false });
  await Promise.all(tabs.flatMap(({ id }) => (id === undefined ? [] : [injectInto(id)])));
}

async function injectInto(tabId: number): Promise<void> {
  try {
    await browser.scripting.executeScript({ target: { tabId, allFrames: true }, files: ['content.js'] });
  } catch (error) {
    // The user may have closed the tab or left the site meanwhile.
    reportCaught(error, 'extension/inject');
  }
}
