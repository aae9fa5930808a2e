import type { FormLimit, FormQuestion } from '@ehch/clinical/form';
import type { Variable } from '../fhirpath/read-expression.ts';
import type { Outline, OutlineItem } from './outline.ts';
import type { Refusal } from './refusal.ts';

/** What kind of answer an item takes: as much of a question as its values need. */
export type AnswerShape = Pick<FormQuestion, 'type' | 'options' | 'units' | 'sentAs'>;

/** A Questionnaire being read. What cannot be carried out gathers in `limits`. */
export interface FormReading {
  readonly outline: Outline;
  readonly limits: FormLimit[];
  /** Why the form cannot be taken at all. */
  readonly refusals: Refusal[];
  /** Questions and calculated items, by id. */
  readonly shapes: Map<string, AnswerShape>;
  /** The form's named expressions. */
  readonly variables: readonly Variable[];
}

/** Says once what is not carried out of an item. */
export function limit(reading: FormReading, item: OutlineItem | null, words: string): void {
  const id = item?.id ?? null;
  if (!reading.limits.some((each) => each.item === id && each.words === words))
    reading.limits.push({ item: id, words });
}
