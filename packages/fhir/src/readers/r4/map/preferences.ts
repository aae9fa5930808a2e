import type { Wish } from '@ehch/clinical';
import { EXTENSION } from '../../../codes/systems.ts';
import { conceptWords } from '../../../coding.ts';
import { listAt, textAt } from '../../../entry.ts';
import { conceptText, extensionsOf } from '../../../extensions.ts';
import type { Unwritten } from '../../../recorded-view.ts';
import { joined, words } from '../../../text.ts';
import type { Held, PatientRecord } from '../record.ts';
import { answeredReading, valueWords } from './cpr-reading.ts';
import { careForObservation, isHers, observed } from './observation-kind.ts';

/** PACIO and US Core: what she would have done or not, and how she would be cared for. */
const PREFERENCES = [
  'intervention-preference',
  'treatment-intervention-preference',
  'care-experience-preference',
];

/** Wishes that are kept as observations, each with the circumstances in which it holds. */
export function preferences(record: PatientRecord): readonly Unwritten<Wish>[] {
  return record.all('Observation').flatMap((held): readonly Unwritten<Wish>[] => {
    const { value } = held;
    // Those about CPR stand with the decisions about CPR.
    if (!isPreference(held) || answeredReading(value.code, value) !== null) return [];
    if (!isHers(record, held)) return [];
    const care = careForObservation(held);
    const said = valueWords(value);
    if (said === null) return record.refuse(held, 'missing', 'value[x]');
    record.show(held, 'limits');
    const title = preconditionOf(held) ?? conceptWords(value.code, care);
    return [{ ...observed(record, held, care), text: joined([title, said], ': ') ?? said }];
  });
}

export function isPreference({ value: { category = [] } }: Held<'Observation'>): boolean {
  return category.some(({ coding = [] }) => coding.some(({ code }) => PREFERENCES.includes(code ?? '')));
}

/** The circumstances in which a wish or a goal holds: without them it would be another wish. */
export function preconditionOf({ raw }: Pick<Held, 'raw'>): string | null {
  const places = [raw['extension'], raw['description']].flatMap((place) =>
    Array.isArray(place) ? place : listAt(place, 'extension'),
  );
  const found = extensionsOf(places, EXTENSION.precondition);
  return joined(
    found.map((extension) => conceptText(extension) ?? words(textAt(extension, 'valueString'))),
    '; ',
  );
}

/** For how long a treatment is tried. */
export function trialPeriodOf({ raw }: Pick<Held, 'raw'>): string | null {
  const found = extensionsOf(raw['extension'], EXTENSION.trialPeriod);
  return joined(
    found.map((extension) => textAt(extension, 'valueString')),
    '; ',
  );
}
