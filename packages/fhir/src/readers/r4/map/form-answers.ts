import { spanOf } from '@ehch/clinical/time';
import { byCode } from '../../../by-code.ts';
import { EXTENSION } from '../../../codes/systems.ts';
import type { JsonObject } from '../../../entry.ts';
import { extensionsOf } from '../../../extensions.ts';
import type { RecordedAnswer } from '../../../recorded-view.ts';
import { joined, words } from '../../../text.ts';
import type { Held } from '../record.ts';
import type { ResponseItem } from '../resources/questionnaire-response.ts';
import { dayOf, partsOfAnswer } from './answer-asides.ts';
import { belowOf, itemParts } from './responses.ts';

type Response = Held<'QuestionnaireResponse'>;

/**
 * Every question of a form with its answer, in the order of the form. A question without an answer stays a
 * question, and a group becomes a heading. A declined question has "declined" as its answer, so it does not
 * look forgotten.
 */
export function formAnswers(held: Response): readonly RecordedAnswer[] {
  return [...aboutForm(held), ...(held.value.item ?? []).flatMap((item) => answersIn(held, item))];
}

/**
 * What a form of this product states besides its answers: the day of the assessment, where it differs, and
 * the decisions about suggested problems.
 */
function aboutForm({ raw, value }: Response): readonly RecordedAnswer[] {
  const parts = partsOfAnswer(raw['extension'], EXTENSION.draft);
  const at = parts.get('assessedAt');
  const isSameDay = spanOf(at ?? null)?.from === spanOf(value.authored ?? null)?.from;
  const other = parts.get('') ?? null;
  const [draft] = extensionsOf(raw['extension'], EXTENSION.draft);
  return [
    ...(at === undefined || isSameDay ? [] : [{ question: 'Assessed on', answer: dayOf(at) }]),
    ...(other === null ? [] : [{ question: null, answer: other }]),
    ...extensionsOf(draft?.['extension'], 'decision').flatMap(decisionIn),
  ];
}

const DECIDED = byCode<string>({
  accepted: 'agreed as a problem',
  dismissed: 'not a problem',
});

function decisionIn(decision: JsonObject): readonly RecordedAnswer[] {
  const parts = partsOfAnswer([decision], 'decision');
  const state = parts.get('state') ?? '';
  const suggested = joined([parts.get('rule')?.replaceAll('-', ' '), parts.get('about')], ': ');
  const who = joined([parts.get('name'), parts.get('role'), dayOf(parts.get('at') ?? '')], ', ');
  const said = joined([suggested, parts.get('words'), parts.get('')], '; ');
  const answer = joined([said, who === null ? null : `(${who})`]);
  return [{ question: joined(['Suggested', DECIDED[state] ?? state], ', and '), answer }];
}

function answersIn(held: Response, item: ResponseItem): readonly RecordedAnswer[] {
  const below = belowOf(item).flatMap((each) => answersIn(held, each));
  const question = words(item.text);
  const answer = itemParts(held, item);
  const isGroup = answer === null && below.length > 0;
  if (question === null && answer === null) return below;
  return [{ question, answer, ...(isGroup && { heading: true as const }) }, ...below];
}
