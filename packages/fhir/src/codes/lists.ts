import type { NoneScope } from '@ehch/clinical';
import type { NoneSection } from './negations.ts';
import { LOINC, SNOMED } from './systems.ts';

const USE = 'http://terminology.hl7.org/CodeSystem/list-example-use-codes';

/**
 * Which section a whole List belongs to, by its code. LOINC: IPS sections and their R4 predecessors. SNOMED
 * CT: GP Connect's structured record. R4 list-example-use-codes.
 */
export const LIST_CODES: readonly {
  readonly section: NoneSection | 'events';
  readonly system: string;
  readonly code: string;
}[] = [
  { section: 'allergies', system: LOINC, code: '48765-2' },
  { section: 'allergies', system: LOINC, code: '52472-8' },
  { section: 'allergies', system: SNOMED, code: '886921000000105' },
  { section: 'allergies', system: USE, code: 'allergies' },
  { section: 'medicines', system: LOINC, code: '10160-0' },
  { section: 'medicines', system: LOINC, code: '52471-0' },
  { section: 'medicines', system: SNOMED, code: '933361000000108' },
  { section: 'medicines', system: USE, code: 'medications' },
  { section: 'problems', system: LOINC, code: '11450-4' },
  { section: 'problems', system: SNOMED, code: '717711000000103' },
  { section: 'problems', system: USE, code: 'problems' },
  // Immunisations and consultations: what is missing from these lists is missing from the events.
  { section: 'events', system: SNOMED, code: '1102181000000102' },
  { section: 'events', system: SNOMED, code: '1149501000000101' },
];

/**
 * [P] Whole titles of lists, in lower case. "Discontinued medications" and "Resolved problems" are other
 * lists and do not match.
 */
export const LIST_TITLES: ReadonlyMap<string, { readonly section: NoneSection; readonly reach: NoneScope }> =
  new Map([
    ...titles('allergies', 'all', [
      'allergies',
      'allergy list',
      'allergies list',
      'list of allergies',
      'current allergy list',
      'current allergies',
      'known allergies',
      'allergies and adverse reactions',
      'allergies and adverse reactions document',
      'allergies and adverse drug reactions',
      'allergies and intolerances',
      'allergies, adverse reactions',
      'allergies, adverse reactions and intolerances',
      'allergies, adverse reactions, alerts',
    ]),
    ...titles('allergies', 'drug', [
      'medication allergies',
      'medicine allergies',
      'drug allergies',
      'allergies to medicines',
      'allergies to medication',
      'adverse drug reactions',
    ]),
    ...titles('allergies', 'food', ['food allergies']),
    ...titles('allergies', 'latex', ['latex allergies', 'latex allergy']),
    ...titles('allergies', 'environment', ['environmental allergies']),
    ...titles('medicines', 'all', [
      'medications',
      'medication',
      'medicines',
      'medication list',
      'medications list',
      'medicines list',
      'list of medicines',
      'list of medications',
      'current medication',
      'current medications',
      'current medicines',
      'current medication list',
      'active medications',
      'medication summary',
      'medications and medical devices',
      'history of medication use',
    ]),
    ...titles('problems', 'all', [
      'problems',
      'problem list',
      'problems list',
      'list of problems',
      'active problems',
      'current problems',
      'active problem list',
      'current problem list',
      'problem list - reported',
    ]),
  ]);

function titles(section: NoneSection, reach: NoneScope, all: readonly string[]) {
  return all.map((title) => [title, { section, reach }] as const);
}

/**
 * Why a List is empty (R4 list-empty-reason), and UK Core's "no content recorded". Only `nilknown` says that
 * there is none. Content that was withheld or unavailable leaves a gap.
 */
export const EMPTY_REASONS: ReadonlyMap<
  string,
  { readonly words: string; readonly says: 'none' | 'unknown' | 'withheld' | 'failed' }
> = new Map([
  ['nilknown', { words: 'nil known', says: 'none' }],
  ['notasked', { words: 'not asked', says: 'unknown' }],
  ['notstarted', { words: 'list not started', says: 'unknown' }],
  ['closed', { words: 'list closed', says: 'unknown' }],
  ['no-content-recorded', { words: 'no content recorded', says: 'unknown' }],
  ['withheld', { words: 'withheld', says: 'withheld' }],
  ['unavailable', { words: 'unavailable', says: 'failed' }],
]);

/** Warning codes of UK Core and GP Connect: what a list leaves out, whether the list is empty or not. */
export const LIST_WARNINGS: ReadonlyMap<
  string,
  { readonly why: 'withheld' | 'more'; readonly words: string }
> = new Map([
  ['confidential-items', { why: 'withheld', words: '(confidential items)' }],
  ['data-in-transit', { why: 'more', words: 'on their way from the previous practice' }],
  ['data-awaiting-filing', { why: 'more', words: 'waiting to be filed' }],
]);

/** R4 list-item-flag: what was done with an entry of the list. */
export const LIST_FLAG_SYSTEM = 'urn:oid:1.2.36.1.2001.1001.101.104.16592';
/** Flags that say whether an entry is still on the list (`on`) or has ended (`over`). */
export const LIST_FLAGS: ReadonlyMap<string, { readonly words: string; readonly says: 'on' | 'over' }> =
  new Map([
    ['01', { words: 'Unchanged', says: 'on' }],
    ['02', { words: 'Changed', says: 'on' }],
    ['03', { words: 'Cancelled', says: 'over' }],
    ['04', { words: 'Prescribed', says: 'on' }],
    ['05', { words: 'Ceased', says: 'over' }],
    ['06', { words: 'Suspended', says: 'over' }],
  ]);
