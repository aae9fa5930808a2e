import { withdrawnIn, withdrawnWords } from '../../place/withdrawn.ts';
import { disputesIn } from '../../assessment/merge/disputes.ts';
import type { Dispute } from '../../assessment/merge/disputes.ts';
import type { ItemKey } from '../../form/answer.ts';
import { progressOf, requiredMissing } from '../../form/progress.ts';
import { asked } from '../../form/asked.ts';
import { toAsk } from '../../form/to-ask.ts';
import type { FormState } from '../../form/state.ts';
import type { Receipt } from '../../ports/care-actions.ts';
import { readInstant } from '../../time/london.ts';
import type { Instant } from '../../time/types.ts';
import { authorOf, nameOf } from './answer.ts';
import { refusedEntries } from './entry.ts';
import type { RefusedEntry } from './entry.ts';
import { keysOf } from './keys-of.ts';
import { asTemplate } from './problems.ts';
import type { FormSession } from './session.ts';

/** What stands in the way of signing. */
export type SigningStop =
  /** Nobody answers for a form without one answer. */
  | { readonly kind: 'nothing-answered' }
  | { readonly kind: 'required'; readonly key: ItemKey }
  /** What stands in a field is no answer. */
  | ({ readonly kind: 'refused-entry' } & RefusedEntry)
  | { readonly kind: 'dispute'; readonly dispute: Dispute }
  /** Somebody answered elsewhere, both were put together, and nobody has looked at that yet. */
  | { readonly kind: 'merged' }
  /** What is typed as the moment of being seen is none that has passed. */
  | { readonly kind: 'refused-seen' }
  | { readonly kind: 'no-author' }
  /** The place has withdrawn this form, in words. */
  | { readonly kind: 'withdrawn'; readonly words: string }
  /** Undoing the signature before was refused, or given up, so it stands: another one would be a second assessment. */
  | { readonly kind: 'still-signed'; readonly undo: 'refused' | 'given-up'; readonly why: string };

/** [P] Fewer answers than this share of what is asked are asked back once before they are signed. */
const FEW = 0.5;

/** [P] By so much the clocks of two computers may differ: what was begun on one and signed on the other was seen all the same. */
const CLOCKS_MS = 5 * 60_000;

/**
 * Everything that stands in the way of signing now (F1).
 *
 * @param now What is still to come then was not seen. Left out, the moment of being seen is not judged.
 */
export function stopsOf(session: FormSession, now?: Instant): readonly SigningStop[] {
  const { state, screen, elsewhere, takenBack } = session;
  if (state === null) return [];
  const { answered, notAssessed, asked: questions } = progressOf(state);
  const withdrawn = withdrawnForm(session);
  return [
    ...(withdrawn === null ? [] : [{ kind: 'withdrawn', words: withdrawn } as const]),
    ...(isEmpty(state, answered + notAssessed, questions) ? [{ kind: 'nothing-answered' } as const] : []),
    ...requiredMissing(state).map((key) => ({ kind: 'required', key }) as const),
    ...refusedEntries(session).map((refused) => ({ kind: 'refused-entry', ...refused }) as const),
    ...disputesIn(state.draft).map((dispute) => ({ kind: 'dispute', dispute }) as const),
    ...(elsewhere.merged ? [{ kind: 'merged' } as const] : []),
    ...(screen.seen !== null || isToCome(state.draft.assessedAt, now)
      ? [{ kind: 'refused-seen' } as const]
      : []),
    ...stillSigned(takenBack?.receipt ?? null),
    ...(nameOf(authorOf(session)) === null ? [{ kind: 'no-author' } as const] : []),
  ];
}

/** Why this form may not be signed any more, in words; `null`: the place has not withdrawn it. */
function withdrawnForm({ form: { id, version }, around }: FormSession): string | null {
  const found =
    withdrawnIn(around.place, { kind: 'instrument', id }) ??
    withdrawnIn(around.place, { kind: 'template', id, version });
  return found === null ? null : withdrawnWords(found);
}

function stillSigned(undo: Receipt | null): readonly SigningStop[] {
  const stands = undo?.state === 'refused' || undo?.state === 'given-up';
  return stands ? [{ kind: 'still-signed', undo: undo.state, why: undo.why }] : [];
}

/** Whether nothing that is shown says anything. A form that only reads out what it was given has no question to answer. */
function isEmpty(state: FormState, known: number, questions: number): boolean {
  if (questions > 0) return known === 0;
  return !keysOf(asked(state)).some((key) => Object.hasOwn(state.draft.answers, key));
}

function isToCome(seen: Instant, now: Instant | undefined): boolean {
  const [at, moment] = [readInstant(seen), now === undefined ? null : readInstant(now)];
  return at === null || (moment !== null && at > moment + CLOCKS_MS);
}

/**
 * How many answers there are, of how many questions, where so few were answered that a person is asked once more before they
 * sign; `null`: enough were. The numbers that are compared are those that the person reads. An assessment counts as it does
 * everywhere else on screen: what need not be asked is not missing.
 */
export function fewAnswers(state: FormState): { readonly known: number; readonly asked: number } | null {
  const { answered, notAssessed, asked: all } = progressOf(state);
  const known = answered + notAssessed;
  const questions = asTemplate(state.form) === null ? all : known + toAsk(state).length;
  return known < questions * FEW ? { known, asked: questions } : null;
}
