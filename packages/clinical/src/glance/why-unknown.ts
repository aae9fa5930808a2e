import type { Section } from '../section.ts';
import { unreadIn } from '../unread-in.ts';

/** Why a section cannot tell all its changes, in the order of the sentence. */
export const WHY = {
  failed: 'could not be loaded',
  role: 'withheld for your role',
  withheld: 'withheld',
  loading: 'still loading',
  disagree: 'records disagree',
  gaps: 'not complete',
  stale: 'not read lately',
} as const;

export type WhyUnknown = keyof typeof WHY;

/** Why a section cannot tell all its changes; `null` if it can. */
export function whyUnknown(section: Section<unknown>): WhyUnknown | null {
  if (section.state === 'withheld' && section.why === 'role') return 'role';
  if (section.state !== 'known') return section.state;
  if (section.content.kind === 'disagree') return 'disagree';
  const missing = unreadIn(section);
  if (missing.length > 0) return missing.every(({ why }) => why === 'loading') ? 'loading' : 'gaps';
  return section.freshness === 'stale' ? 'stale' : null;
}
