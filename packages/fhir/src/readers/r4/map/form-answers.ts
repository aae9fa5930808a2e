import { NOT_ASSESSED, notAssessedText } from '@ehch/clinical';
import type { RecordedAnswer } from '../../../recorded-view.ts';
import { EXTENSION } from '../../../codes/systems.ts';
import { textAt } from '../../../entry.ts';
import { extensionsOf, part } from '../../../extensions.ts';
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
  const parts = answers.map(answerParts).filter((each) => each !== null);
  const below = [...(item.item ?? []), ...answers.flatMap((answer) => answer.item ?? [])].flatMap(answersIn);
  const question = words(item.text);
  const answer =
    parts.length === 0 ? whyNone(item) : parts.flatMap((each, place) => (place === 0 ? each : [', ', each]));
  const isGroup = answer === null && below.length > 0;
  if (question === null && answer === null) return below;
  return [{ question, answer, ...(isGroup && { heading: true as const }) }, ...below];
}

/** Why a question has no answer: in the words of the form where it was ours, else in those of FHIR's code. */
function whyNone({ extension }: ResponseItem): string | null {
  const [ours] = extensionsOf(extension, EXTENSION.notGiven);
  const state = textAt(part(ours, 'state'), 'valueCode');
  if (isReason(state)) return notAssessedText({ state, reason: textAt(part(ours, 'reason'), 'valueString') });
  const code = textAt(extensionsOf(extension, EXTENSION.dataAbsentReason)[0], 'valueCode');
  return code === null ? null : reasonWords({ coding: [{ code }] });
}

function isReason(state: string | null): state is keyof typeof NOT_ASSESSED {
  return state !== null && Object.hasOwn(NOT_ASSESSED, state);
}
