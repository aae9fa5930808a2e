import type { NoneStatement } from '@ehch/clinical';
import { SNOMED } from './systems.ts';

/** International Patient Summary: codes for "none known" and "no information" in place of a record. */
export const IPS_ABSENT = 'http://hl7.org/fhir/uv/ips/CodeSystem/absent-unknown-uv-ips';

/** How far a statement of absence reaches. */
export type NoneScope = NonNullable<NoneStatement['scope']>;

interface Negation {
  readonly system: string;
  readonly code: string;
  readonly scope: NoneScope;
}

/** 716186003: UK Core ValueSet AllergyCode. 409137002: UK Core example "NegHandlNoKnownAllergies". IPS codes: IPS examples. */
export const NO_KNOWN_ALLERGY: readonly Negation[] = [
  { system: SNOMED, code: '716186003', scope: 'all' },
  { system: SNOMED, code: '409137002', scope: 'drug' },
  { system: IPS_ABSENT, code: 'no-known-allergies', scope: 'all' },
  { system: IPS_ABSENT, code: 'no-known-medication-allergies', scope: 'drug' },
  { system: IPS_ABSENT, code: 'no-known-food-allergies', scope: 'food' },
  { system: IPS_ABSENT, code: 'no-known-environmental-allergies', scope: 'other' },
];

export const NO_ALLERGY_INFORMATION = 'no-allergy-info';
export const NO_KNOWN_PROBLEMS = 'no-known-problems';
export const NO_PROBLEM_INFORMATION = 'no-problem-info';
export const NO_KNOWN_MEDICINES = 'no-known-medications';
export const NO_MEDICINE_INFORMATION = 'no-medication-info';
