import { undisputedIn } from '../resident/undisputed.ts';
import type { ResidentView } from '../resident/view.ts';

/** Whether a glance may tell anything of this record. */
export function mayTell(view: ResidentView): boolean {
  const { identity } = view.sections;
  // Records that disagree about the person may be about two people, so no line may be told.
  if (identity.state === 'known' && identity.content.kind === 'disagree') return false;
  return undisputedIn(view, 'identity')?.death.state !== 'died';
}
