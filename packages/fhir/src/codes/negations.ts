import type { NoneKind, NoneScope } from '@ehch/clinical';
import { SNOMED } from './systems.ts';

/** International Patient Summary: codes for "none known" and "no information" in place of a record. */
const IPS_ABSENT = 'http://hl7.org/fhir/uv/ips/CodeSystem/absent-unknown-uv-ips';

/** The sections of which a record can state that there is none. */
export type NoneSection = 'allergies' | 'medicines' | 'problems';

/** A code that says "none" of a whole section or of a part of it. */
export interface Negation {
  readonly section: NoneSection;
  readonly system: string;
  readonly code: string;
  /** `unknown`: the code says that nobody knows or nobody asked, which is not "none". */
  readonly reach: NoneScope | 'unknown';
}

const snomed = (section: NoneSection, code: string, reach: Negation['reach']): Negation => ({
  section,
  system: SNOMED,
  code,
  reach,
});
const ips = (section: NoneSection, code: string, reach: Negation['reach']): Negation => ({
  section,
  system: IPS_ABSENT,
  code,
  reach,
});

/**
 * Codes that say "none", each with its scope. [P]
 * Sources. SNOMED CT: the IPS value set "Absent or Unknown SNOMED" (716186003, 409137002, 428607008,
 * 429625007, 787481004, 160245001); CH and BE Core value sets of allergies (716220001, 428197003,
 * 1003774007); AU Base and AU Core (716184000, 1234391000168107, 1224831000168103); CMS payer guidance
 * (1631000175102, "Patient not asked"). 160244002 is the inactive predecessor of 716186003. The only source
 * of 716185004 is a public bug report.
 */
export const NEGATIONS: readonly Negation[] = [
  snomed('allergies', '716186003', 'all'),
  snomed('allergies', '160244002', 'all'),
  snomed('allergies', '409137002', 'drug'),
  snomed('allergies', '429625007', 'food'),
  snomed('allergies', '716184000', 'latex'),
  snomed('allergies', '1003774007', 'latex'),
  snomed('allergies', '716220001', 'animal'),
  snomed('allergies', '428197003', 'insect'),
  snomed('allergies', '716185004', 'insect'),
  snomed('allergies', '428607008', 'environment'),
  snomed('allergies', '1631000175102', 'unknown'),
  snomed('medicines', '787481004', 'all'),
  snomed('medicines', '1234391000168107', 'all'),
  snomed('problems', '160245001', 'all'),
  // "No relevant medical history": the author may have left out history that did not seem relevant.
  snomed('problems', '1224831000168103', 'part'),
  ips('allergies', 'no-known-allergies', 'all'),
  ips('allergies', 'no-known-medication-allergies', 'drug'),
  ips('allergies', 'no-known-food-allergies', 'food'),
  ips('allergies', 'no-known-environmental-allergies', 'environment'),
  ips('allergies', 'no-allergy-info', 'unknown'),
  ips('medicines', 'no-known-medications', 'all'),
  ips('medicines', 'no-medication-info', 'unknown'),
  ips('problems', 'no-known-problems', 'all'),
  ips('problems', 'no-problem-info', 'unknown'),
];

/** R4 AllergyIntolerance.category, as the kinds of which a record can say "none". */
export const KIND_OF_CATEGORY: Readonly<
  Record<'medication' | 'biologic' | 'food' | 'environment', NoneKind>
> = { medication: 'drug', biologic: 'drug', food: 'food', environment: 'environment' };
