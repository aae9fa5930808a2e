import type { Content, NotMeasured, Recorded } from '@ehch/clinical';
import { withDoubt } from '@ehch/clinical/display';
import type { RecordedNews2Story } from '../../../recorded-view.ts';
import type { Steps } from '../../../steps.ts';
import { byNewest, isAhead } from '../fact.ts';
import type { PatientRecord } from '../record.ts';
import { isMade, whyNoNumber } from './absent-reason.ts';
import { notEndedByName } from './ended-by-name.ts';
import { leadingSetting } from './leading.ts';
import { latestObservations } from './latest-observations.ts';
import { fromSet, fromTotal, saysAnything, type FromTotal } from './news2-entry.ts';
import { rawObservations, setsWithoutTotal } from './news2-sets.ts';
import { notInUse, notMeasured, notRead, sinceLatest, type Absent } from './not-measured.ts';
import { isFirm } from './not-in-force.ts';
import { besideOthers, withRivals } from './of-one-time.ts';
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
  const { target, askedScales, notSet: noTarget } = spo2Target(record, scores);
  for (const held of used) record.show(held, 'news2');
  const missing = [
    ...sinceLatest(record, 'news2', absent, scores[0]),
    ...latest.notMeasured,
    ...noResult,
    ...noUsual,
    ...noTarget,
  ].toSorted(byNewest);
  const { observations } = latest;
  const found = [...scores, ...observations, ...results, ...missing, ...(usual.usualInWords ?? [])];
  if (found.length === 0 && usual.usual === null && target === null) return { kind: 'not-recorded' };
  return {
    kind: 'recorded',
    value: { scores, ...usual, observations, results, target, askedScales, notMeasured: missing },
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

/** A usual score, as a number or in words. */
interface UsualRow {
  readonly held: Observation;
  readonly told: Recorded | NotMeasured;
  /** `null`: the record says it in words. */
  readonly total: number | null;
  readonly said: string;
}

interface Usual extends Pick<RecordedNews2Story, 'usual' | 'usualInWords'> {
  /** Usual scores that were cancelled, or that nobody could state, since the newest one. */
  readonly notSet: readonly NotMeasured[];
}

/**
 * The newest firm usual score that applies today. The NHS has no published code for it, so it has this product's
 * own. [P] A usual score with a future date does not count, because any comparison with it would be invented. One in
 * doubt stands beside the firm one, and alone it is said in words, which nothing is compared with.
 */
function usualNews2(record: PatientRecord): Usual {
  const recorded = notEndedByName(record, observationsOf(record, 'usual-news2'));
  const rows = recorded
    .flatMap((held) => usualRow(record, held))
    .toSorted((a, b) => byNewest(a.told, b.told));
  const { lead, beside } = leadingSetting(rows, ({ told }) => told);
  const shown = lead === undefined ? [] : [lead, ...beside];
  for (const row of rows)
    if (shown.includes(row)) record.show(row.held, 'news2');
    else record.setAside(row.held, 'newer-shown');
  const absent = recorded.flatMap((held) => notInUse(record, held, USUAL));
  const notSet = sinceLatest(record, 'news2', absent, lead?.told);
  if (lead === undefined) return { usual: null, notSet };
  const isFirmRow = ({ told }: UsualRow) => isFirm(told.cautions);
  const words = shown.filter((row) => row.total === null && isFirmRow(row));
  if (words.length === 0 && lead.total !== null && isFirmRow(lead)) {
    const fact = ({ told, said }: UsualRow) => ({ ...told, said });
    const { said: _, ...usual } = besideOthers(fact(lead), beside.map(fact), ({ said }) => `usual ${said}`);
    return { usual: { ...usual, total: lead.total }, notSet };
  }
  // Words of the same time leave no number, and neither does a number in doubt.
  const said = [...words, ...shown.filter((row) => !words.includes(row))];
  return {
    usual: null,
    usualInWords: [...new Set(said.map((row) => withDoubt(row.said, row.told)))],
    notSet: [...notSet, ...shown.flatMap(({ told }) => ('why' in told ? [told] : []))],
  };
}

const USUAL = 'Usual NEWS2';

/** The usual score, where the value is points alone. "3, higher in the mornings" is no single number. */
function usualTotal({ value }: Observation): number | null {
  return saysOnlyPoints(value) ? pointsOfAnswer(value, NEWS2_POINTS) : null;
}

/** A usual score in words is one too, such as "4-5". One number made from it could hide how the resident is. */
function usualRow(record: PatientRecord, held: Observation): readonly UsualRow[] {
  if (whyNoNumber(held.value) !== null) return [];
  const total = usualTotal(held);
  if (total !== null && !(Number.isInteger(total) && total >= 0 && total <= 20))
    return record.refuse(held, 'malformed', 'value[x]');
  const words = total === null ? valueWords(held.value, new Set()) : `${total}`;
  const told =
    total === null ? notRead(record, held, USUAL) : observed(record, held, cautionsForObservation(held));
  if (told === null || words === null) return record.refuse(held, 'missing', 'value[x]');
  if (isAhead(told)) return record.refuse(held, 'malformed', 'effective[x]');
  return [{ held, told, total, said: plainTextOf(words).replaceAll(' (no unit)', '') }];
}
