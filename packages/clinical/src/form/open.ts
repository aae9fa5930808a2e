import { EhchError } from '../errors.ts';
import type { Instrument } from '../instrument.ts';
import type { FormDefinition } from './definition.ts';
import type { Draft } from './draft.ts';
import { fitted } from './engine/fit.ts';
import { Settlement } from './engine/settle.ts';
import type { ExpressionEvaluator, FormState, ScoringContext } from './state.ts';

/**
 * The part of an instrument that scores. With its items, only a group that asks the same is scored; without them, any that
 * names it.
 */
export type ScoringInstrument = Pick<Instrument, 'id' | 'score'> & Partial<Pick<Instrument, 'items'>>;

/** What a form is opened with. */
export interface OpenOptions {
  /** Score the instrument groups. Without it there are no scores: the engine itself knows no instrument. */
  readonly instruments?: readonly ScoringInstrument[];
  readonly scoring?: ScoringContext;
  /** Absent: what our own subset does not cover cannot be scored. */
  readonly evaluator?: ExpressionEvaluator | null;
}

/**
 * A form with a draft in it. A draft of another version keeps every answer that still has a place; the rest is in
 * `draft.setAside`.
 *
 * @throws {EhchError} `bad-configuration` where two items of the form have one id; `bad-argument` for a draft of another form,
 * whose answers may stand under the same ids.
 */
export function openForm(form: FormDefinition, draft: Draft, options: OpenOptions = {}): FormState {
  if (draft.form.id !== form.id)
    throw new EhchError('bad-argument', 'A draft opens in the form that it was begun with.');
  return new Settlement(form, fitted(form, draft), options).finish().state;
}
