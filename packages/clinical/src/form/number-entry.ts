import type { AnswerValue } from './answer.ts';
import type { FormQuestion } from './definition.ts';
import type { Doubt } from './doubt.ts';

/** What was typed where a number is asked for. Nothing is guessed: what does not read as one number is refused. */
export type NumberEntry =
  | { readonly state: 'empty' }
  /** `doubts`: at most that it is implausible. */
  | {
      readonly state: 'number';
      readonly value: Extract<AnswerValue, { type: 'number' }>;
      readonly doubts: readonly Doubt[];
    }
  | { readonly state: 'refused'; readonly doubts: readonly EntryDoubt[] };

export type EntryDoubt =
  | Doubt
  /** `58,2`: a decimal or a thousand? */
  | { readonly kind: 'comma' }
  /** `58kg`: the unit has its own place. */
  | { readonly kind: 'unit-typed' }
  | { readonly kind: 'not-a-number' }
  /** There are several units and none was chosen, or it is not one of the question's. */
  | { readonly kind: 'no-unit' };

/** Reads a typed number. `unitCode`: the unit chosen beside it, `null` where there is one or none. */
export function readNumberEntry(
  _question: FormQuestion,
  _text: string,
  _unitCode: string | null,
): NumberEntry {
  return { state: 'empty' };
}
