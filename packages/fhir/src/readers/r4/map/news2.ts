import { comparePartialDates, type Content, type News2Usual } from '@ehch/clinical';
import type { RecordedNews2Story } from '../../../recorded-view.ts';
import { byNewest } from '../fact.ts';
import type { PatientRecord } from '../record.ts';
import { fromTotal, fromSet } from './news2-entry.ts';
import { rawObservations, setsWithoutTotal } from './news2-sets.ts';
import { careForObservation, observed, observationsOf, type Observation } from './observation-kind.ts';
import { plainNumber } from './quantity.ts';
import { latestObservations } from './latest-observations.ts';
import { SCORE_UNIT } from './sent-news2.ts';

export function news2(record: PatientRecord): Content<RecordedNews2Story> {
  const raw = rawObservations(record);
  const totals = observationsOf(record, 'news2').map((held) => fromTotal(record, held, raw));
  const used = new Set(totals.flatMap(({ used: observations }) => observations));
  const sets = setsWithoutTotal(raw, used).map((set) => fromSet(record, set));
  const scores = [...totals.map(({ entry }) => entry), ...sets].toSorted(byNewest);
  for (const held of used) record.show(held, 'news2');
  const observations = latestObservations(record);
  const usual = usualNews2(record);
  if (scores.length === 0 && observations.length === 0 && usual === null) return { kind: 'not-recorded' };
  return { kind: 'recorded', value: { scores, usual, observations } };
}

interface UsualRow {
  readonly held: Observation;
  readonly usual: News2Usual;
}

/** The newest usual score. There is no published code for it (NHS), so it has a code of this product. [P] */
function usualNews2(record: PatientRecord): News2Usual | null {
  const all = observationsOf(record, 'usual-news2').flatMap((held): readonly UsualRow[] => {
    const care = careForObservation(held);
    const total = held.value.valueInteger ?? plainNumber(held.value.valueQuantity, SCORE_UNIT);
    if (total === null || !Number.isInteger(total) || total < 0 || total > 20)
      return record.refuse(held, 'malformed', 'value[x]');
    return [{ held, usual: { ...observed(record, held, care), total } }];
  });
  const [newest, ...older] = all.toSorted((a, b) => comparePartialDates(a.usual.on, b.usual.on));
  for (const { held } of older) record.setAside(held, 'newer-shown');
  if (newest === undefined) return null;
  record.show(newest.held, 'news2');
  return newest.usual;
}
