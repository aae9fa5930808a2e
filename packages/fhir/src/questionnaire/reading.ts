import type { FormLimit, FormQuestion } from '@ehch/clinical/form';
import type { Variable } from '../fhirpath/read-expression.ts';
import type { Outline, OutlineItem } from './outline.ts';
import type { Refusal } from './refusal.ts';

/** The part of a question that decides which values it takes. */
export type AnswerShape = Pick<FormQuestion, 'type' | 'options' | 'units' | 'sentAs'>;

/** A Questionnaire while it is being read. Whatever cannot be carried out is collected in `limits`. */
export interface FormReading {
  readonly outline: Outline;
  readonly limits: FormLimit[];
  /** Why the form cannot be used at all. */
  readonly refusals: Refusal[];
  /** Questions and calculated items, by id. */
  readonly shapes: Map<string, AnswerShape>;
  /** The named expressions of the form. */
  readonly variables: readonly Variable[];
}

/** Adds a limit to an item, or to the whole form, once. */
export function limit(reading: FormReading, item: OutlineItem | null, words: string): void {
  const id = item?.id ?? null;
  if (!reading.limits.some((each) => each.item === id && each.words === words))
    reading.limits.push({ item: id, words });
}
