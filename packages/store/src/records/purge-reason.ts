import type { PurgeReason } from './record-store.ts';

/**
 * Whether a purge for this reason holds back what was not sent, for a person to decide (SPEC P2). Making room on the
 * disk, or erasing copies on request, says nothing against sending. Nor does an access that ended: the server refused one
 * person, and several work on one device. Of each author's work it decides itself, when that is sent.
 */
export function holdsUnsent(why: PurgeReason): boolean {
  return why === 'consent-withdrawn' || why === 'left-home';
}
