import type { Caution, NotMeasured, Recorded, SectionName } from '@ehch/clinical';
import { isSurelyOlder } from '@ehch/clinical/time';
import { isAhead } from '../fact.ts';
import type { Held, PatientRecord } from '../record.ts';
import { conceptWords } from '../../../coding.ts';
import { joined } from '../../../text.ts';
import { isMade, reasonGiven, whyNoNumber } from './absent-reason.ts';
import type { Told } from './details.ts';
import { isOwnReading, whyNotInForce } from './not-in-force.ts';
import { cautionsForObservation, observed, type Observation } from './observation-kind.ts';
import { plainTextOf, valuedIn, valueWords, type Valued } from './value-words.ts';

/**
 * A measurement that was due and not made: a state of its own. A value beside the reason is shown with it.
 */
export function notMeasured(
  record: PatientRecord,
  held: Observation,
  name: string,
  why: string,
  valued: Valued = held.value,
  told: Told = {},
): NotMeasured {
  const cautions = cautionsForObservation(held);
  if (!isMade(held.value)) {
    // A value that was begun and never finished does not count, but people must know that there is one.
    const isBeside = valuedIn(held.value).some((one) => reasonGiven(one) === null && hasWords(one));
    const recorded = observed(record, held, cautions, { ...told, value: true, component: () => true });
    return { ...recorded, name, why: isBeside ? why + NOT_SHOWN : why };
  }
  const inWords = valued.dataAbsentReason === undefined ? null : plainText(valued, cautions);
  if (inWords !== null) cautions.add('contradicts-itself');
  const said = inWords === null ? why : `${why}, and yet ${inWords}`;
  return { ...observed(record, held, cautions, told), name, why: said };
}

/**
 * A target or a usual value that was cancelled, is still a draft, or could not be named. Its value is shown
 * too: people must know that a target of 88–92 % was cancelled.
 */
export function notInUse(record: PatientRecord, held: Observation, name: string): readonly Absent[] {
  const why = whyNoNumber(held.value);
  if (why === null) return [];
  const cautions = cautionsForObservation(held);
  const standing = whyNotInForce(held.value.status);
  const words = joined([plainText(held.value, cautions), reasonGiven(held.value)], ', ');
  const said = standing === null ? (words ?? why) : joined([words, `${standing}, not in force today`], ': ');
  return [{ held, told: { ...observed(record, held, cautions), name, why: said ?? why } }];
}

const NOT_SHOWN = ', and a value that came with it is not shown';

/**
 * A value that is no usable number. Somebody wrote it, so it is shown: "12 (no unit)" as a weight may be
 * stone. `null`: there is no value at all.
 */
export function notRead(
  record: PatientRecord,
  held: Observation,
  name: string,
  as = 'a number',
): NotMeasured | null {
  const cautions = cautionsForObservation(held);
  const said = plainText(held.value, cautions) ?? titleWithPoints(held);
  if (said === null) return null;
  return {
    ...observed(record, held, cautions),
    name,
    why: `cannot be read as ${as}: ${said}`,
    isWritten: true,
  };
}

/** A title with a number and no value: in "NEWS2: 7" the number may be the total. */
function titleWithPoints({ value }: Observation): string | null {
  const title = conceptWords(value.code, new Set()) ?? '';
  return /\d/.test(title.replaceAll(/\bnews ?2\b|score 2\b|^[\d-]+$/gi, '')) ? title : null;
}

function hasWords(valued: Valued): boolean {
  return plainText(valued, new Set()) !== null;
}

function plainText(valued: Valued, cautions: Set<Caution>): string | null {
  const said = valueWords(valued, cautions);
  return said === null ? null : plainTextOf(said);
}

/** A record without a value, and the fact that states the reason. */
export interface Absent {
  readonly held: Held;
  readonly told: NotMeasured;
}

/**
 * Records without a value that are not surely older than the latest value of their kind. They may describe the
 * present, so they are shown beside it.
 */
export function sinceLatest(
  record: PatientRecord,
  section: SectionName,
  absent: readonly Absent[],
  latest: Recorded | undefined,
): readonly NotMeasured[] {
  return absent.flatMap(({ held, told }): readonly NotMeasured[] => {
    const isClear = latest !== undefined && !isAhead(latest) && isOwnReading(latest.cautions);
    if (isClear && isSurelyOlder(told.on, latest.on)) return record.setAside(held, 'newer-shown');
    record.show(held, section);
    return [told];
  });
}
