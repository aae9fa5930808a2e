import type { MedicineList } from '@ehch/clinical';
import { SNOMED } from '../../../codes/systems.ts';
import { STRUCTURED_MEDICATION_REVIEW } from '../../../codes/reviews.ts';
import { codesIn, firstWords, namesOf } from '../../../coding.ts';
import { readDate } from '../../../dates.ts';
import { cautionsFor } from '../cautions.ts';
import { byNewest, fact } from '../fact.ts';
import type { PatientRecord } from '../record.ts';
import { leadingReading } from './leading.ts';

/** [P] The title of a medicines review, for encounters with another code or none. */
const TITLE = /^(?:structured |annual )?medic(?:ation|ines?) review\b/i;
/** Words for a review that did not take place. */
const NOT_HELD =
  /\bdid not\b|\bdna\b|\bdeclined\b|\bnot done\b|\bcancell?ed\b|\bdue\b|\bneeded\b|\brequested\b|\binvit/i;

/**
 * The latest medicines review, recorded as an encounter of that type. A review in the future does not count
 * yet.
 */
export function medicinesReview(record: PatientRecord): MedicineList['reviewed'] {
  const reviews = record.all('Encounter').flatMap((held) => {
    const types = held.value.type ?? [];
    const isReview = types.some(
      (type) =>
        codesIn(type, SNOMED).includes(STRUCTURED_MEDICATION_REVIEW) ||
        namesOf(type).some((name) => TITLE.test(name)),
    );
    const said = [...types, ...(held.value.reasonCode ?? [])].flatMap((one) => namesOf(one));
    if (!isReview || held.value.status !== 'finished' || said.some((text) => NOT_HELD.test(text))) return [];
    const cautions = cautionsFor(held);
    const text = firstWords(types, cautions) ?? 'Structured medication review';
    const on = readDate(held.value.period?.start, cautions);
    const by = (held.value.participant ?? []).map(({ individual }) => individual);
    return [{ held, review: { ...fact(record, held, cautions, { on, by }), text } }];
  });
  const sorted = reviews.toSorted((a, b) => byNewest(a.review, b.review));
  const { lead: latest } = leadingReading(sorted, ({ review }) => review);
  if (latest === undefined) return null;
  record.show(latest.held, 'medicines');
  return latest.review;
}
