import type { FormDefinition } from '../../form/definition.ts';
import type { Draft } from '../../form/draft.ts';
import type { ResidentId } from '../../resident/identity.ts';
import type { ResidentView } from '../../resident/view.ts';
import type { Keep } from './keep.ts';
import type { Signing } from './session.ts';

/** What keeps one resident's answers from another, and a late answer from a newer one. A test takes each away and goes red. */
export interface FormGuards {
  /** G2: a draft counts only for the resident and the form that it names. */
  isOf(draft: Draft, resident: ResidentId, form: FormDefinition): boolean;
  /** G3: a view counts only for the resident that it names. */
  isAbout(view: ResidentView, resident: ResidentId): boolean;
  /** G4: of several askings only the answer to the last one counts. */
  isLast(asking: string, last: string): boolean;
  /** K1: one draft at a time is on its way. */
  mayBeSaved(keep: Keep): boolean;
  /** F3: a finished assessment leaves after every draft of it has arrived, has failed, or is not known. */
  mayBeFinished(keep: Keep): boolean;
  /** F2: a repeated press on what did not change is the same signing. */
  isSameSigning(before: Signing, now: Signing): boolean;
}

export const GUARDS: FormGuards = {
  isOf: (draft, resident, form) => draft.resident === resident && draft.form.id === form.id,
  isAbout: (view, resident) => view.resident === resident,
  isLast: (asking, last) => asking === last,
  mayBeSaved: ({ saving }) => saving === null,
  mayBeFinished: ({ saving }) => saving === null,
  isSameSigning: (before, now) => said(before) === said(now),
};

/** What is the same when a signing is repeated: all but the moment of the press. */
function said({ assessment }: Signing): string {
  return JSON.stringify({ ...assessment, finishedAt: '' });
}
