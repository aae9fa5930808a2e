import type { KeptDraft } from '../../ports/care-actions.ts';
import type { ResidentId } from '../../resident/identity.ts';
import type { FormAction } from './action.ts';
import type { FormEffect } from './effect.ts';
import type { Opening } from './open.ts';
import type { FormSession } from './session.ts';
import { NOT_ASKED } from './unfinished.ts';
import type { ListDrafts, Unfinished } from './unfinished.ts';

/** Every form session of one component: the one in front of a person, and those that left with something on its way. */
export interface FormSessions {
  readonly front: FormSession | null;
  readonly left: readonly FormSession[];
  /** The drafts that were finished here: a page may give one of them once more. */
  readonly finished: readonly string[];
  /** The id of the form that a person chose. It goes with the resident. */
  readonly chosen: string | null;
  /** What the list of forms is searched for. */
  readonly search: string;
  /** What waits to be finished, while forms are chosen from. */
  readonly unfinished: Unfinished;
}

export type SessionsAction =
  | { readonly kind: 'open'; readonly opening: Opening }
  /** The form in front leaves. Answers on their way still arrive (G5). */
  | { readonly kind: 'leave' }
  | { readonly kind: 'choose-form'; readonly form: string | null }
  | { readonly kind: 'search'; readonly words: string }
  /** The list of forms comes on screen: which were begun already? Asked once of each resident and port. */
  | { readonly kind: 'list-drafts'; readonly resident: ResidentId; readonly port: string }
  /** A person's own try, after the port did not say which were begun. */
  | { readonly kind: 'list-drafts-again' }
  | { readonly kind: 'drafts-listed'; readonly asking: string; readonly kept: readonly KeptDraft[] }
  | { readonly kind: 'drafts-not-listed'; readonly asking: string; readonly error: unknown }
  /** Begins a new form from the one that was finished. */
  | { readonly kind: 'start-from-finished' }
  /** Tries again what the port did not keep, of every session. */
  | { readonly kind: 'save-all-again' }
  /** An action of one session. One whose session has gone changes nothing. */
  | { readonly kind: 'at'; readonly session: string; readonly action: FormAction };

/** An effect, and whose it is. `session: null`: of no session; its answer is an action of all of them. */
export type SessionEffect =
  | { readonly session: string; readonly effect: FormEffect }
  | { readonly session: null; readonly effect: ListDrafts };

export const NO_SESSIONS: FormSessions = {
  front: null,
  left: [],
  finished: [],
  chosen: null,
  search: '',
  unfinished: NOT_ASKED,
};
