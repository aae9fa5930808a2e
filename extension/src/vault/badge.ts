import { browser } from '../browser.ts';
import type { BadgeMark } from './badge-mark.ts';

/** One quiet mark on the toolbar's button: a shape, no count, no name. Nothing at all for anybody else. */
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
  // A tab that was closed meanwhile needs no badge.
  set.catch(() => undefined);
}
