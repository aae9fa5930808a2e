import type { Json } from '../plain-resources.ts';

/** A value that reverses a plain resource, and the words of the summary then. */
export interface Turn {
  readonly type: string;
  /** The name of the plain resource, where the type has several. */
  readonly plain?: string;
  readonly what: string;
  /** `NOTHING` removes an element. */
  readonly change: Json;
  /** The exact words on screen. Other words alone prove nothing, because a section that fails also says something else. */
  readonly says: string;
  /** The words for the plain resource, which the summary must not say now. */
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
