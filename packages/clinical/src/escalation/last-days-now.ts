import type { AgreedLimits } from '../resident/limits.ts';
import { saidIn } from '../resident/said-in.ts';
import type { Section } from '../section.ts';
import { isFirm } from './bedside-doubts.ts';
import { unreadIn } from '../unread-in.ts';

/**
 * What the record says about the last days (SPEC R4). Only an undisputed plan in force silences the ladder. One in doubt, or one of
 * records that disagree or were read in part, is said, and silences nothing.
 */
export function lastDaysNow(section: Section<AgreedLimits>): 'in-force' | 'in-doubt' | 'none' | 'not-known' {
  if (section.state !== 'known') return 'not-known';
  const { content } = section;
  const isPartlyRead = unreadIn(section).length > 0;
  if (content.kind === 'disagree') {
    if (saidIn(section).some(({ lastDays }) => lastDays !== null)) return 'in-doubt';
    return isPartlyRead ? 'not-known' : 'none';
  }
  const plan = content.kind === 'recorded' ? content.value.lastDays : null;
  if (plan === null) return isPartlyRead ? 'not-known' : 'none';
  return isFirm(plan) && !isPartlyRead ? 'in-force' : 'in-doubt';
}
