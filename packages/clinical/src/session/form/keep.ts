import type { Draft } from '../../form/draft.ts';
import { sameDraft } from '../../assessment/same-draft.ts';
import type { DraftKept, KeptDraft } from '../../ports/care-actions.ts';
import type { Stamp } from '../step.ts';
import type { FormGuards } from './guards.ts';
import type { FormSession } from './session.ts';
import { changed } from './stepped.ts';
import type { FormStepped } from './stepped.ts';

/** How kept the answers are. */
export type Keeping =
  /** The page gives no place for drafts. */
  | { readonly state: 'nowhere' }
  | { readonly state: 'nothing-yet' }
  | { readonly state: 'saving' }
  | { readonly state: 'kept'; readonly kept: DraftKept }
  /** Another draft was kept meanwhile, and the two could not be put together. */
  | { readonly state: 'overtaken' }
  | { readonly state: 'failed'; readonly error: unknown };

/** What of the answers is kept, on its way, or neither. */
export interface Keep {
  readonly keeping: Keeping;
  /** The draft that the port has not kept yet. */
  readonly unkept: Draft | null;
  readonly saving: Sent | null;
  /** Handed over since the port last answered, the last first. It may have kept one of them although its answer was lost. */
  readonly unsure: readonly Sent[];
  /** Of the draft that the port has, as this session knows it. `null`: none. */
  readonly revision: string | null;
  /** How often another draft was there, one after the other, since a person did anything. */
  readonly overtaken: number;
}

/** A draft as it was handed over. */
interface Sent {
  readonly asking: string;
  readonly draft: Draft;
}

/** A port that always has another draft would be asked for ever: after so many a person asks. */
export const MOST_OVERTAKEN = 5;

export const KEPT_NOWHERE: Keep = {
  keeping: { state: 'nowhere' },
  unkept: null,
  saving: null,
  unsure: [],
  revision: null,
  overtaken: 0,
};

export const NOTHING_KEPT: Keep = { ...KEPT_NOWHERE, keeping: { state: 'nothing-yet' } };

/** Hands a draft to the port: one at a time, and the latest wins, so that no older one takes the place of a newer (K1). */
export function save(session: FormSession, draft: Draft, { id }: Stamp, guards: FormGuards): FormStepped {
  if (session.port === null) return changed(session, {});
  const keep: Keep = { ...session.keep, unkept: draft };
  return guards.mayBeSaved(keep) ? sendDraft({ ...session, keep }, draft, id) : changed(session, { keep });
}

/** The port has kept what was on its way. What came meanwhile is next. */
export function saved(session: FormSession, kept: DraftKept, { id }: Stamp): FormStepped {
  const { keep, drafts } = session;
  const isLatest = keep.unkept === keep.saving?.draft;
  const next: Keep = {
    ...keep,
    saving: null,
    unsure: [],
    revision: kept.revision ?? null,
    unkept: isLatest ? null : keep.unkept,
    keeping: { state: 'kept', kept },
    overtaken: 0,
  };
  const base = keep.saving?.draft ?? drafts.base;
  return saveNext({ ...session, keep: next, drafts: { ...drafts, base } }, id);
}

/** What the port has is what this session handed over: its answer was lost. What came meanwhile is made of that. */
export function savedUnheard(session: FormSession, by: KeptDraft, { id }: Stamp): FormStepped | null {
  const { keep, drafts } = session;
  const isOwn = [keep.saving, ...keep.unsure].some((one) => one !== null && sameDraft(one.draft, by.draft));
  if (!isOwn || keep.unkept === null || keep.overtaken >= MOST_OVERTAKEN) return null;
  const overtaken = keep.overtaken + 1;
  const next: Keep = { ...keep, saving: null, unsure: [], revision: by.revision ?? null, overtaken };
  return sendDraft({ ...session, keep: next, drafts: { ...drafts, base: by.draft } }, keep.unkept, id);
}

/** The port has not kept it. What came meanwhile is newer, and is worth its own try. */
export function saveFailed(session: FormSession, error: unknown, { id }: Stamp): FormStepped {
  const { keep } = session;
  const isLatest = keep.unkept === keep.saving?.draft;
  const unsure = keep.saving === null ? keep.unsure : [keep.saving, ...keep.unsure];
  const next: Keep = { ...keep, saving: null, unsure, keeping: { state: 'failed', error } };
  if (isLatest) return changed(session, { keep: next }, { kind: 'announce' });
  return saveNext({ ...session, keep: next }, id);
}

/**
 * With the saving on its way again whose answer came after the deadline (S6). `null`: that answer says nothing of what is on
 * screen, since another saving went out or the form was signed.
 */
export function savingOverdue(session: FormSession, asking: string): FormSession | null {
  const { keep, phase } = session;
  const [saving, ...unsure] = keep.unsure;
  const isLate = phase.state === 'open' && keep.saving === null && keep.keeping.state === 'failed';
  if (!isLate || saving?.asking !== asking || saving.draft !== keep.unkept) return null;
  return { ...session, keep: { ...keep, saving, unsure } };
}

/** A person's own try, or the next one after a form came back to the front. What is finished is no draft any more (K4). */
export function saveAgain(session: FormSession, { id }: Stamp, guards: FormGuards): FormStepped {
  const { unkept } = session.keep;
  if (unkept === null || session.phase.state !== 'open' || !guards.mayBeSaved(session.keep))
    return changed(session, {});
  return sendDraft({ ...session, keep: { ...session.keep, overtaken: 0 } }, unkept, id);
}

function saveNext(session: FormSession, id: string): FormStepped {
  const { unkept } = session.keep;
  // While it is being finished nothing newer goes out: it would be there again tomorrow as unfinished.
  return unkept === null || session.phase.state === 'finishing'
    ? changed(session, {})
    : sendDraft(session, unkept, id);
}

function sendDraft(session: FormSession, draft: Draft, asking: string): FormStepped {
  const { port } = session;
  const { revision } = session.keep;
  const keep: Keep = {
    ...session.keep,
    unkept: draft,
    saving: { asking, draft },
    keeping: { state: 'saving' },
  };
  return changed(session, { keep }, { kind: 'save', port, asking, draft, revision });
}
