import type { ItemKey } from '../answer.ts';
import type { Foreign } from '../evaluate/evaluate.ts';
import type { OpenOptions } from '../open.ts';
import type { Draft } from '../draft.ts';
import type { Evaluation, EvaluationOutcome, FormNotes, FormState } from '../state.ts';
import type { Layout } from './layout.ts';

/** What the engine keeps with a state, so that a change need not begin at the beginning. */
export interface Notes extends FormNotes {
  readonly layout: Layout;
  readonly options: OpenOptions;
  readonly asking: Askings;
  /** The draft that all this is of. */
  readonly draft: Draft;
}

/** By step and item, what was asked of the given evaluator. */
export type Askings = ReadonlyMap<string, ReadonlyMap<Foreign, Asking>>;

export interface Asking {
  readonly asked: Evaluation;
  readonly outcome?: EvaluationOutcome;
  /** What it said of an older draft: conditions hold on to it, so that a question does not blink. */
  readonly before?: EvaluationOutcome;
}

/** The notes of a state that the engine made and nobody has changed since. */
export function notesOf(state: FormState): Notes | null {
  const notes = state.notes as Notes | undefined;
  return notes?.draft === state.draft ? notes : null;
}

export function slotOf(does: 'show' | 'total', key: ItemKey): string {
  return `${does} ${key}`;
}

export function unanswered(asking: Askings): readonly Evaluation[] {
  return [...asking.values()].flatMap((of) =>
    [...of.values()].flatMap(({ asked, outcome }) => (outcome === undefined ? [asked] : [])),
  );
}
