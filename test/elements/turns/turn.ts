import type { Json } from '../plain-resources.ts';

/** A value that turns a plain resource round, and what the summary says then. */
export interface Turn {
  readonly type: string;
  /** The name of the plain resource, where the type has several. */
  readonly plain?: string;
  readonly what: string;
  /** `NOTHING` takes an element away. */
  readonly change: Json;
  /** On screen, word for word: a section that fails says something else too. */
  readonly says: string;
  /** What it says of the plain resource, and must not say now. */
  readonly saysNoMore?: string;
}

export const NOTHING = undefined;
export const PAST = '2026-03-01';
export const AHEAD = '2027-05-01';

export const status = (system: string, code: string) => ({
  coding: [{ system: `http://terminology.hl7.org/CodeSystem/${system}`, code }],
});
export const snomed = (code: string, display: string) => ({
  coding: [{ system: 'http://snomed.info/sct', code, display }],
});
export const absent = (code: string) => status('data-absent-reason', code);
