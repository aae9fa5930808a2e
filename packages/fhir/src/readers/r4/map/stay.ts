import type { Stay } from '@ehch/clinical';
import { formatDate } from '@ehch/clinical/display';
import { comparePartialDates, isSurelyOlder, type PartialDate } from '@ehch/clinical/time';
import { RESIDENCE, TEMPORARY_RESIDENCE } from '../../../codes/residence.ts';
import { SNOMED } from '../../../codes/systems.ts';
import { codesIn, firstWords, type ConceptLike } from '../../../coding.ts';
import { readDate } from '../../../dates.ts';
import { joined } from '../../../text.ts';
import { nameOf } from '../author.ts';
import type { Cautions } from '../cautions.ts';
import { isAfterNow } from '../fact.ts';
import { whyNotInUse } from '../in-use.ts';
import type { Held, PatientRecord } from '../record.ts';
import { deniesInWords } from './limits-words.ts';
import { leaveAbsent } from './named-record.ts';
import { isFormOver } from './over-in-words.ts';
import { dischargedTo } from './discharge.ts';
import { roomOf } from './room.ts';
import { isHospitalStay, isResidence, isRunning, whereOf } from './encounters.ts';
import { isRivalOf } from './of-one-time.ts';
import { hasEndedNow } from './passed.ts';

/** [P] Words that make an episode a stay in a care home, for episodes without a code. */
const STAY_WORDS =
  /\b((permanent|respite|temporary|short|long[- ]term) stay|care home|nursing home|residential|respite|resident|residence)\b/i;

/** Whether an EpisodeOfCare is a stay in a home: by its code or words, or because it has no type at all. */
export function isStay({ value: { type } }: Held<'EpisodeOfCare'>): boolean {
  if (type === undefined || type.length === 0) return true;
  const coded = type.some((concept) => codesIn(concept, SNOMED).some((code) => RESIDENCE.has(code)));
  const texts = type.map((concept) => firstWords([concept], new Set()) ?? '');
  return coded || texts.some((text) => STAY_WORDS.test(text) && !deniesInWords(text));
}

/**
 * Where the resident lives, where the resident is now, and the last return from hospital. `null`: nothing is
 * recorded.
 */
export function stayOf(record: PatientRecord, cautions: Cautions): Stay | null {
  const episodes = record
    .all('EpisodeOfCare')
    .filter((held) => isStay(held) && held.value.status !== 'cancelled')
    .map((held) => ({ held, start: readDate(held.value.period?.start, cautions) }));
  const begun = episodes.filter(({ held }) => !isPlanned(held));
  const episode = currentEpisode(record, begun);
  const next = nextEpisode(record, episodes);
  const ahead = next && stayAhead(record, next, cautions);
  const living = residenceOf(record, cautions);
  const room = roomOf(record, cautions);
  const hospital = hospitalStays(record, cautions);
  const away = awayIn(record, hospital, living, cautions);
  const others = episodes.filter(({ held }) => held !== episode && held !== next?.held);
  leaveOthers(record, others, cautions);
  const hasStay = episode !== undefined || ahead !== undefined;
  if (!hasStay && room === null && away === null && living === null) return null;
  if (episode === undefined && ahead !== undefined) cautions.add('future-dated');
  if (episode !== undefined) {
    record.show(episode, 'identity');
    leaveOf(record, episode, cautions);
  }
  const since = readDate((episode ?? living?.held)?.value.period?.start, cautions);
  const home = episode && nameOf(record, episode.value.managingOrganization, episode);
  leaveHomeNotInUse(record, episode, cautions);
  const ended = endOf(record, episode, cautions);
  return {
    home: home ?? room?.home ?? living?.where ?? null,
    room: room?.name ?? null,
    since,
    kind: kindOf((episode ?? living?.held)?.value.type),
    away,
    returned: away === null && episode !== undefined ? returnOf(record, hospital, since, cautions) : null,
    ended,
    ...(ended === null && episode?.value.status === 'finished' && { isOver: true as const }),
    ...(episode?.value.status === 'onhold' && { onHold: true as const }),
    ...(ahead !== undefined && { ahead }),
  };
}

/** Leaves to "more in the record" that the home itself is not in use. Its bare name leads to its settings. */
function leaveHomeNotInUse(
  record: PatientRecord,
  episode: Begun['held'] | undefined,
  cautions: Cautions,
): void {
  if (episode === undefined) return;
  const target = record.resolve(episode.value.managingOrganization, episode);
  if (target !== null) cautions.leaveFrom(target);
  const why = whyNotInUse(record, target);
  if (why !== null) cautions.leave('the home', why);
}

/** An episode, with its start. */
interface Begun {
  readonly held: Held<'EpisodeOfCare'>;
  readonly start: PartialDate | null;
}

/** Leaves to "more in the record" what a stay states besides place and time: its type, team and problems. */
function leaveOf(record: PatientRecord, held: Begun['held'], cautions: Cautions): void {
  cautions.leaveFrom(held);
  const types = (held.value.type ?? []).map((concept) => firstWords([concept], new Set()));
  if (isFormOver(types)) {
    cautions.add('contradicts-itself');
    cautions.leave('type of the stay', joined(types, ', '));
  }
  leaveNamedByEpisode(record, held, cautions);
}

/** Leaves the team and the problems of an episode to "more in the record", where no section shows them. */
export function leaveNamedByEpisode(record: PatientRecord, held: Begun['held'], cautions: Cautions): void {
  const { team, diagnosis = [] } = held.value;
  leaveAbsent(record, held, team, ['team', 'CareTeam'], cautions);
  leaveAbsent(
    record,
    held,
    diagnosis.map(({ condition }) => condition),
    ['diagnosis', 'Condition'],
    cautions,
  );
}

function isPlanned({ value: { status } }: Begun['held']): boolean {
  return status === 'planned' || status === 'waitlist';
}

function isEnded(record: PatientRecord, { value }: Begun['held']): boolean {
  return value.status === 'finished' || hasEndedNow(value, record);
}

/**
 * Further stays: another current one, one planned without a date, a second one in the future. They are left
 * to "more in the record", because one record alone no longer says where the resident lives. A stay that is
 * over is set aside.
 */
function leaveOthers(record: PatientRecord, others: readonly Begun[], cautions: Cautions): void {
  for (const { held, start } of others) {
    if (isEnded(record, held)) {
      record.setAside(held, 'not-in-force');
      continue;
    }
    record.show(held, 'identity');
    leaveOf(record, held, cautions);
    const { status, period, managingOrganization } = held.value;
    const name =
      status === 'planned'
        ? 'planned stay'
        : status === 'waitlist'
          ? 'stay on a waiting list'
          : 'another stay';
    const end = readDate(period?.end, cautions);
    const parts = [
      nameOf(record, managingOrganization, held),
      start === null ? null : `from ${formatDate(start)}`,
      end === null ? null : `until ${formatDate(end)}`,
    ];
    cautions.leave(name, joined(parts));
  }
}

/** The current stay, else the last one. A stay that begins in the future is neither. */
function currentEpisode(record: PatientRecord, begun: readonly Begun[]): Begun['held'] | undefined {
  const over = ({ held }: Begun) => Number(isEnded(record, held));
  const [first] = begun
    .filter(({ start }) => !isAfterNow(start, record))
    .toSorted((a, b) => over(a) - over(b) || comparePartialDates(a.start, b.start));
  return first?.held;
}

/** The first stay that begins in the future. */
function nextEpisode(record: PatientRecord, episodes: readonly Begun[]): Begun | undefined {
  const [next] = episodes
    .filter(({ start }) => isAfterNow(start, record))
    .toSorted((a, b) => comparePartialDates(b.start, a.start));
  return next;
}

function stayAhead(record: PatientRecord, { held, start }: Begun, cautions: Cautions): Stay['ahead'] {
  if (start === null) return undefined;
  record.show(held, 'identity');
  leaveOf(record, held, cautions);
  if (held.value.status === 'waitlist') cautions.leave('status of the next stay', 'on a waiting list');
  const end = readDate(held.value.period?.end, cautions);
  if (end !== null) cautions.leave('stay planned to end', end);
  const home = nameOf(record, held.value.managingOrganization, held);
  return { home, from: start, kind: kindOf(held.value.type) };
}

/**
 * The end of a stay, if it has ended by its status or its date. `null`: it has not, or the end has no date.
 */
function endOf(
  record: PatientRecord,
  episode: Held<'EpisodeOfCare'> | undefined,
  cautions: Cautions,
): PartialDate | null {
  if (episode === undefined) return null;
  const { status, period } = episode.value;
  const end = readDate(period?.end, cautions);
  if (status === 'finished' && isAfterNow(end, record)) cautions.add('contradicts-itself');
  if (status === 'finished' || hasEndedNow(episode.value, record)) return end;
  // An end in the future is shown, but has not ended the stay.
  if (end !== null) cautions.leave('stay planned to end', end);
  return null;
}

interface Residence {
  readonly held: Held<'Encounter'>;
  readonly where: string | null;
}

/** The encounter that stands for living in a home, for records without an episode. */
function residenceOf(record: PatientRecord, cautions: Cautions): Residence | null {
  const held = record
    .all('Encounter')
    .find((one) => isResidence(one) && isRunning(record, one, readDate(one.value.period?.start, cautions)));
  if (held === undefined) return null;
  record.show(held, 'identity');
  return { held, where: nameOf(record, held.value.serviceProvider, held) };
}

/** Where the resident is, if away from the home: in hospital, or on leave by the status of the stay. */
function awayIn(
  record: PatientRecord,
  hospital: readonly HospitalStay[],
  living: Residence | null,
  cautions: Cautions,
): Stay['away'] {
  const stay = hospital.find(({ held, start }) => isRunning(record, held, start));
  if (stay !== undefined) {
    // What casts doubt on the visit casts it on where the resident is.
    for (const caution of stay.held.cautions) cautions.add(caution);
    const where = whereOf(record, stay.held) ?? 'hospital';
    const onLeave = stay.held.value.status === 'onleave' ? ', on leave from there' : '';
    return { where: `${where}${onLeave}`, since: stay.start };
  }
  const isOnLeave = living?.held.value.status === 'onleave';
  return isOnLeave ? { where: 'another place, on leave from the home', since: null } : null;
}

interface HospitalStay {
  readonly held: Held<'Encounter'>;
  readonly start: PartialDate | null;
  readonly end: PartialDate | null;
}

/** Hospital stays, newest first. Cancelled and planned ones never took place. */
function hospitalStays(record: PatientRecord, cautions: Cautions): readonly HospitalStay[] {
  return record
    .all('Encounter')
    .filter((held) => isHospitalStay(held) && !['planned', 'cancelled'].includes(held.value.status))
    .map((held) => ({
      held,
      start: readDate(held.value.period?.start, cautions),
      end: readDate(held.value.period?.end, cautions),
    }))
    .toSorted((a, b) => comparePartialDates(a.start, b.start));
}

/** The last return to the home. A hospital stay that was surely before the resident moved in is no return. */
function returnOf(
  record: PatientRecord,
  stays: readonly HospitalStay[],
  since: PartialDate | null,
  cautions: Cautions,
): Stay['returned'] {
  const over = stays.flatMap(({ held, end }) =>
    held.value.status === 'finished' && end !== null && !isAfterNow(end, record) ? [{ held, end }] : [],
  );
  const [last, ...others] = over;
  if (last === undefined || isSurelyOlder(last.end, since)) return null;
  record.show(last.held, 'identity');
  const elsewhere = dischargedTo(record, last.held, cautions);
  if (elsewhere !== null) {
    cautions.leave(`discharged on ${formatDate(last.end)} to`, elsewhere);
    return null;
  }
  if (comparePartialDates(last.end, since) > 0)
    cautions.leave('back from hospital, perhaps before this stay', last.end);
  const rivals = others.filter(({ end }) => isRivalOf({ on: last.end }, { on: end }) && end !== last.end);
  for (const { held, end } of rivals)
    cautions.leave('another return, perhaps later', joined([formatDate(end), whereOf(record, held)], ', '));
  return { on: last.end, from: whereOf(record, last.held) ?? 'hospital' };
}

/** Whether the stay is permanent or respite. Without a code or a word it is unknown, and never assumed. */
function kindOf(types: readonly ConceptLike[] | undefined): Stay['kind'] {
  const codes = (types ?? []).flatMap((concept) => codesIn(concept, SNOMED));
  const text = joined((types ?? []).map((concept) => firstWords([concept], new Set()))) ?? '';
  if (codes.includes(TEMPORARY_RESIDENCE)) return 'respite';
  if (/\b(respite|temporary|short[- ]stay)\b/i.test(text)) return 'respite';
  return /\b(permanent|long[- ]term)\b/i.test(text) ? 'permanent' : 'unknown';
}
