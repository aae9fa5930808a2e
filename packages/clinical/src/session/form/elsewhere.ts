import type { FinishedAssessment } from '../../assessment/types.ts';
import type { Draft } from '../../form/draft.ts';
import { openForm } from '../../form/open.ts';
import type { KeptDraft, Receipt } from '../../ports/care-actions.ts';
import { readInstant } from '../../time/london.ts';
import type { Stamp } from '../step.ts';
import { canChange, telling } from './answer.ts';
import { emptyFor, withBothVisits } from './begun-apart.ts';
import { isTyping } from './entry.ts';
import { evaluated } from './evaluate.ts';
import type { FormGuards } from './guards.ts';
import { MOST_OVERTAKEN, save, savedUnheard } from './keep.ts';
import { begin, beginBeside, isDraftOf } from './open.ts';
import { refresh } from './refresh.ts';
import type { Elsewhere, FormSession } from './session.ts';
import { andThen, changed, withEffects } from './stepped.ts';
import type { FormStepped } from './stepped.ts';
import { openOptions } from './surroundings.ts';

/** The page gives a draft while the form is open: an echo of what was answered here, or what somebody did elsewhere (E2). */
export function takeDraft(session: FormSession, draft: Draft, stamp: Stamp, guards: FormGuards): FormStepped {
  const { state, phase, drafts, elsewhere } = session;
  if (!isDraftOf(draft, session, guards)) return changed(session, {});
  if (phase.state === 'loading' || phase.state === 'load-failed')
    return changed(session, { drafts: { ...drafts, given: draft } });
  if (state === null || phase.state !== 'open') return changed(session, {});
  const mine = state.draft;
  if (draft.id === mine.id && time(draft) < time(mine)) return changed(session, {});
  const given = JSON.stringify(draft);
  const known = [mine, drafts.base, ...drafts.own].some((one) => JSON.stringify(one) === given);
  if (known) return changed(session, {});
  const isAnswering = session.touched || isTyping(session) || session.keep.unkept !== null;
  if (isAnswering) return changed(session, { elsewhere: { ...elsewhere, draft } }, { kind: 'fetch-rules' });
  const isBeside = drafts.base !== null && drafts.base.id !== draft.id;
  const begun = (isBeside ? beginBeside : begin)(session, draft, stamp, guards, false);
  // What breaks its contract opens nothing, and closes nothing that is open.
  return begun.session.phase.state === 'open' ? begun : { session, effects: begun.effects };
}

/** The page gives another last assessment. Once something was answered it waits for a person. */
export function takePrevious(
  session: FormSession,
  previous: FinishedAssessment,
  { at }: Stamp,
  guards: FormGuards,
): FormStepped {
  const { phase, touched, elsewhere } = session;
  if (previous === session.previous || !isDraftOf(previous.draft, session, guards))
    return changed(session, {});
  const rules = session.around.rules === null ? [{ kind: 'fetch-rules' } as const] : [];
  switch (phase.state) {
    // A page that fetches it while the port is asked is no later than the form.
    case 'loading':
    case 'load-failed':
      return changed(session, { previous }, ...rules);
    case 'open':
      return touched
        ? changed(session, { elsewhere: { ...elsewhere, previous } })
        : withEffects(refresh(session, { ...session, previous }, at), ...rules);
    case 'finishing':
      return changed(session, { elsewhere: { ...elsewhere, previous } });
    default:
      return changed(session, {});
  }
}

/** Goes on from the last assessment that came meanwhile. */
export function adoptPrevious(session: FormSession, { at }: Stamp): FormStepped {
  const { elsewhere } = session;
  if (elsewhere.previous === null) return changed(session, {});
  const adopted = { ...session, previous: elsewhere.previous, elsewhere: { ...elsewhere, previous: null } };
  return toQuestions(refresh(session, adopted, at));
}

/** Somebody has looked at what the record, or others, now say. */
export function noteChanges(session: FormSession): FormStepped {
  const seen: Partial<Elsewhere> = { record: false, merged: false };
  return toQuestions(changed(session, { elsewhere: { ...session.elsewhere, ...seen } }));
}

/** Whether two drafts can be put together: they are of one version of the form. */
export function canMerge({ form, state }: FormSession, theirs: Draft): boolean {
  return state !== null && theirs.form.version === form.version;
}

/** A person's own press: both drafts in one. What was answered in different ways stands there to be settled (E3). */
export function merge(session: FormSession, stamp: Stamp, guards: FormGuards): FormStepped {
  const theirs = session.elsewhere.draft;
  if (theirs === null || !canChange(session)) return changed(session, {});
  // Whether they saw what was kept since is not known: it counts what was there when the form was opened.
  const merged = mergeWith(session, theirs, session.drafts.opened, stamp, guards);
  return merged === null
    ? changed(session, {})
    : withEffects(telling(merged, session, null), { kind: 'focus', focus: { on: 'disputes' } });
}

/**
 * Another session kept a draft of this resident and form meanwhile. The two are put together, and that is kept: the later
 * save does not win (K2). Where it cannot be done, both stay, and the screen says so.
 */
export function overtaken(
  session: FormSession,
  by: KeptDraft,
  stamp: Stamp,
  guards: FormGuards,
): FormStepped {
  const { keep, elsewhere, around, phase } = session;
  const unheard = savedUnheard(session, by, stamp);
  if (unheard !== null) return unheard;
  const waiting: FormSession = {
    ...session,
    keep: { ...keep, saving: null, keeping: { state: 'overtaken' } },
    phase: phase.state === 'finishing' ? { state: 'open', failure: { error: overtakenAt(stamp) } } : phase,
  };
  if (!isDraftOf(by.draft, session, guards)) return changed(waiting, {}, { kind: 'announce' });
  const theirs: FormSession = { ...waiting, elsewhere: { ...elsewhere, draft: by.draft } };
  if (around.rules === null) return changed(theirs, {}, { kind: 'fetch-rules' });
  if (keep.overtaken >= MOST_OVERTAKEN) return changed(theirs, {}, { kind: 'announce' });
  const next = { revision: by.revision ?? null, overtaken: keep.overtaken + 1 };
  const known: FormSession = { ...theirs, keep: { ...theirs.keep, ...next } };
  const merged = mergeWith(known, by.draft, known.drafts.base, stamp, guards);
  if (merged === null) return changed(theirs, {}, { kind: 'announce' });
  const { elsewhere: rest, drafts, state } = merged.session;
  const isNew = state === null || known.state === null || !saysTheSame(state.draft, known.state.draft);
  const together = andThen(merged, (both) =>
    changed(both, {
      phase: waiting.phase,
      drafts: { ...drafts, base: by.draft },
      elsewhere: { ...rest, merged: rest.merged || isNew },
    }),
  );
  return isNew ? telling(together, session, null) : together;
}

/** Whether a person who saw the one has seen all of the other. */
function saysTheSame(one: Draft, other: Draft): boolean {
  const said = ({ answers, rows, decisions, assessedAt, disputed }: Draft) =>
    JSON.stringify([inOrder(answers), inOrder(rows), inOrder(decisions), assessedAt, disputed ?? null]);
  return said(one) === said(other);
}

function inOrder(record: Readonly<Record<string, unknown>>): readonly unknown[] {
  return Object.entries(record).toSorted(([a], [b]) => (a < b ? -1 : 1));
}

/** Who signs has seen all that is signed. What came from elsewhere meanwhile is looked at first. */
function overtakenAt({ at }: Stamp): Receipt {
  return {
    state: 'refused',
    at,
    why: 'It was answered elsewhere meanwhile. Look at the answers and sign again',
  };
}

function mergeWith(
  session: FormSession,
  theirs: Draft,
  common: Draft | null,
  stamp: Stamp,
  guards: FormGuards,
): FormStepped | null {
  const { form, state, drafts, around, elsewhere } = session;
  if (state === null || !canMerge(session, theirs)) return null;
  const mine = { ...state.draft, id: theirs.id };
  const isApart = common?.id !== theirs.id;
  // What was kept by an older version is opened as this one has it, and so it is compared.
  const base = isApart ? emptyFor(form, mine, theirs) : openForm(form, common).draft;
  const merged = around.rules?.merge(form, base, mine, theirs) ?? null;
  if (merged === null) return null;
  const draft = isApart ? withBothVisits(merged, mine, theirs) : merged;
  const next: FormSession = {
    ...session,
    state: openForm(form, draft, openOptions(around, draft.assessedAt)),
    touched: true,
    signing: null,
    phase: { state: 'open', failure: null },
    drafts: { ...drafts, opened: theirs, own: [draft, ...drafts.own] },
    elsewhere: { ...elsewhere, draft: null },
  };
  return andThen(save(next, draft, stamp, guards), (kept) =>
    withEffects(evaluated(kept), { kind: 'announce' }),
  );
}

function toQuestions(stepped: FormStepped): FormStepped {
  return withEffects(stepped, { kind: 'focus', focus: { on: 'questions' } });
}

function time({ changedAt }: Draft): number {
  return readInstant(changedAt) ?? 0;
}
