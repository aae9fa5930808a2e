import { disputesIn } from '../../assessment/merge/disputes.ts';
import { readInstant } from '../../time/london.ts';
import { isObject } from '../../is-object.ts';
import type { Draft } from '../../form/draft.ts';
import type { KeptDraft } from '../../ports/care-actions.ts';
import type { ResidentId } from '../../resident/identity.ts';
import type { Stamp } from '../step.ts';
import type { FormGuards } from './guards.ts';
import { noAnswer } from './port-answers.ts';
import type { FormSession } from './session.ts';
import { isNamedDraft, isWholeDraft } from './whole-draft.ts';

/** The forms of one resident that somebody began and nobody has finished, as the port lists them. */
export type Unfinished =
  | { readonly state: 'not-asked' }
  /** `drafts`: the list of before, which stands until the new one comes. */
  | ({ readonly state: 'listing'; readonly drafts: readonly Draft[] } & Asking)
  | ({ readonly state: 'listed'; readonly drafts: readonly Draft[] } & Asking)
  /** Whether any were begun is not known. */
  | ({ readonly state: 'not-listed'; readonly error: unknown } & Asking);

interface Asking {
  readonly resident: ResidentId;
  readonly port: string;
  /** Only the answer to the last asking counts (G4). */
  readonly asking: string;
}

/** → `drafts-listed` or `drafts-not-listed`. */
export interface ListDrafts extends Asking {
  readonly kind: 'list-drafts';
}

export const NOT_ASKED: Unfinished = { state: 'not-asked' };

/** Asks the port anew. What it listed of the same resident stands until then. */
export function listing(before: Unfinished, resident: ResidentId, port: string, { id }: Stamp): Unfinished {
  const isSame = isListOf(before, resident, port) && 'drafts' in before;
  return { state: 'listing', resident, port, asking: id, drafts: isSame ? before.drafts : [] };
}

/** Whether the list is of this resident and this port, whatever has become of it. */
export function isListOf(
  unfinished: Unfinished,
  resident: ResidentId,
  port: string,
): unfinished is Exclude<Unfinished, { state: 'not-asked' }> {
  return unfinished.state !== 'not-asked' && unfinished.resident === resident && unfinished.port === port;
}

/**
 * What the port gave. A list that comes late, and a draft in it of somebody else, are dropped. Where one does not say whose it
 * is, it is not known which were begun (G7).
 */
export function takeListed(
  before: Unfinished,
  asking: string,
  kept: readonly KeptDraft[],
  guards: FormGuards,
): Unfinished {
  if (!isWaitingFor(before) || !guards.isLast(asking, before.asking)) return before;
  const { resident, port } = before;
  const all: readonly unknown[] = Array.isArray(kept) ? kept : [null];
  if (!all.every((one) => isObject(one) && isNamedDraft(one['draft'])))
    return notListed(before, asking, noAnswer('listDrafts'), guards);
  const drafts = kept.flatMap(({ draft }) => (draft.resident === resident ? [draft] : []));
  return { state: 'listed', resident, port, asking, drafts };
}

export function notListed(
  before: Unfinished,
  asking: string,
  error: unknown,
  guards: FormGuards,
): Unfinished {
  if (!isWaitingFor(before) || !guards.isLast(asking, before.asking)) return before;
  const { resident, port } = before;
  return { state: 'not-listed', resident, port, asking, error };
}

/** A list that comes after the deadline is still the list, unless it was asked for anew (S6). */
function isWaitingFor(
  before: Unfinished,
): before is Extract<Unfinished, { readonly state: 'listing' | 'not-listed' }> {
  return before.state === 'listing' || before.state === 'not-listed';
}

/**
 * The drafts with an answer that wait for this resident, the last changed first: what the port has kept, and what has left the
 * screen here and is still on its way to it. One of each form.
 */
export function unfinishedOf(
  sessions: {
    readonly unfinished: Unfinished;
    readonly left: readonly FormSession[];
    readonly finished: readonly string[];
  },
  resident: ResidentId,
): readonly Draft[] {
  const { unfinished, left, finished } = sessions;
  if (unfinished.state === 'not-asked' || unfinished.resident !== resident) return [];
  const here = left.flatMap((one) =>
    one.resident === resident && one.port === unfinished.port && one.state !== null ? [one.state.draft] : [],
  );
  const kept = 'drafts' in unfinished ? unfinished.drafts.toSorted((a, b) => changed(a) - changed(b)) : [];
  const all = new Map([...kept, ...here].map((draft) => [draft.form.id, draft]));
  return [...all.values()]
    .filter((draft) => !finished.includes(draft.id) && saysAnything(draft))
    .toSorted((a, b) => changed(b) - changed(a));
}

/** Whether anybody would look for it: also where all of it is in dispute, has no place any more, or cannot be read. */
function saysAnything(draft: Draft): boolean {
  if (!isWholeDraft(draft)) return true;
  const { answers, decisions, setAside = [] } = draft;
  return [...Object.keys(answers), ...Object.keys(decisions), ...setAside, ...disputesIn(draft)].length > 0;
}

function changed({ changedAt }: Draft): number {
  return readInstant(changedAt) ?? 0;
}
