import { comparePartialDates, type Caution, type PartialDate, type Stay } from '@ehch/clinical';
import { RESIDENCE, TEMPORARY_RESIDENCE } from '../../../codes/residence.ts';
import { SNOMED } from '../../../codes/systems.ts';
import { codesIn, firstWords } from '../../../coding.ts';
import { readDate } from '../../../dates.ts';
import { nameOf } from '../author.ts';
import type { Held, PatientRecord } from '../record.ts';
import { roomOf } from './room.ts';
import { isHospitalStay, isOver, whereOf } from './encounters.ts';

/** [P] Words that make an episode a stay in a care home where no code says so. */
const STAY_WORDS =
  /\b((permanent|respite|temporary|short|long[- ]term) stay|care home|nursing home|residential|respite|resident|residence)\b/i;

/** An EpisodeOfCare that is a stay in a home: by its code or words, or because it has no type at all. */
export function isStay({ value: { type } }: Held<'EpisodeOfCare'>): boolean {
  if (type === undefined || type.length === 0) return true;
  const coded = type.some((concept) => codesIn(concept, SNOMED).some((code) => RESIDENCE.has(code)));
  return coded || STAY_WORDS.test(firstWords(type, new Set()) ?? '');
}

/** Where she lives, is at present, and has come back from. `null` when nothing is recorded. */
export function stayOf(record: PatientRecord, care: Set<Caution>): Stay | null {
  const episodes = record
    .all('EpisodeOfCare')
    .filter((held) => isStay(held) && !['planned', 'waitlist', 'cancelled'].includes(held.value.status));
  const begun = (held: Held<'EpisodeOfCare'>) => readDate(held.value.period?.start, care);
  const newestFirst = episodes.toSorted((a, b) => comparePartialDates(begun(a), begun(b)));
  const episode = newestFirst.find((held) => held.value.status !== 'finished') ?? newestFirst[0];
  const room = roomOf(record);
  const hospital = hospitalStays(record, care);
  const away = hospital.find(({ held }) => !isOver(held, record.input.now)) ?? null;
  if (episode === undefined && room === null && away === null) return null;
  for (const held of episodes) record.show(held, 'identity');
  const since = episode === undefined ? null : begun(episode);
  const returned = away === null && episode !== undefined ? returnOf(record, hospital, since) : null;
  return {
    home: (episode && nameOf(record, episode.value.managingOrganization, episode)) ?? room?.home ?? null,
    room: room?.name ?? null,
    since,
    kind: kindOf(episode),
    away: away === null ? null : { where: whereOf(record, away.held) ?? 'hospital', since: away.start },
    returned,
    ended: episode?.value.status === 'finished' ? readDate(episode.value.period?.end, care) : null,
  };
}

interface HospitalStay {
  readonly held: Held<'Encounter'>;
  readonly start: PartialDate | null;
  readonly end: PartialDate | null;
}

/** Newest first. */
function hospitalStays(record: PatientRecord, care: Set<Caution>): readonly HospitalStay[] {
  return record
    .all('Encounter')
    .filter((held) => isHospitalStay(held) && !['planned', 'cancelled'].includes(held.value.status))
    .map((held) => ({
      held,
      start: readDate(held.value.period?.start, care),
      end: readDate(held.value.period?.end, care),
    }))
    .toSorted((a, b) => comparePartialDates(a.start, b.start));
}

/** The last return to the home. A hospital stay before she came to live here is no return. */
function returnOf(
  record: PatientRecord,
  stays: readonly HospitalStay[],
  since: PartialDate | null,
): Stay['returned'] {
  const last = stays.find(({ held, end }) => held.value.status === 'finished' && end !== null);
  if (last === undefined || last.end === null) return null;
  if (since !== null && comparePartialDates(last.end, since) > 0) return null;
  record.show(last.held, 'identity');
  return { on: last.end, from: whereOf(record, last.held) ?? 'hospital' };
}

function kindOf(episode: Held<'EpisodeOfCare'> | undefined): Stay['kind'] {
  const codes = (episode?.value.type ?? []).flatMap((concept) => codesIn(concept, SNOMED));
  const text = firstWords(episode?.value.type, new Set()) ?? '';
  if (codes.includes(TEMPORARY_RESIDENCE)) return 'respite';
  if (/\b(respite|temporary|short[- ]stay)\b/i.test(text)) return 'respite';
  return /\b(permanent|long[- ]term)\b/i.test(text) ? 'permanent' : 'unknown';
}
