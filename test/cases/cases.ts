import { BUG_CASES } from './bug-cases.ts';
import type { CaseTest } from './case-test.ts';
import { CLINICAL_CASES } from './clinical-cases.ts';
import { READER_CASES } from './reader-cases.ts';

/**
 * Inputs that were tried on the product from outside, and the test here that holds the right value of each.
 * Only their ids are here; the inputs of the tests were written anew. `cases.test.ts` checks that every test
 * exists, and that no case is missing.
 */
export const CASES: Readonly<Record<string, readonly CaseTest[]>> = {
  ...READER_CASES,
  ...BUG_CASES,
  ...CLINICAL_CASES,
};
