import { notAssessedText } from '@ehch/clinical';
import type { RecordedAnswer } from '../../../recorded-view.ts';
import { EXTENSION } from '../../../codes/systems.ts';
import { textAt } from '../../../entry.ts';
import { extensionsOf } from '../../../extensions.ts';
import { readNotGiven } from '../../../questionnaire/answer-notes.ts';
import { OWN_EXT } from '../../../questionnaire/urls.ts';
import { words } from '../../../text.ts';
import { reasonWords } from './absent-reason.ts';
import type { ResponseItem } from '../resources/questionnaire-response.ts';
import type { Held } from '../record.ts';
import { answerParts } from './responses.ts';

/**
 * Every question of a form with its answer, in the form's order: what nobody answered stays a question, and a group a heading.
 * What was declined or could not be said has that for its answer: it is not a question that nobody came to.
 */
export function formAnswers({ value }: Held<'QuestionnaireResponse'>): readonly RecordedAnswer[] {
  return (value.item ?? []).flatMap(answersIn);
}

function answersIn(item: ResponseItem): readonly RecordedAnswer[] {
  const answers = item.answer ?? [];
  const parts = answers.map(answerParts).filter((part) => part !== null);
  const below = [...(item.item ?? []), ...answers.flatMap((answer) => answer.item ?? [])].flatMap(answersIn);
  const question = words(item.text);
  const answer =
    parts.length === 0 ? whyNone(item) : parts.flatMap((part, place) => (place === 0 ? part : [', ', part]));
  const isGroup = answer === null && below.length > 0;
  if (question === null && answer === null) return below;
  return [{ question, answer, ...(isGroup && { heading: true as const }) }, ...below];
}

/** Why a question has no answer: in the words of the form where it was ours, else in those of FHIR's code. */
function whyNone(item: ResponseItem): string | null {
  const { extension } = item;
  const isOurs = extensionsOf(extension, OWN_EXT.notGiven).length > 0;
  const ours = isOurs ? readNotGiven({ extension }, { at: '', by: null }) : null;
  if (ours !== null) return notAssessedText(ours);
  const code = textAt(extensionsOf(extension, EXTENSION.dataAbsentReason)[0], 'valueCode');
  return code === null ? null : reasonWords({ coding: [{ code }] });
}
