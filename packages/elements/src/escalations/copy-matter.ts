import type { PlaceConfiguration } from '@ehch/clinical';
import { formatDateTime } from '@ehch/clinical/display';
import { KINDS, type Raised, type Thread } from '@ehch/clinical/thread';
import type { Instant } from '@ehch/clinical/time';
import { NEWS2_OWNER_LINE } from '../internal/score-sources.ts';
import { timesOf } from '../internal/times-of.ts';
import { entryWords, givenAnswerWords } from './entry-words.ts';
import { askedByWords, cautionWords, raisedWords, standingWords } from './matter-words.ts';

/**
 * A thread as plain text for the record: dated, attributed, and without a name or a number of the resident, because it goes
 * into their own record. Nothing that the screen says of it is left out.
 */
export function matterText(thread: Thread, now: Instant, place: PlaceConfiguration | null): string {
  const { raised, alsoRaised, kind, linkedFrom } = thread;
  const from = raised.by.side === 'home' ? 'care home' : 'practice';
  const lines = [
    `${KINDS[kind].title} from the ${from}, ${formatDateTime(raised.at)}, raised by ${whoRaised(raised)}.`,
    whatWasRaised(raised),
    ...alsoRaised.map(
      (also) => `Also raised by ${whoRaised(also)}, ${formatDateTime(also.at)}. ${whatWasRaised(also)}`,
    ),
    // The name as typed may be another person's.
    ...(linkedFrom.length === 0
      ? []
      : ['Raised about somebody not on the list, and linked since by a person.']),
    standingWords(thread, now, timesOf(place)).line,
    ...cautionWords(thread, now, place),
    ...givenAnswerWords(thread, now, place),
    'History:',
    ...thread.entries.map((entry) => entryWords(entry, thread, now, place)),
  ];
  return [
    ...lines,
    // People write a NEWS2 into their words, and its owner asks to be named wherever one stands.
    ...(lines.some((line) => /\bNEWS ?2\b/i.test(line)) ? [NEWS2_OWNER_LINE] : []),
    `Copied ${formatDateTime(now)}.`,
  ]
    .map((line) => line.replace(/\s+/g, ' ').trim())
    .filter((line) => line !== '')
    .join('\n');
}

function whoRaised({ by: { name, role } }: Raised): string {
  return role === null ? name : `${name}, ${role}`;
}

function whatWasRaised(raised: Raised): string {
  const asked = askedByWords(raised.askedBy);
  return [...raisedWords(raised), ...(asked === null ? [] : [asked])].join('. ');
}
