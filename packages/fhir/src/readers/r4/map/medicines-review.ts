import { comparePartialDates, type MedicineList } from '@ehch/clinical';
import { SNOMED } from '../../../codes/systems.ts';
import { STRUCTURED_MEDICATION_REVIEW } from '../../../codes/reviews.ts';
import { codesIn, firstWords } from '../../../coding.ts';
import { readDate } from '../../../dates.ts';
import { careFor } from '../care.ts';
import { fact } from '../fact.ts';
import type { PatientRecord } from '../record.ts';

/** The latest structured medication review, recorded as an encounter of that type. */
export function medicinesReview(record: PatientRecord): MedicineList['reviewed'] {
  const reviews = record.all('Encounter').flatMap((held) => {
    const types = held.value.type ?? [];
    const isReview = types.some((type) => codesIn(type, SNOMED).includes(STRUCTURED_MEDICATION_REVIEW));
    if (!isReview || held.value.status !== 'finished') return [];
    const care = careFor(held);
    const text = firstWords(types, care) ?? 'Structured medication review';
    const on = readDate(held.value.period?.start, care);
    const by = (held.value.participant ?? []).map(({ individual }) => individual);
    return [{ held, review: { ...fact(record, held, care, { on, by }), text } }];
  });
  const [latest] = reviews.toSorted((a, b) => comparePartialDates(a.review.on, b.review.on));
  if (latest === undefined) return null;
  record.show(latest.held, 'medicines');
  return latest.review;
}
