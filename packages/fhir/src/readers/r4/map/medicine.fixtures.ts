import { about, value, type Json } from '../../../record.fixtures.ts';

export const statement = (id: string, fields: Json = {}): Json =>
  about('MedicationStatement', id, {
    status: 'active',
    medicationCodeableConcept: { text: 'Apixaban 5mg tablets' },
    ...fields,
  });

export const request = (id: string, fields: Json = {}): Json =>
  about('MedicationRequest', id, {
    status: 'active',
    intent: 'order',
    medicationCodeableConcept: { text: 'Apixaban 5mg tablets' },
    ...fields,
  });

export const medication = (id: string, fields: Json = {}): Json => ({
  resourceType: 'Medication',
  id,
  code: { text: 'Senna 7.5mg tablets' },
  ...fields,
});

/** The medicine, named by a Medication instead of its own words. */
export const namedBy = (id: string): Json => ({
  medicationCodeableConcept: undefined,
  medicationReference: { reference: `Medication/${id}` },
});

export const listed = (...resources: readonly unknown[]) => value('medicines', resources).medicines;

/** The one medicine that these records make. */
export function only(...resources: readonly unknown[]) {
  const [first, ...more] = listed(...resources);
  if (first === undefined || more.length > 0) throw new Error(`${more.length + 1} lines instead of one`);
  return first;
}
