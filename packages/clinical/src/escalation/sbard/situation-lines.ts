import { EVERY, listed } from '../../display/listed.ts';
import { ageInYears } from '../../display/age.ts';
import { formatTime, speakDate } from '../../display/date.ts';
import { formatName } from '../../display/name.ts';
import { formatNhsNumber } from '../../display/nhs-number.ts';
import { plainText } from '../../display/plain-text.ts';
import { roomWords } from '../../display/room.ts';
import { news2PartWords, scaleWords } from '../../instruments/news2/news2-words.ts';
import { DANGER_SIGNS } from '../danger-signs.ts';
import { SOFT_SIGNS } from '../../instruments/soft-signs/soft-sign-list.ts';
import type { Identity, NhsNumberRecord } from '../../resident/identity.ts';
import { londonDate } from '../../time/london.ts';
import type { Instant } from '../../time/types.ts';
import { RED_FLAGS, type TickedSign } from '../ladder.ts';
import type { ObservationsNow, Situation, UsualNow } from '../situation.ts';
import type { Caller } from './caller.ts';
import { ended } from './section-line.ts';

/** Who rings, from where, and how to get in. */
export function callerLines({ name, role, home, address, access, phone }: Caller): readonly string[] {
  return [
    whoLine(plainText(name), role, home),
    address === null ? 'The address is not in this system: say it.' : ended(`The address is ${address}`),
    ...(access === null ? [] : [ended(`To get in: ${access}`)]),
    phone === null ? 'Say on which number you can be rung back.' : ended(`My number is ${phone}`),
  ];
}

function whoLine(name: string, role: string | null, home: string | null): string {
  const from = home === null ? null : plainText(home);
  if (name === '')
    return from === null
      ? 'Say who you are, and the name of the home.'
      : `Say who you are. You are calling from ${from}.`;
  const as = role === null ? '' : `, ${plainText(role)}`;
  return from === null
    ? `I am ${name}${as}. Say the name of the home.`
    : `I am ${name}${as}, calling from ${from}.`;
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
    `It is about ${name === null ? 'a resident whose name is not recorded' : formatName(name)}, ${date}.`,
    nhsLine(nhsNumber),
    ...roomLines(room),
  ];
}

/** The room as it is said, if it is known. */
export function roomLines(room: string | null): readonly string[] {
  return room === null ? [] : [ended(upper(roomWords(room)))];
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

/** What is seen: danger first, then people's own words. Nothing that was ticked is left out (SPEC S1). */
export function seenLines(situation: Situation, words: string, since: string | null): readonly string[] {
  const { dangers, flags, isWorried } = situation;
  const danger = DANGER_SIGNS.signs.filter(({ id }) => dangers.includes(id)).map(({ text }) => lower(text));
  const flagged = RED_FLAGS.filter(({ id }) => flags.includes(id)).map(({ text }) => lower(text));
  const said = plainText(words);
  return [
    ...(danger.length === 0 ? [] : [`Danger now: ${listed(danger, EVERY)}.`]),
    ...(said === '' ? [] : [quoted(said)]),
    ...signLines(situation, flagged),
    ...(isWorried ? ['We are worried.'] : []),
    sinceLine(plainText(since ?? '')),
    ...infectionLines(situation),
  ];
}

/** Half of what was ticked is whether it is new, so each is said with it. */
function signLines({ signs }: Situation, flagged: readonly string[]): readonly string[] {
  const of = (usual: TickedSign['usual']) =>
    SOFT_SIGNS.flatMap(([id, text]) =>
      signs.some((sign) => sign.id === id && sign.usual === usual) ? [lower(text)] : [],
    );
  const line = (lead: string, some: readonly string[]) =>
    some.length === 0 ? [] : [`${lead}: ${listed(some, EVERY)}.`];
  return [
    ...line('New', of('no')),
    ...line('We see', flagged),
    ...line('We see, and nobody said whether it is new', of('not-known')),
    ...line('We see, and it is usual', of('yes')),
  ];
}

function sinceLine(since: string): string {
  return since === '' ? 'Since when is not known.' : ended(`Since ${since.replace(/^since\s+/i, '')}`);
}

/** Said only where somebody answered it. */
function infectionLines({ isInfectionPossible }: Situation): readonly string[] {
  if (isInfectionPossible === null) return [];
  return [isInfectionPossible ? 'It could be an infection.' : 'We do not think that it is an infection.'];
}

/** NEWS2 with its parts and the usual score (SPEC S2). */
export function news2Lines(
  observations: ObservationsNow | null,
  usual: UsualNow,
  isWithdrawn = false,
): readonly string[] {
  if (isWithdrawn && observations !== null)
    return ['NEWS2 is withdrawn here, so no score is said. Read the observations out one by one.'];
  const usualWords = usualLine(usual);
  if (observations === null) return ['No observations were taken.', usualWords];
  const { score } = observations;
  const parts = Object.keys(score.items).length;
  const read = Object.entries(score.items).flatMap(([part, { score: points }]) =>
    points === null || points === 0 ? [] : [`${news2PartWords(part)} ${points}`],
  );
  const by = read.length === 0 ? '' : ` Points for ${listed(read, EVERY)}.`;
  const at = score.assessedAt === undefined ? '' : ` at ${formatTime(score.assessedAt)}`;
  const scale = scaleWords(score);
  const on = scale === null ? '' : ` ${upper(scale)}.`;
  if (score.total !== null) return [`NEWS2 is ${score.total}${at}.${on}${by}`, usualWords];
  const { onScale = null } = score;
  if (onScale !== null)
    return [`NEWS2: no score yet, ${scale ?? ''}. Nobody has settled which scale.${by}`, usualWords];
  const missing = listed(score.missing.map(news2PartWords), EVERY);
  const reach = score.atLeast === undefined ? '' : `, at least ${score.atLeast}`;
  return [
    `NEWS2: ${parts - score.missing.length} of ${parts} parts, no score${reach}.${on}${by}`,
    ...(missing === '' ? [] : [`Missing: ${missing}.`]),
    usualWords,
  ];
}

function usualLine(usual: UsualNow): string {
  if (usual === 'not-set') return 'The usual NEWS2 score is not set.';
  if (usual === 'not-known') return 'The usual NEWS2 score could not be read here.';
  if (typeof usual === 'number') return `The usual NEWS2 score is ${usual}.`;
  return `The usual NEWS2 score is recorded as “${plainText(usual.words)}”.`;
}

function quoted(words: string): string {
  return `In our words: “${words}”${/[.!?…]$/.test(words) ? '' : '.'}`;
}

function upper(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

function lower(text: string): string {
  return text.charAt(0).toLowerCase() + text.slice(1);
}
