import type { Content, News2Usual, NotMeasured } from '@ehch/clinical';
import type { RecordedNews2Story } from '../../../recorded-view.ts';
import type { Steps } from '../../../steps.ts';
import { byNewest, isAhead } from '../fact.ts';
import type { PatientRecord } from '../record.ts';
import { isMade, whyNoNumber } from './absent-reason.ts';
import { notEndedByName } from './ended-by-name.ts';
import { latestObservations } from './latest-observations.ts';
import { fromSet, fromTotal, saysAnything, type FromTotal } from './news2-entry.ts';
import { rawObservations, setsWithoutTotal } from './news2-sets.ts';
import { notInUse, notMeasured, notRead, sinceLatest, type Absent } from './not-measured.ts';
import { besideOthers, isRivalOf, withRivals } from './of-one-time.ts';
import { cautionsForObservation, observed, observationsOf, type Observation } from './observation-kind.ts';
import { latestResults } from './results.ts';
import { NEWS2_POINTS, pointsOfAnswer, saysOnlyPoints } from './points.ts';
import { spo2Target } from './spo2-target.ts';
import { plainTextOf, valueWords } from './value-words.ts';

/** NEWS2: scores, the latest vital signs, targets and results. */
export function* news2(record: PatientRecord): Steps<Content<RecordedNews2Story>> {
  const raw = rawObservations(record);
  yield;
  const all = observationsOf(record, 'news2').map((held) => fromTotal(record, held, raw));
  const totals = all.filter(({ held, entry }) => isMade(held.value) && saysAnything(entry));
  const used = new Set(totals.flatMap(({ used: observations }) => observations));
  const sets = setsWithoutTotal(raw, used).map((set) => fromSet(record, set));
  const scores = withRivals([...totals.map(({ entry }) => entry), ...sets].toSorted(byNewest), ({ sent }) =>
    sent === null || sent.total === null ? null : `NEWS2 ${sent.total}`,
  );
  const absent = withoutTotal(
    record,
    all.filter((one) => !totals.includes(one)),
  );
  yield;
  const latest = yield* latestObservations(record);
  yield;
  const { results, notMeasured: noResult } = latestResults(record);
  yield;
  const { notSet: noUsual, ...usual } = usualNews2(record);
  const { target, earlier: earlierTargets, notSet: noTarget } = spo2Target(record, scores);
  for (const held of used) record.show(held, 'news2');
  const missing = [
    ...sinceLatest(record, 'news2', absent, scores[0]),
    ...latest.notMeasured,
    ...noResult,
    ...noUsual,
    ...noTarget,
  ].toSorted(byNewest);
  const { observations } = latest;
  const found = [...scores, ...observations, ...results, ...missing, usual.usual, target];
  if (found.every((one) => one === null)) return { kind: 'not-recorded' };
  return {
    kind: 'recorded',
    value: { scores, ...usual, observations, results, target, earlierTargets, notMeasured: missing },
  };
}

/**
 * Totals without a number, each with the reason. A value that is neither points nor a reason gives no entry,
 * because "at least 0" would be invented.
 */
function withoutTotal(record: PatientRecord, totals: readonly FromTotal[]): readonly Absent[] {
  return totals.flatMap(({ held }): readonly Absent[] => {
    const why = whyNoNumber(held.value);
    const told = why === null ? notRead(record, held, 'NEWS2') : notMeasured(record, held, 'NEWS2', why);
    return told === null ? record.refuse(held, 'missing', 'value[x]') : [{ held, told }];
  });
}

interface UsualRow {
  readonly held: Observation;
  readonly usual: News2Usual;
}

interface UsualInWords extends Absent {
  readonly said: string;
}

interface Usual extends Pick<RecordedNews2Story, 'usual' | 'usualInWords'> {
  /** Usual scores that were cancelled, or that nobody could state, since the newest one. */
  readonly notSet: readonly NotMeasured[];
}

/**
 * The newest usual score that applies today. The NHS has no published code for it, so it has this product's
 * own. [P] A usual score with a future date does not count, because any comparison with it would be invented.
 */
function usualNews2(record: PatientRecord): Usual {
  const recorded = notEndedByName(record, observationsOf(record, 'usual-news2'));
  const all = recorded.flatMap((held): readonly UsualRow[] => {
    if (whyNoNumber(held.value) !== null) return [];
    const total = usualTotal(held);
    if (total === null) return [];
    if (!Number.isInteger(total) || total < 0 || total > 20)
      return record.refuse(held, 'malformed', 'value[x]');
    const usual = { ...observed(record, held, cautionsForObservation(held)), total };
    if (isAhead(usual)) return record.refuse(held, 'malformed', 'effective[x]');
    return [{ held, usual }];
  });
  const [newest, ...older] = all.toSorted((a, b) => byNewest(a.usual, b.usual));
  const absent = recorded.flatMap((held) => notInUse(record, held, USUAL));
  const unread = recorded
    .flatMap((held) => inWords(record, held))
    .toSorted((a, b) => byNewest(a.told, b.told));
  const notSet = sinceLatest(record, 'news2', [...absent, ...unread], newest?.usual);
  const [words, ...otherWords] = unread.filter(({ told }) => notSet.includes(told));
  const rivals = older.filter(({ usual }) => newest !== undefined && isRivalOf(newest.usual, usual));
  for (const row of all)
    if (rivals.includes(row) || (row === newest && (words === undefined || isRivalOf(words.told, row.usual))))
      record.show(row.held, 'news2');
    else record.setAside(row.held, 'newer-shown');
  if (words !== undefined) {
    const same = otherWords.filter(({ told }) => isRivalOf(words.told, told)).map(({ said }) => said);
    const numbers = all
      .filter(({ usual }) => isRivalOf(words.told, usual))
      .map(({ usual }) => `${usual.total}`);
    return { usual: null, usualInWords: [...new Set([words.said, ...same, ...numbers])], notSet };
  }
  if (newest === undefined) return { usual: null, notSet };
  const others = rivals.map(({ usual }) => usual);
  return { usual: besideOthers(newest.usual, others, ({ total }) => `usual ${total}`), notSet };
}

const USUAL = 'Usual NEWS2';

/** The usual score, where the value is points alone. "3, higher in the mornings" is no single number. */
function usualTotal({ value }: Observation): number | null {
  return saysOnlyPoints(value) ? pointsOfAnswer(value, NEWS2_POINTS) : null;
}

/** A usual score in words, such as "4-5". One number made from it could hide how the resident is. */
function inWords(record: PatientRecord, held: Observation): readonly UsualInWords[] {
  if (whyNoNumber(held.value) !== null || usualTotal(held) !== null) return [];
  const told = notRead(record, held, USUAL);
  const said = valueWords(held.value, new Set());
  if (told === null || said === null) return record.refuse(held, 'missing', 'value[x]');
  if (isAhead(told)) return record.refuse(held, 'malformed', 'effective[x]');
  return [{ held, told, said: plainTextOf(said).replaceAll(' (no unit)', '') }];
}
