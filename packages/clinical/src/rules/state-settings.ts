/** What can be pressed of a setting in words. An earlier one stays in the record. */
export const SETTING_STATES = ['set', 'ended'] as const;

/** What stands before the words of such a setting, wherever they are shown. */
export const STATE_TITLES = {
  'last-days': 'Last days of life',
  variation: 'Different from the usual steps',
} as const;

/** A statement about the last days without the title that stands before it on every screen already. */
export function bareLastDays(text: string): string {
  const title = `${STATE_TITLES['last-days']}: `;
  return text.startsWith(title) ? text.slice(title.length) : text;
}

/**
 * [P] Days. A statement about the last days speaks of its own day. One that nobody sets anew stands in the place of scores no longer
 * (clinical rule 13.2).
 */
export const LAST_DAYS_HOLD_FOR_DAYS = 14;
