import type { Thread } from '@ehch/clinical/thread';

/** What the home said of its haste. One list of words, because a GP reads the same matter in two places. */
export const THREAD_URGENCY: Readonly<Record<Thread['urgency'], string | null>> = {
  routine: null,
  'same-day': 'Same day',
  'within-hours': 'Within hours',
  now: 'Now',
};
