import { CFS_LEVELS } from '../codes/observation-codes.ts';
import { LOCAL, LOINC, SNOMED } from '../codes/systems.ts';
import type { JsonObject } from '../entry.ts';

type Code = readonly [system: string, code: string];

/**
 * Published codes of totals. The NEWS2 code was read in the UK Core value sets. Secondary sources, to be
 * checked against the current UK Edition before release: frailty index, Waterlow, MUST, timed up and go;
 * LOINC of PHQ-2, of BMI and of Barthel's total. An instrument that is not here has no code that could be
 * checked, so it has this product's own code alone.
 * The frailty index of this product's own assessment has no published code. Under the code of a frailty
 * index, another system could band it as an eFI.
 * LOINC 96761-2 does not state a range. A total of 0–20 under it would be read as one of 100, so only the
 * 0–100 form has it.
 */
const PUBLISHED: Readonly<Record<string, readonly Code[]>> = {
  news2: [[SNOMED, '1104051000000101']],
  efi: [[SNOMED, '713636003']],
  efi2: [[SNOMED, '713636003']],
  'frailty-index': [[SNOMED, '713636003']],
  'barthel-100': [[LOINC, '96761-2']],
  bmi: [
    [SNOMED, '60621009'],
    [LOINC, '39156-5'],
  ],
  must: [[SNOMED, '444297006']],
  phq2: [[LOINC, '55758-7']],
  tug: [[SNOMED, '444680009']],
  waterlow: [[SNOMED, '278897004']],
};

/** The code of an instrument's result, with its title in words. */
export function scoreCode(instrument: string, title: string): JsonObject {
  const coding = [...(PUBLISHED[instrument] ?? []), [LOCAL, instrument] as const].map(([system, code]) => ({
    system,
    code,
  }));
  return { coding, text: title };
}

/**
 * SNOMED CT UK has one finding for each level of the Clinical Frailty Scale, so the code states the level.
 */
export function cfsCode(level: number, title: string): JsonObject {
  const coding = [...CFS_LEVELS].flatMap(([code, of]) => (of === level ? [{ system: SNOMED, code }] : []));
  return { coding: [...coding, { system: LOCAL, code: 'cfs' }], text: `${title} level ${level}` };
}
