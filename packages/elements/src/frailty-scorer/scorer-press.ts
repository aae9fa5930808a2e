import type { FormPress, SessionsAction } from '@ehch/clinical/session';
import { pressesOf } from '../internal/press.ts';
import type { RetryPress } from '../internal/retry.ts';

/** Everything that a person does in the scorer. */
export type ScorerPress =
  | FormPress
  | Extract<
      SessionsAction,
      {
        readonly kind:
          'choose-form' | 'search' | 'list-drafts-again' | 'start-from-finished' | 'save-all-again';
      }
    >
  | RetryPress
  /** Asks for the kit's own assessments again. */
  | { readonly kind: 'fetch-assessments' };

export const { press, typed, actionOf, actionAt } = pressesOf<ScorerPress>();
