import type { Answer, ItemKey } from '../../form/answer.ts';
import type { Draft } from '../../form/draft.ts';
import type { Evaluation, FormState } from '../../form/state.ts';
import type { FinishedAssessment } from '../../assessment/types.ts';
import type { CareIntent } from '../../ports/care-actions.ts';
import type { ResidentId } from '../../resident/identity.ts';
import type { ScoreResult } from '../../score.ts';

/** Where the focus goes when what was pressed is gone. */
export type Focus =
  | { readonly on: 'question'; readonly key: ItemKey }
  /** A candidate problem. */
  | { readonly on: 'problem'; readonly rule: string }
  | {
      readonly on:
        | 'heading'
        | 'questions'
        | 'section'
        | 'finish'
        | 'stops'
        | 'disputes'
        | 'author'
        | 'wording'
        | 'reason'
        | 'marked-by'
        | 'chooser';
    };

/** What one press changed, and what followed from it. */
export interface Answered {
  /**
   * The item or repeating group that the person acted on. `null`: what changed is no one question, such as when the resident
   * was seen, a decision about a problem, or answers that were put together with those of another window.
   */
  readonly key: ItemKey | null;
  /** The answer as it is now; `null` when it was cleared or is not usable, for a row that came or went, and without a `key`. */
  readonly answer: Answer | null;
  /** The form as it is now. Its `resident` is whom it is about. */
  readonly draft: Draft;
  /** The result of the instrument that the item belongs to, whatever its state; `null` outside an instrument. */
  readonly score: ScoreResult | null;
}

/**
 * What a form session asks to be done. Who carries it out answers with an action of the same session. `port` names the one that
 * the session began with: another would be another place (S4).
 */
export type FormEffect =
  /** → `loaded` or `load-failed`. */
  | {
      readonly kind: 'load';
      readonly port: string | null;
      readonly asking: string;
      readonly resident: ResidentId;
      readonly form: string;
    }
  /** → `saved` or `save-failed`. `revision`: of the draft that it takes the place of; `null`: of none. */
  | {
      readonly kind: 'save';
      readonly port: string | null;
      readonly asking: string;
      readonly draft: Draft;
      readonly revision: string | null;
    }
  /** → `enqueued` or `enqueue-failed`. Without a port the page alone has it: `receipt` is `null`. */
  | { readonly kind: 'enqueue'; readonly port: string | null; readonly intent: CareIntent }
  /** → `receipt-changed`, as often as it changes. */
  | { readonly kind: 'watch-receipt'; readonly port: string | null; readonly intent: string }
  /** → `evaluated`. */
  | { readonly kind: 'evaluate'; readonly state: FormState; readonly evaluation: Evaluation }
  /** → `surroundings` with the rules. */
  | { readonly kind: 'fetch-rules' }
  /** → `copied`. */
  | { readonly kind: 'copy'; readonly length: 'short' | 'full' }
  | { readonly kind: 'print' }
  | { readonly kind: 'focus'; readonly focus: Focus }
  /** For the live region: something changed that must not go unheard. */
  | { readonly kind: 'announce' }
  | { readonly kind: 'tell-answered'; readonly answered: Answered }
  | { readonly kind: 'tell-finished'; readonly assessment: FinishedAssessment; readonly intent: string }
  /** What went wrong here, for whoever develops. */
  | { readonly kind: 'report'; readonly error: unknown };
