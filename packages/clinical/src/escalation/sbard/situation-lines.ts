import { EVERY, listed } from '../../display/listed.ts';
import { ageInYears } from '../../display/age.ts';
import { formatTime, speakDate } from '../../display/date.ts';
import { formatName } from '../../display/name.ts';
import { formatNhsNumber } from '../../display/nhs-number.ts';
import { plainText } from '../../display/plain-text.ts';
import { news2PartWords } from '../../instruments/news2/news2-words.ts';
import { SOFT_SIGNS } from '../../instruments/soft-signs/soft-sign-list.ts';
import type { Identity, NhsNumberRecord } from '../../resident/identity.ts';
import { londonDate } from '../../time/london.ts';
import type { Instant } from '../../time/types.ts';
import { RED_FLAGS } from '../ladder.ts';
import type { ObservationsNow, Situation } from '../situation.ts';
import type { Caller } from './caller.ts';
import { ended } from './section-line.ts';

/** Who rings, from where, and how to get in. */
export function callerLines({ name, role, home, address, access, phone }: Caller): readonly string[] {
  const as = role === null ? '' : `, ${plainText(role)}`;
  return [
    `I am ${plainText(name)}${as}, calling from ${plainText(home)}.`,
    address === null ? 'The address is not in this system: say it.' : ended(`The address is ${address}`),
    ...(access === null ? [] : [ended(`To get in: ${access}`)]),
    phone === null ? 'Say on which number you can be rung back.' : ended(`My number is ${phone}`),
  ];
}

/** Who it is about, as the person at the other end has to find her. */
export function residentLines(
  identity: Identity | null,
  room: string | null,
  now: Instant,
): readonly string[] {
  if (identity === null) return ['Who it is could not be read from the record: say name and date of birth.'];
  const { name, born, nhsNumber } = identity;
  const age = ageInYears(born, londonDate(now));
  const years = age === null ? '' : `, ${age} years old`;
  const date = born === null ? 'date of birth not recorded' : `born ${speakDate(born)}${years}`;
  return [
    `It is about ${formatName(name)}, ${date}.`,
    nhsLine(nhsNumber),
    ...(room === null ? [] : [ended(`Room ${room}`)]),
  ];
}

function nhsLine(record: NhsNumberRecord): string {
  switch (record.state) {
    case 'verified':
      return `NHS number ${formatNhsNumber(record.value)}.`;
    case 'unverified':
      return `NHS number ${formatNhsNumber(record.value)}, not verified.`;
    case 'invalid':
      return 'The NHS number in the record is not valid.';
    case 'several':
      return 'The record has several NHS numbers: do not go by any.';
    case 'none':
      return 'No NHS number is recorded.';
  }
}

/** What is seen, in people's own words first. */
export function seenLines(situation: Situation, words: string, since: string | null): readonly string[] {
  const { signs, flags, isWorried } = situation;
  const ticked = SOFT_SIGNS.flatMap(([id, text]) =>
    signs.some((sign) => sign.id === id) ? [lower(text)] : [],
  );
  const flagged = RED_FLAGS.filter(({ id }) => flags.includes(id)).map(({ text }) => lower(text));
  const seen = [...ticked, ...flagged];
  return [
    ...(plainText(words) === '' ? [] : [quoted(plainText(words))]),
    ...(seen.length === 0 ? [] : [`We see: ${listed(seen, EVERY)}.`]),
    ...(isWorried && seen.length === 0 && plainText(words) === '' ? ['We are worried.'] : []),
    since === null ? 'Since when is not known.' : ended(`Since ${since}`),
  ];
}

/** NEWS2 with its parts and the usual score (SPEC S2). */
export function news2Lines(
  observations: ObservationsNow | null,
  usual: number | null,
  isWithdrawn = false,
): readonly string[] {
  if (isWithdrawn && observations !== null)
    return ['NEWS2 is withdrawn here, so no score is said. Read the observations out one by one.'];
  const usualWords = usual === null ? 'The usual score is not set.' : `The usual score is ${usual}.`;
  if (observations === null) return ['No observations were taken.', usualWords];
  const { score } = observations;
  const parts = Object.keys(score.items).length;
  const read = Object.entries(score.items).flatMap(([part, { score: points }]) =>
    points === null || points === 0 ? [] : [`${news2PartWords(part)} ${points}`],
  );
  const by = read.length === 0 ? '' : ` Points for ${listed(read, EVERY)}.`;
  const at = score.assessedAt === undefined ? '' : ` at ${formatTime(score.assessedAt)}`;
  if (score.total !== null) return [`NEWS2 is ${score.total}${at}.${by}`, usualWords];
  const missing = listed(score.missing.map(news2PartWords), EVERY);
  const reach = score.atLeast === undefined ? '' : `, at least ${score.atLeast}`;
  return [
    `NEWS2: ${parts - score.missing.length} of ${parts} parts, no score${reach}.${by}`,
    ...(missing === '' ? [] : [`Missing: ${missing}.`]),
    usualWords,
  ];
}

function quoted(words: string): string {
  return `In our words: “${words}”${/[.!?]$/.test(words) ? '' : '.'}`;
}

function lower(text: string): string {
  return text.charAt(0).toLowerCase() + text.slice(1);
}
