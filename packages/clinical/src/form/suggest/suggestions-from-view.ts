import type { Instant } from '../../time/types.ts';
import type { ResidentView } from '../../resident/view.ts';
import type { FormDefinition, FormItem, FormQuestion } from '../definition.ts';
import { itemKey } from '../key.ts';
import type { Suggestion } from '../suggestion.ts';
import { FACTS } from './facts/index.ts';
import { fittedTo } from './fitted.ts';
import { isLater } from './is-later.ts';

/**
 * What a resident's record says of the questions of a form, each with its date and source, to be taken over one by one by a
 * person. The view has to be of the resident whose form it is.
 *
 * Nothing is offered in rows here (see `rowsFromView`), where no one can tell which row a fact belongs to; nor what the question would not take, nor
 * what has a date after `now`; nor, into a score, what has no date at all: the score would carry today's.
 */
export function suggestionsFromView(
  form: FormDefinition,
  view: ResidentView,
  now: Instant,
): readonly Suggestion[] {
  return questionsIn(form.items, false).flatMap((place) => suggestionFor(place, view, now) ?? []);
}

function suggestionFor({ question, scored }: Place, view: ResidentView, now: Instant): Suggestion | null {
  const { id, fact: name } = question;
  const read = name !== undefined && Object.hasOwn(FACTS, name) ? FACTS[name] : undefined;
  const fact = question.readOnly === true ? null : (read?.(view, now) ?? null);
  if (fact === null || isLater(fact.on, now)) return null;
  if (scored && fact.on === null && fact.lasting !== true) return null;
  const fitted = fittedTo(question, fact);
  if (fitted === null) return null;
  const { values, text } = fitted;
  const { on: recordedOn, source, usefulMonths } = fact;
  return {
    item: itemKey(id),
    values,
    text,
    recordedOn,
    source,
    from: 'record',
    ...(usefulMonths === undefined ? {} : { usefulMonths }),
  };
}

interface Place {
  readonly question: FormQuestion;
  /** It is part of an instrument. */
  readonly scored: boolean;
}

/** The questions that are asked once. */
function questionsIn(items: readonly FormItem[], scored: boolean): readonly Place[] {
  return items.flatMap((item): readonly Place[] => {
    if (item.type === 'display' || item.type === 'total') return [];
    if (item.type === 'group')
      return item.repeats === true ? [] : questionsIn(item.items, scored || item.instrument !== undefined);
    return [
      { question: item, scored },
      ...(item.repeats === true ? [] : questionsIn(item.items ?? [], scored)),
    ];
  });
}
