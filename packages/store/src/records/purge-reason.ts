import type { PurgeReason } from './record-store.ts';

/**
 * Whether a purge for this reason holds back what was not sent, for a person to decide (SPEC P2). Making room on the
 * disk, or erasing copies on request, says nothing against sending.
 */
export function holdsUnsent(why: PurgeReason): boolean {
  return why === 'consent-withdrawn' || why === 'left-home' || why === 'access-ended';
}
