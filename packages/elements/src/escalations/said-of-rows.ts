import type { ThreadTimes } from '@ehch/clinical/thread';
import type { Instant } from '@ehch/clinical/time';
import type { MatterRow } from './matter-rows.ts';
import { standingWords } from './matter-words.ts';

/** How each row stands, to be said aloud when it changes. How long somebody waits changes each minute, and is not said each minute. */
export function saidOfRows(rows: readonly MatterRow[], now: Instant, times: ThreadTimes): readonly string[] {
  return rows.map(({ thread }) => standingWords(thread, now, times).line.replace(/, [^,]* ago/, ''));
}
