import { browser } from '../browser.ts';
import type { BadgeMark } from './badge-mark.ts';

/** The mark is a quiet shape, without a count or a name. A tab with anybody else, or with nobody, gets none. */
const MARKS: Record<BadgeMark, { readonly text: string; readonly color: string; readonly title: string }> = {
  none: { text: '', color: '#24516a', title: 'EHCH Kit' },
  resident: { text: '●', color: '#24516a', title: 'EHCH Kit: lives in a care home. Open the side panel.' },
  doubt: { text: '!', color: '#7a4b00', title: 'EHCH Kit: identity in doubt. Open the side panel.' },
};

export function setBadge(tab: number, mark: BadgeMark): void {
  const { text, color, title } = MARKS[mark];
  const set = Promise.all([
    browser.action.setBadgeText({ tabId: tab, text }),
    browser.action.setBadgeBackgroundColor({ tabId: tab, color }),
    browser.action.setTitle({ tabId: tab, title }),
  ]);
  // The user may have closed the tab meanwhile. The browser then rejects the call, and no badge is needed.
  set.catch(() => undefined);
}

/** Removes the marks of an earlier vault, because this one knows nothing about the people they stood for. */
export async function clearBadges(): Promise<void> {
  for (const { id } of await browser.tabs.query({})) if (id !== undefined) setBadge(id, 'none');
}
