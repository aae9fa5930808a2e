import type { Answer, AnswerValue } from './answer.ts';
import type { FormQuestion, Range } from './definition.ts';

/** What is wrong with a value. All but `implausible` refuse it; that one is asked back and may be confirmed. */
export type Doubt =
  /** Outside the limits, which are in the first unit. */
  | { readonly kind: 'impossible'; readonly limits: Range }
  | { readonly kind: 'implausible'; readonly limits: Range }
  | { readonly kind: 'too-long'; readonly maxLength: number }
  | { readonly kind: 'not-whole' }
  | { readonly kind: 'not-an-option' }
  /** No date or time of day, or a value of another kind than the question asks for. */
  | { readonly kind: 'wrong-kind' }
  /** Several answers to a question that takes one, or the same one twice. */
  | { readonly kind: 'too-many' }
  /** Shown, not answered here. */
  | { readonly kind: 'read-only' };

/** Every reason to doubt one value. */
export function doubtsAbout(_question: FormQuestion, _value: AnswerValue): readonly Doubt[] {
  return [];
}

/** Every reason to doubt an answer. That something was not assessed is an answer to every question. */
export function doubtsAboutAnswer(_question: FormQuestion, _answer: Answer): readonly Doubt[] {
  return [];
}
