import type { AnswerValue, ItemKey, NotGiven } from '../../form/answer.ts';
import type { Draft } from '../../form/draft.ts';
import type { Evaluation, EvaluationOutcome } from '../../form/state.ts';
import type { FinishedAssessment } from '../../assessment/types.ts';
import type { Offer } from '../../form/offer.ts';
import type { DraftKept, DraftOvertaken, KeptDraft, Receipt } from '../../ports/care-actions.ts';
import type { Author } from '../../recorded.ts';
import type { LondonFields } from '../../time/london-fields.ts';
import type { Focus } from './effect.ts';
import type { Field } from './fields.ts';
import type { GroupPress } from './groups.ts';
import type { Surroundings } from './session.ts';

/** What a person does at a form. */
export type FormPress =
  /** `null`: the question is unanswered again. */
  | { readonly kind: 'answer'; readonly key: ItemKey; readonly values: readonly AnswerValue[] | null }
  | {
      /** `reason: null`: what stands in the field for it, if anything does. */
      readonly kind: 'not-assessed';
      readonly key: ItemKey;
      readonly state: NotGiven['state'];
      readonly reason: string | null;
    }
  /** "Yes, it is right", of a value that is implausible and possible. */
  | { readonly kind: 'confirm'; readonly key: ItemKey }
  /** Takes over one offer, as it was shown. */
  | { readonly kind: 'use'; readonly offer: Offer }
  | GroupPress
  | { readonly kind: 'add-row'; readonly group: ItemKey }
  | { readonly kind: 'remove-row'; readonly group: ItemKey; readonly row: string }
  /** Something is typed into a field: at each key. */
  | { readonly kind: 'type'; readonly key: ItemKey; readonly field: Field; readonly text: string }
  /** A field was left after typing, or a unit chosen. */
  | { readonly kind: 'enter'; readonly key: ItemKey; readonly field: Field; readonly text: string }
  /** Whatever was typed and not handed over is read now: the form is about to leave, or to be locked. */
  | { readonly kind: 'enter-all' }
  /** No key was pressed for a moment. */
  | { readonly kind: 'pause'; readonly key: ItemKey }
  /** `isChosen: false`: the tick is taken away, where several options may be chosen. */
  | { readonly kind: 'choose'; readonly key: ItemKey; readonly option: string; readonly isChosen: boolean }
  | { readonly kind: 'search-options'; readonly key: ItemKey; readonly text: string }
  /** Opens or closes "not assessed because …". */
  | { readonly kind: 'open-not-assessed'; readonly key: ItemKey; readonly open: boolean }
  /** Opens or closes a group of a section. */
  | { readonly kind: 'open-group'; readonly key: ItemKey; readonly open: boolean }
  /** Opens "not assessed because …" of a whole group; `null` closes it. */
  | { readonly kind: 'open-not-assessed-group'; readonly group: ItemKey | null }
  /** The focus left a question. */
  | { readonly kind: 'leave-question'; readonly key: ItemKey }
  /** "Why this score?"; pressed again, or with `null`, it closes. */
  | { readonly kind: 'explain'; readonly key: ItemKey | null }
  | { readonly kind: 'show-section'; readonly key: ItemKey; readonly focus: boolean }
  /** Brings a question into view. */
  | { readonly kind: 'go-to'; readonly key: ItemKey }
  /** Brings the next question without an answer into view. `from`: where the person is; `null`: at the beginning. */
  | { readonly kind: 'go-to-next'; readonly from: ItemKey | null }
  | { readonly kind: 'move-focus'; readonly to: Focus }
  | { readonly kind: 'show-only-changed' }
  | {
      readonly kind: 'word-problem';
      readonly rule: string;
      readonly how: 'edit' | 'dismiss';
      readonly words: string;
    }
  | { readonly kind: 'cancel-wording'; readonly rule: string }
  | {
      readonly kind: 'decide-problem';
      readonly rule: string;
      readonly how: 'accept' | 'dismiss' | 'undecide';
      readonly words: string;
    }
  /** Takes what one person said of what several said otherwise, by its place. */
  | { readonly kind: 'settle'; readonly dispute: number; readonly said: number }
  /** Puts what was done elsewhere and what is on screen together. */
  | { readonly kind: 'merge' }
  /** Goes on from the last assessment that came meanwhile. */
  | { readonly kind: 'adopt-previous' }
  | { readonly kind: 'note-changes' }
  | { readonly kind: 'name-author'; readonly author: Author }
  | { readonly kind: 'type-seen'; readonly part: keyof LondonFields; readonly text: string }
  | { readonly kind: 'load-again' }
  /** Begins empty although it is not known whether answers are kept. */
  | { readonly kind: 'start-empty' }
  | { readonly kind: 'save-again' }
  /** `despiteFew`: asked back whether so few answers are to be signed, the person said yes. */
  | { readonly kind: 'finish'; readonly despiteFew: boolean }
  /** Takes the signature back, within five minutes. */
  | { readonly kind: 'withdraw' }
  /** "Entered in error because …", as it is typed; `null` closes it. */
  | { readonly kind: 'type-reason'; readonly reason: string | null }
  /** Who marks it, as it is typed where the page names nobody. */
  | { readonly kind: 'type-marked-by'; readonly name: string }
  | { readonly kind: 'enter-in-error'; readonly reason: string }
  /** `short`: what a record has room for. `full`: every answer. */
  | { readonly kind: 'copy'; readonly length: 'short' | 'full' }
  | { readonly kind: 'print' };

/** What the world answers, and what the page and the record say meanwhile. */
export type FormNews =
  | { readonly kind: 'surroundings'; readonly around: Surroundings }
  | { readonly kind: 'draft-given'; readonly draft: Draft }
  | { readonly kind: 'previous-given'; readonly previous: FinishedAssessment }
  | { readonly kind: 'loaded'; readonly asking: string; readonly kept: KeptDraft | null }
  | { readonly kind: 'load-failed'; readonly asking: string; readonly error: unknown }
  | { readonly kind: 'saved'; readonly asking: string; readonly kept: DraftKept | DraftOvertaken }
  | { readonly kind: 'save-failed'; readonly asking: string; readonly error: unknown }
  | { readonly kind: 'enqueued'; readonly intent: string; readonly receipt: Receipt | null }
  | { readonly kind: 'enqueue-failed'; readonly intent: string; readonly error: unknown }
  | { readonly kind: 'receipt-changed'; readonly intent: string; readonly receipt: Receipt }
  | { readonly kind: 'evaluated'; readonly evaluation: Evaluation; readonly outcome: EvaluationOutcome }
  | {
      readonly kind: 'copied';
      readonly text: string;
      readonly how: 'taken' | 'by-hand' | 'failed' | 'not-noted';
    };

export type FormAction = FormPress | FormNews;
