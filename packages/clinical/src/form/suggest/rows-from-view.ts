import type { ResidentView } from '../../resident/view.ts';
import type { Instant } from '../../time/types.ts';
import type { FormDefinition, FormGroup, FormItem, FormQuestion } from '../definition.ts';
import { isQuestion } from '../engine/is-question.ts';
import { itemKey } from '../key.ts';
import type { RowOffer } from '../offer.ts';
import { FACTS, ROWS } from './facts/index.ts';
import { fittedTo } from './fitted.ts';
import { isLater } from './is-later.ts';
import type { RecordedRow } from './recorded-fact.ts';

/** A row that the record says, before it is known whether it is too old. */
export type RowSuggestion = Pick<RowOffer, 'list' | 'answers' | 'text' | 'recordedOn' | 'source'> & {
  readonly usefulMonths?: number;
};

/**
 * What the record says of the lists of a form: a row for each fall, problem, person. Which list a row belongs to, the fact
 * says that its first question names. A row of which the question for its name does not take what the record says is left.
 */
export function rowsFromView(
  form: FormDefinition,
  view: ResidentView,
  now: Instant,
): readonly RowSuggestion[] {
  return listsIn(form.items).flatMap((list) => {
    const questions = list.items.filter(isQuestion);
    const read = questions[0]?.fact === undefined ? undefined : rowReader(questions[0].fact);
    return (read?.(view, now) ?? [])
      .filter(({ on }) => !isLater(on, now))
      .flatMap((row) => suggestionOf(list, questions, row) ?? []);
  });
}

function suggestionOf(
  list: FormGroup,
  questions: readonly FormQuestion[],
  row: RecordedRow,
): RowSuggestion | null {
  const { text, on, source, usefulMonths } = row;
  const answers = questions.flatMap((question) => {
    const { id, fact: name } = question;
    const value = name !== undefined && Object.hasOwn(row.says, name) ? row.says[name] : undefined;
    const fitted = value === undefined ? null : fittedTo(question, { value, text, on, source });
    return fitted === null ? [] : [{ item: id, values: fitted.values }];
  });
  if (answers[0]?.item !== questions[0]?.id) return null;
  return {
    list: itemKey(list.id),
    answers,
    text,
    recordedOn: on,
    source,
    ...(usefulMonths === undefined ? {} : { usefulMonths }),
  };
}

/** Lists that are asked once: which row of an outer list a row belongs to, nobody can tell. */
function listsIn(items: readonly FormItem[]): readonly FormGroup[] {
  return items.flatMap((item): readonly FormGroup[] => {
    if (item.type !== 'group') return [];
    return item.repeats === true ? [item] : listsIn(item.items);
  });
}

function rowReader(fact: string) {
  return Object.hasOwn(ROWS, fact) && !Object.hasOwn(FACTS, fact) ? ROWS[fact] : undefined;
}
