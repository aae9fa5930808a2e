import { formatDateTime } from '@ehch/clinical/display';
import { KINDS, type Thread, type ThreadTimes } from '@ehch/clinical/thread';
import type { Instant } from '@ehch/clinical/time';
import {
  givenAnswerWords,
  askedByWords,
  cautionWords,
  entryWords,
  raisedWords,
  standingWords,
} from './matter-words.ts';

/**
 * A thread as plain text for the record: dated, attributed, and without a name or a number of the resident, because it goes
 * into their own record. Nothing that the screen says of it is left out.
 */
export function matterText(thread: Thread, now: Instant, times: ThreadTimes): string {
  const { raised, kind } = thread;
  const role = raised.by.role === null ? '' : `, ${raised.by.role}`;
  const asked = askedByWords(raised.askedBy);
  return [
    `${KINDS[kind].title} from the care home, ${formatDateTime(raised.at)}, raised by ${raised.by.name}${role}.`,
    [...raisedWords(raised), ...(asked === null ? [] : [asked])].join('. '),
    standingWords(thread, now, times).line,
    ...cautionWords(thread, now, times),
    ...givenAnswerWords(thread, now),
    'History:',
    ...thread.entries.map((entry) => entryWords(entry, now, times)),
    `Copied ${formatDateTime(now)}.`,
  ]
    .map((line) => line.replace(/\s+/g, ' ').trim())
    .filter((line) => line !== '')
    .join('\n');
}
