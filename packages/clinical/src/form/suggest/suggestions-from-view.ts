import { londonDate } from '../../time/london.ts';
import { spanOf } from '../../time/partial-date.ts';
import type { Instant } from '../../time/types.ts';
import type { ResidentView } from '../../resident/view.ts';
import type { FormDefinition, FormItem, FormQuestion } from '../definition.ts';
import { itemKey } from '../key.ts';
import type { Suggestion } from '../suggestion.ts';
import { FACTS } from './facts/index.ts';
import { fittedTo } from './fitted.ts';

/**
 * What a resident's record says of the questions of a form, each with its date and source, to be taken over one by one by a
 * person. The view has to be of the resident whose form it is.
 *
 * Nothing is offered in rows, where no one can tell which row a fact belongs to; nor what the question would not take, nor
 * what has a date after `now`.
 */
export function suggestionsFromView(
  form: FormDefinition,
  view: ResidentView,
  now: Instant,
): readonly Suggestion[] {
  return questionsIn(form.items).flatMap((question) => suggestionFor(question, view, now) ?? []);
}

function suggestionFor(question: FormQuestion, view: ResidentView, now: Instant): Suggestion | null {
  const { id, fact: name } = question;
  const read = name !== undefined && Object.hasOwn(FACTS, name) ? FACTS[name] : undefined;
  const fact = question.readOnly === true ? null : (read?.(view, now) ?? null);
  if (fact === null || isLater(fact.on, now)) return null;
  const fitted = fittedTo(question, fact);
  if (fitted === null) return null;
  const { value, text } = fitted;
  const { on: recordedOn, source } = fact;
  return { item: itemKey(id), values: [value], text, recordedOn, source, from: 'record' };
}

/** The questions that are asked once. */
function questionsIn(items: readonly FormItem[]): readonly FormQuestion[] {
  return items.flatMap((item): readonly FormQuestion[] => {
    if (item.type === 'display' || item.type === 'total') return [];
    if (item.type === 'group') return item.repeats === true ? [] : questionsIn(item.items);
    return [item, ...(item.repeats === true ? [] : questionsIn(item.items ?? []))];
  });
}

function isLater(on: string | null, now: Instant): boolean {
  const span = spanOf(on);
  return span !== null && span.from > londonDate(now);
}
