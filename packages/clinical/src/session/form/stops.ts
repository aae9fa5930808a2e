import { disputesIn } from '../../assessment/merge/disputes.ts';
import type { Dispute } from '../../assessment/merge/disputes.ts';
import type { ItemKey } from '../../form/answer.ts';
import { progressOf, requiredMissing } from '../../form/progress.ts';
import type { FormState } from '../../form/state.ts';
import { authorOf, nameOf } from './answer.ts';
import { refusedEntries } from './entry.ts';
import type { RefusedEntry } from './entry.ts';
import type { FormSession } from './session.ts';

/** What stands in the way of signing. */
export type SigningStop =
  /** Nobody answers for a form without one answer. */
  | { readonly kind: 'nothing-answered' }
  | { readonly kind: 'required'; readonly key: ItemKey }
  /** What stands in a field is no answer. */
  | ({ readonly kind: 'refused-entry' } & RefusedEntry)
  | { readonly kind: 'dispute'; readonly dispute: Dispute }
  /** What is typed as the moment of being seen is none that has passed. */
  | { readonly kind: 'refused-seen' }
  | { readonly kind: 'no-author' };

/** [P] Fewer answers than this share of what is asked are asked back once before they are signed. */
const FEW = 0.5;

/** Everything that stands in the way of signing now (F1). */
export function stopsOf(session: FormSession): readonly SigningStop[] {
  const { state, screen } = session;
  if (state === null) return [];
  const { answered, notAssessed, asked: questions } = progressOf(state);
  return [
    ...(answered + notAssessed === 0 && questions > 0 ? [{ kind: 'nothing-answered' } as const] : []),
    ...requiredMissing(state).map((key) => ({ kind: 'required', key }) as const),
    ...refusedEntries(session).map((refused) => ({ kind: 'refused-entry', ...refused }) as const),
    ...disputesIn(state.draft).map((dispute) => ({ kind: 'dispute', dispute }) as const),
    ...(screen.seen === null ? [] : [{ kind: 'refused-seen' } as const]),
    ...(nameOf(authorOf(session)) === null ? [{ kind: 'no-author' } as const] : []),
  ];
}

/** Whether so few questions were answered that a person is asked once more before they sign. */
export function isFew(state: FormState): boolean {
  const { answered, notAssessed, asked: questions } = progressOf(state);
  return answered + notAssessed < questions * FEW;
}
