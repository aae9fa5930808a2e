import type { Receipt } from '@ehch/clinical';
import type { Instant } from '@ehch/clinical/time';
import { shortMoment } from './short-moment.ts';

/** Somebody else had changed the same record, and nobody was asked: whoever sent it reads both. A sentence, or none. */
export function mergedWords(
  { merged }: Extract<Receipt, { state: 'sent' }>,
  now: Instant,
): readonly string[] {
  if (merged === undefined) return [];
  const at = merged.at === null ? '' : ` ${shortMoment(merged.at, now)}`;
  const what = merged.fields.length === 0 ? '' : ` (${merged.fields.join(', ')})`;
  return [`Somebody else had changed the same record${at}${what}. Both stand: read it again.`];
}
