import type { Draft } from '../form/draft.ts';
import { equal } from './merge/merge-said.ts';

/** Whether two copies of a draft say the same, in whatever order their names stand. */
export function sameDraft(a: Draft, b: Draft): boolean {
  return equal(a, b);
}
