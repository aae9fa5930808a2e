import type { FormCode, FormDefinition } from './definition.ts';
import type { ItemKey } from './answer.ts';
import type { Doubt } from './doubt.ts';
import type { Draft } from './draft.ts';
import type { ScoreResult } from '../score.ts';

/** What a calculated item comes to. */
export type Total =
  /** `missing`: questions it reads that are shown and have no usable answer. Not empty: the number is "so far", never final. */
  | { readonly state: 'scored'; readonly value: number; readonly missing: readonly ItemKey[] }
  /** The expression gives a value that is no number, as a form may calculate a text. `coding`: of a choice, its code. */
  | {
      readonly state: 'said';
      readonly value: string | boolean;
      readonly missing: readonly ItemKey[];
      readonly coding?: FormCode;
    }
  /** The expression gives nothing yet. */
  | { readonly state: 'nothing'; readonly missing: readonly ItemKey[] }
  /** A given evaluator is at it. */
  | { readonly state: 'waiting' }
  | { readonly state: 'cannot-score'; readonly why: CannotScore };

/**
 * Why a calculated item gives no number. The kit then says "cannot score", and never shows a guess or a zero.
 */
export type CannotScore =
  /** Outside what this program evaluates, and no evaluator was given. */
  | 'unsupported'
  /** It depends on itself. */
  | 'circular'
  /** It gives several values where one is wanted, or an operation met a value it is not meant for. */
  | 'not-one-value'
  /** The form asks for a whole number, and this is none: it is neither rounded nor sent. */
  | 'not-whole'
  /** It comes to a value of another kind than the form asks for: a text where a number is asked, or no date. */
  | 'wrong-kind'
  /** What it depends on cannot be scored, or may be asked or not depending on itself. */
  | 'depends-on-unscored'
  /** The given evaluator failed. */
  | 'evaluator-failed';

/** Why a group that names an instrument is not scored. */
export type NotScored =
  /** The form was not opened with an instrument of that name. */
  | 'unknown-instrument'
  /** It asks something else than the instrument of that name: in other words, with other choices or units, or filled in. */
  | 'other-questions';

/** A form with a draft in it, and everything that follows from the two. A value: a change makes a new one. */
export interface FormState {
  readonly form: FormDefinition;
  readonly draft: Draft;
  /** Items that are not to be shown now, by key. What is under them is hidden with them. */
  readonly hidden: ReadonlySet<ItemKey>;
  readonly totals: ReadonlyMap<ItemKey, Total>;
  /** Of each instrument group that is shown, by its key: the instrument's own result. */
  readonly scores: ReadonlyMap<ItemKey, ScoreResult>;
  /** Instrument groups that are shown and have no score, by key, and why. Absent: the form was opened without instruments. */
  readonly notScored?: ReadonlyMap<ItemKey, NotScored>;
  /** What a given evaluator has still to answer. Each is an object of its own: an asking that was overtaken is gone. */
  readonly toEvaluate?: readonly Evaluation[];
  /** The engine's own notes. A state made without the engine has none and is opened anew at its first change. */
  readonly notes?: FormNotes;
}

/** Opaque: made and read by the engine alone. */
export interface FormNotes {
  readonly kind: 'form-notes';
}

/** An expression beyond our subset, asked of the given evaluator for one item. */
export interface Evaluation {
  readonly key: ItemKey;
  readonly expression: { readonly language: string; readonly text: string };
}

/** What the evaluator said. */
export type EvaluationOutcome = readonly (number | string | boolean)[] | 'failed';

/** What one change touched: only this has to be drawn again. */
export interface FormChange {
  readonly state: FormState;
  readonly touched: ReadonlySet<ItemKey>;
  /** The answer was not taken, and the state is what it was. */
  readonly refused?: readonly Doubt[];
}

/**
 * Evaluates what our own subset does not cover. Given by whoever embeds; there is none by default. It is asked again
 * whenever an answer changes; a result for an older draft is dropped.
 */
export interface ExpressionEvaluator {
  /** @throws whatever it likes: the item then says "cannot score". */
  evaluate(
    expression: { readonly language: string; readonly text: string },
    state: FormState,
    at: ItemKey,
  ): Promise<readonly (number | string | boolean)[]>;
}

/** What instruments take besides answers. */
export interface ScoringContext {
  /** Facts about the resident: `ageYears`, `learningDisability` … One that an instrument asks about is not taken for its answer. */
  readonly facts: Readonly<Record<string, unknown>>;
  /** By instrument: the place's own tables, cuts and rulings, given to `score` as its second argument. */
  readonly settings: Readonly<Record<string, unknown>>;
}
