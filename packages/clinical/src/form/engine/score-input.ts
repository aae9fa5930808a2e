import type { Answer, AnswerValue } from '../answer.ts';
import type { FormItem } from '../definition.ts';
import { answerOf } from '../answer-of.ts';
import { ownDayOf } from '../finding-day.ts';
import { londonDate, readInstant } from '../../time/london.ts';
import type { Instant } from '../../time/types.ts';
import { hasRows } from './compile.ts';
import { isQuestion } from './is-question.ts';
import { inRow, rowsOf, type Instance } from './layout.ts';
import type { Reading } from './read.ts';

/**
 * The answers under an instrument's group as its own rule takes them: by item id without the instrument, an option by its
 * value, what was not given by why, a repeating group as a list of rows. What is hidden or unanswered is absent. `times`:
 * the day of each part that was not found in this assessment. `enteredAt`: when the last of it was typed, where that was on a
 * later day than the assessment.
 */
export function scoreInput(
  from: Reading,
  group: Instance,
  instrument: string,
): Readonly<Record<string, unknown>> {
  const input = new Map<string, unknown>();
  const name = (id: string) => (id.startsWith(`${instrument}/`) ? id.slice(instrument.length + 1) : id);
  const times = new Map<string, string>();
  const entered: Instant[] = [];
  for (const instance of group.children) fill(input, instance);
  const last = entered.toSorted(byMoment).at(-1);
  if (last !== undefined && isLaterDay(last, from.draft.assessedAt)) input.set('enteredAt', last);
  if (times.size > 0) input.set('times', Object.fromEntries(times));
  return Object.fromEntries(input);

  function fill(into: Map<string, unknown>, instance: Instance): void {
    const { key, node, children } = instance;
    if (from.hidden.has(key)) return;
    const { item } = node;
    const answer = isQuestion(item) ? answerOf(from, key) : null;
    if (answer !== null) into.set(name(item.id), given(answer, item));
    if (answer !== null) entered.push(answer.at);
    const day = into === input ? ownDayOf(from, key) : null;
    if (day !== null) times.set(name(item.id), day);
    if (!hasRows(item)) for (const child of children) fill(into, child);
    if (item.type !== 'group' || !hasRows(item)) return;
    const rows = rowsOf(from.draft, instance).flatMap((row) => {
      const fields = new Map<string, unknown>();
      for (const child of inRow(instance, row)) fill(fields, child);
      // A row that nobody has written in is no reading.
      return fields.size > 0 ? [Object.fromEntries(fields)] : [];
    });
    if (rows.length > 0) into.set(name(item.id), rows);
  }
}

function isLaterDay(at: Instant, than: Instant): boolean {
  return [at, than].every((each) => readInstant(each) !== null) && londonDate(at) > londonDate(than);
}

function byMoment(a: Instant, b: Instant): number {
  return (readInstant(a) ?? 0) - (readInstant(b) ?? 0);
}

function given(answer: Answer, item: FormItem): unknown {
  if (answer.state !== 'given') return answer.state;
  const values = answer.values.map(({ value }: AnswerValue) => value);
  return isQuestion(item) && item.repeats === true ? values : values[0];
}
