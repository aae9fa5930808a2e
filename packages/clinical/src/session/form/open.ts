import { EhchError } from '../../errors.ts';
import type { FinishedAssessment, AssessmentTemplate } from '../../assessment/types.ts';
import type { FormDefinition } from '../../form/definition.ts';
import type { Draft } from '../../form/draft.ts';
import { openForm } from '../../form/open.ts';
import { startDraft } from '../../form/start.ts';
import type { KeptDraft } from '../../ports/care-actions.ts';
import type { ResidentId } from '../../resident/identity.ts';
import { readInstant } from '../../time/london.ts';
import type { Stamp } from '../step.ts';
import { NO_ENTRIES } from './entry.ts';
import { evaluated } from './evaluate.ts';
import type { FormGuards } from './guards.ts';
import { heard } from './heard.ts';
import { KEPT_NOWHERE, NOTHING_KEPT } from './keep.ts';
import { isTakenBack } from './port-answers.ts';
import { refresh } from './refresh.ts';
import { NOTHING_ELSEWHERE, NOTHING_OPEN } from './session.ts';
import type { FormSession, LoadFailure, Surroundings } from './session.ts';
import { andThen, changed, withEffects } from './stepped.ts';
import type { FormStepped } from './stepped.ts';
import { aroundOf, openOptions } from './surroundings.ts';
import { isWholeDraft } from './whole-draft.ts';

/** Which form for whom, and from what it starts. */
export interface Opening {
  readonly resident: ResidentId;
  readonly form: FormDefinition | AssessmentTemplate;
  readonly port: string | null;
  readonly around: Surroundings;
  readonly previous: FinishedAssessment | null;
  /** `kept`: what the port kept, or the page gives in `draft`. `empty`: an empty form, whatever was kept. */
  readonly from: 'kept' | 'empty';
  readonly draft: Draft | null;
  /** A person's press opens it: the focus goes to its heading. A page that opens one by itself takes no focus. */
  readonly focus: boolean;
}

/** A new session. Before it is known whether answers of it were kept, nothing can be answered (O1). */
export function openSession(opening: Opening, stamp: Stamp, guards: FormGuards): FormStepped {
  const { resident, form, port, around, draft, from } = opening;
  const { previous, focus } = opening;
  const session: FormSession = {
    id: stamp.id,
    resident,
    form,
    port,
    around: aroundOf(around, resident, guards),
    phase: { state: 'loading', asking: stamp.id, focus },
    state: null,
    // What was said of somebody else is no offer here.
    previous: previous !== null && guards.isOf(previous.draft, resident, form) ? previous : null,
    author: null,
    touched: false,
    since: null,
    entries: NO_ENTRIES,
    elsewhere: NOTHING_ELSEWHERE,
    keep: port === null ? KEPT_NOWHERE : NOTHING_KEPT,
    drafts: { opened: null, base: null, own: [], given: draft },
    offered: { all: [], at: new Map() },
    evaluating: [],
    signing: null,
    takenBack: null,
    screen: NOTHING_OPEN,
  };
  // What is compared with the last assessment is worked out by the rules. The form does not wait for them.
  const rules = session.previous !== null && around.rules === null ? [{ kind: 'fetch-rules' } as const] : [];
  const asking = stamp.id;
  const opened =
    from === 'empty' || port === null
      ? begin(session, from === 'empty' ? null : draft, stamp, guards, focus)
      : changed(session, {}, { kind: 'load', port, asking, resident, form: form.id });
  return withEffects(opened, ...rules);
}

/** A person's own try, after the port did not say whether answers were kept. */
export function loadAgain(session: FormSession, { id }: Stamp): FormStepped {
  const { phase, resident, form, port } = session;
  if (phase.state !== 'load-failed') return changed(session, {});
  const loading = { state: 'loading', asking: id, focus: true } as const;
  return changed(session, { phase: loading }, { kind: 'load', port, asking: id, resident, form: form.id });
}

/** What the port kept, or what the page gave if that was changed later. */
export function loaded(
  session: FormSession,
  asking: string,
  kept: KeptDraft | null,
  stamp: Stamp,
  guards: FormGuards,
): FormStepped {
  const { drafts } = session;
  const waiting = waitingFor(session);
  // Two presses on "try again" ask twice: the later answer must not take the place of what was answered since.
  if (waiting === null || !guards.isLast(asking, waiting.asking)) return changed(session, {});
  const { focus } = waiting;
  if (kept === null) return begin(session, drafts.given, stamp, guards, focus);
  return afterTakingBack(opened(session, kept, stamp, guards, focus), kept);
}

/** Opens the draft that the port kept, or that of the page if it was changed later. */
function opened(
  session: FormSession,
  kept: KeptDraft,
  stamp: Stamp,
  guards: FormGuards,
  focus: boolean,
): FormStepped {
  const { drafts, keep } = session;
  const known: FormSession = {
    ...session,
    keep: { ...keep, revision: kept.revision ?? null },
    drafts: { ...drafts, base: kept.draft },
  };
  if (drafts.given === null || !isDraftOf(kept.draft, session, guards))
    return begin(known, kept.draft, stamp, guards, focus);
  if (kept.draft.id !== drafts.given.id) return beginBeside(known, drafts.given, stamp, guards, focus);
  const later = time(kept.draft) >= time(drafts.given) ? kept.draft : drafts.given;
  return begin(known, later, stamp, guards, focus);
}

/** F5: a signature that was taken back before this page was opened may still stand. What becomes of that is heard on. */
function afterTakingBack({ session, effects }: FormStepped, kept: KeptDraft): FormStepped {
  const { takenBack } = kept;
  const { state, port } = session;
  if (takenBack === undefined || state?.draft.id !== kept.draft.id || !isTakenBack(takenBack))
    return { session, effects };
  const { intent, receipt } = takenBack;
  return withEffects(
    { session: { ...session, takenBack: { intent, ...heard(receipt) } }, effects },
    { kind: 'watch-receipt', port, intent },
  );
}

/** The asking whose answer still opens the form, also late, until a person does something (S6). Late, it takes no focus. */
function waitingFor({ phase }: FormSession): { readonly asking: string; readonly focus: boolean } | null {
  if (phase.state === 'loading') return phase;
  const isLate = phase.state === 'load-failed' && phase.why.kind === 'not-known';
  return isLate ? { asking: phase.why.asking, focus: false } : null;
}

/**
 * Opens another draft than the one that the port has. That one waits: it is put together with this one by a press, or when
 * the first saving of this one is overtaken by it. It would be lost otherwise.
 */
export function beginBeside(
  session: FormSession,
  draft: Draft,
  stamp: Stamp,
  guards: FormGuards,
  focus: boolean,
): FormStepped {
  const { keep, drafts, elsewhere } = session;
  const beside: FormSession = {
    ...session,
    keep: { ...keep, revision: null },
    drafts: { ...drafts, base: null },
    elsewhere: { ...elsewhere, draft: drafts.base },
  };
  return begin(beside, draft, stamp, guards, focus);
}

export function loadFailed(
  session: FormSession,
  asking: string,
  error: unknown,
  guards: FormGuards,
): FormStepped {
  const { phase } = session;
  if (phase.state !== 'loading' || !guards.isLast(asking, phase.asking)) return changed(session, {});
  return notOpen(session, { kind: 'not-known', error, asking });
}

/** A person's own press: begins empty although it is not known whether answers are kept. */
export function startEmpty(session: FormSession, stamp: Stamp, guards: FormGuards): FormStepped {
  return session.phase.state === 'load-failed'
    ? begin(session, null, stamp, guards, true)
    : changed(session, {});
}

/** Opens a draft, or an empty form. A draft that breaks its contract leaves nothing half open (O2). */
export function begin(
  session: FormSession,
  draft: Draft | null,
  { at, id }: Stamp,
  guards: FormGuards,
  focus: boolean,
): FormStepped {
  const { resident, form, around } = session;
  try {
    if (draft !== null && !isWholeDraft(draft))
      throw new EhchError('malformed', 'A draft breaks its contract. Hand over what saveDraft was given.');
    if (draft !== null && !guards.isOf(draft, resident, form))
      return notOpen(session, { kind: 'of-another' });
    const start = draft ?? startDraft({ id, resident, form, at });
    const state = openForm(form, start, openOptions(around, start.assessedAt));
    const begun: FormSession = {
      ...session,
      state,
      since: Object.keys(draft?.answers ?? {}).length === 0 ? null : start.changedAt,
      entries: NO_ENTRIES,
      drafts: { ...session.drafts, opened: state.draft, own: [state.draft] },
      phase: { state: 'open', failure: null },
    };
    return andThen(refresh(begun, begun, at), (next) =>
      withEffects(evaluated(next), ...(focus ? [{ kind: 'focus', focus: { on: 'heading' } } as const] : []), {
        kind: 'announce',
      }),
    );
  } catch (error) {
    return notOpen(session, { kind: 'unreadable', error });
  }
}

function notOpen(session: FormSession, why: LoadFailure): FormStepped {
  const next = changed(session, { phase: { state: 'load-failed', why } }, { kind: 'announce' });
  return why.kind === 'unreadable'
    ? { ...next, effects: [...next.effects, { kind: 'report', error: why.error }] }
    : next;
}

/** Whether a draft is of this resident and form. What breaks its contract is of nobody. */
export function isDraftOf(draft: Draft, { resident, form }: FormSession, guards: FormGuards): boolean {
  try {
    return isWholeDraft(draft) && guards.isOf(draft, resident, form);
  } catch {
    // A draft that throws when it is read breaks its contract.
    return false;
  }
}

function time({ changedAt }: Draft): number {
  return readInstant(changedAt) ?? 0;
}
