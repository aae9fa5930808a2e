import { cga1 } from './cga/cga-1.ts';
import type { AssessmentTemplate } from './types.ts';

/** Every version of every template, the newest of each first. A new version is a file beside the old one (see
 * `nextVersion`) and a line here. */
export const assessments: readonly AssessmentTemplate[] = [cga1];

/** A template by its id: the version asked for, else the newest. `null`: this program has no such one. */
export function templateOf(id: string, version?: string): AssessmentTemplate | null {
  return (
    assessments.find((each) => each.id === id && (version === undefined || each.version === version)) ?? null
  );
}
