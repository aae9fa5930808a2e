import type { RecordedAnswer } from '../../../recorded-view.ts';
import { words } from '../../../text.ts';
import type { ResponseItem } from '../resources/questionnaire-response.ts';
import type { Held } from '../record.ts';
import { answerParts } from './responses.ts';

/** Every question of a form with its answer, in the form's order: what nobody answered stays a question, and a group a heading. */
export function formAnswers({ value }: Held<'QuestionnaireResponse'>): readonly RecordedAnswer[] {
  return (value.item ?? []).flatMap(answersIn);
}

function answersIn(item: ResponseItem): readonly RecordedAnswer[] {
  const answers = item.answer ?? [];
  const parts = answers.map(answerParts).filter((part) => part !== null);
  const below = [...(item.item ?? []), ...answers.flatMap((answer) => answer.item ?? [])].flatMap(answersIn);
  const question = words(item.text);
  const answer =
    parts.length === 0 ? null : parts.flatMap((part, place) => (place === 0 ? part : [', ', part]));
  const isGroup = answer === null && below.length > 0;
  if (question === null && answer === null) return below;
  return [{ question, answer, ...(isGroup && { heading: true as const }) }, ...below];
}
