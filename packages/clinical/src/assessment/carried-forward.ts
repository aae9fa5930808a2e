import { answerOf } from '../form/answer-of.ts';
import type { GivenAnswer, ItemKey } from '../form/answer.ts';
import { asked, type AskedItem } from '../form/asked.ts';
import type { FormDefinition, FormQuestion } from '../form/definition.ts';
import { itemKey } from '../form/key.ts';
import { openForm } from '../form/open.ts';
import type { Suggestion } from '../form/suggestion.ts';
import { londonDate, readInstant } from '../time/london.ts';
import type { Instant, PartialDate } from '../time/types.ts';
import { valueText } from './answer-text.ts';
import type { FinishedAssessment } from './types.ts';

/** Where an answer stands that was made by a person in the last assessment. */
const SOURCE = 'last assessment';

/**
 * What the last assessment said, offered question by question with the date of each answer: a re-assessment starts from
 * what is known, and nothing is filled in.
 *
 * No value gets younger by being copied: what was taken over then keeps the date it had. Not offered are answers that
 * were "not assessed"; that the form filled in by itself; that were hidden; that are kept back or decided anew each time;
 * and parts of an instrument [P], because its score is dated the day the person is seen and would pass for today's.
 *
 * Rows are named 1, 2, 3 … in their order, as a new draft makes them. The assessment has to be of the resident whose form it
 * is: neither of the two arguments can tell.
 *
 * @throws {EhchError} `bad-argument` where the last assessment is of another form.
 */
export function carriedForward(form: FormDefinition, last: FinishedAssessment): readonly Suggestion[] {
  const state = openForm(form, last.draft);
  const offer = (items: readonly AskedItem[], rows: readonly string[]): readonly Suggestion[] =>
    items.flatMap(({ item, key, children, rows: own }) => {
      if (item.type === 'group' && item.instrument !== undefined) return [];
      const answer = item.type === 'group' || item.type === 'display' ? null : answerOf(state, key);
      const said =
        answer?.state === 'given' && isOffered(item, answer)
          ? [suggestion(item, itemKey(item.id, rows), answer, last.draft.assessedAt)]
          : [];
      const inRows = (own ?? []).flatMap((row, at) => offer(row.children, [...rows, String(at + 1)]));
      return [...said, ...offer(children, rows), ...inRows];
    });
  return offer(asked(state), []);
}

function isOffered(item: AskedItem['item'], { from }: GivenAnswer): item is FormQuestion {
  if (item.type === 'group' || item.type === 'display' || item.type === 'total') return false;
  return item.fresh !== true && item.keptBack !== true && item.readOnly !== true && from.kind !== 'initial';
}

function suggestion(
  item: FormQuestion,
  key: ItemKey,
  { values, at, from }: GivenAnswer,
  seen: Instant,
): Suggestion {
  const taken = from.kind === 'accepted';
  return {
    item: key,
    values,
    text: values.map((value) => valueText(item, value)).join(', '),
    recordedOn: taken ? from.recordedOn : answeredOn(at, seen),
    source: taken ? from.source : SOURCE,
    from: 'last-assessment',
  };
}

/** The earlier day of the two: typed up days later it is no younger, and said days before the visit it is as old. */
function answeredOn(at: Instant, seen: Instant): PartialDate {
  const [typed, visit] = [readInstant(at), readInstant(seen)];
  if (typed === null) return londonDate(seen);
  return londonDate(visit === null || typed < visit ? at : seen);
}
