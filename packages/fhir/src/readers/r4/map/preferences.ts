import type { Wish } from '@ehch/clinical';
import { conceptWords } from '../../../coding.ts';
import type { Unwritten } from '../../../recorded-view.ts';
import { joined } from '../../../text.ts';
import type { Held, PatientRecord } from '../record.ts';
import { preconditionOf } from './circumstances.ts';
import { answeredReading, saidValue } from './cpr-reading.ts';
import { notInForceToday, whyNotInForce, type Standing } from './not-in-force.ts';
import { cautionsForObservation, isAboutResident, observed, whenOver } from './observation-kind.ts';

/**
 * Codes of PACIO and US Core: what treatment the resident wants or refuses, and how the resident wishes to be
 * cared for.
 */
const PREFERENCES = [
  'intervention-preference',
  'treatment-intervention-preference',
  'care-experience-preference',
];

/** Wishes that are recorded as observations, each with the circumstances in which it applies. */
export function preferences(record: PatientRecord): readonly Standing<Unwritten<Wish>>[] {
  return record.all('Observation').flatMap((held): readonly Standing<Unwritten<Wish>>[] => {
    const { value } = held;
    // Those about CPR are shown with the decisions about CPR.
    if (!isPreference(held) || answeredReading(value.code, value) !== null) return [];
    if (!isAboutResident(record, held)) return [];
    const cautions = cautionsForObservation(held);
    const said = saidValue(value);
    if (said === null) return record.refuse(held, 'missing', 'value[x]');
    const title = preconditionOf(held) ?? conceptWords(value.code, cautions);
    const notInForce = whyNotInForce(value.status);
    const over = whenOver(record, held, cautions);
    const text = `${joined([title, said], ': ') ?? said}${notInForceToday(notInForce ?? over)}`;
    const told = { ...observed(record, held, cautions, { circumstances: true }), text };
    return [{ held, told, subject: title, notInForce }];
  });
}

/** Whether an observation records a wish. */
export function isPreference({ value: { category = [] } }: Held<'Observation'>): boolean {
  return category.some(({ coding = [] }) => coding.some(({ code }) => PREFERENCES.includes(code ?? '')));
}
