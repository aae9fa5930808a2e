import type { Answer, AnswerValue } from '../answer.ts';
import type { FormItem } from '../definition.ts';
import { answerOf } from '../answer-of.ts';
import { hasRows } from './compile.ts';
import { isQuestion } from './is-question.ts';
import { inRow, rowsOf, type Instance } from './layout.ts';
import type { Reading } from './read.ts';

/**
 * The answers under an instrument's group as its own rule takes them: by item id without the instrument, an option by its
 * value, what was not given by why, a repeating group as a list of rows. What is hidden or unanswered is absent. `times`:
 * when what was taken over from the record was recorded.
 */
export function scoreInput(
  from: Reading,
  group: Instance,
  instrument: string,
): Readonly<Record<string, unknown>> {
  const input = new Map<string, unknown>();
  const name = (id: string) => (id.startsWith(`${instrument}/`) ? id.slice(instrument.length + 1) : id);
  const times = new Map<string, string>();
  for (const instance of group.children) fill(input, instance);
  if (times.size > 0) input.set('times', Object.fromEntries(times));
  return Object.fromEntries(input);

  function fill(into: Map<string, unknown>, instance: Instance): void {
    const { key, node, children } = instance;
    if (from.hidden.has(key)) return;
    const { item } = node;
    const answer = isQuestion(item) ? answerOf(from, key) : null;
    if (answer !== null) into.set(name(item.id), given(answer, item));
    // A value does not get younger by being taken over.
    if (
      into === input &&
      answer?.state === 'given' &&
      answer.from.kind === 'accepted' &&
      answer.from.recordedOn !== null
    )
      times.set(name(item.id), answer.from.recordedOn);
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

function given(answer: Answer, item: FormItem): unknown {
  if (answer.state !== 'given') return answer.state;
  const values = answer.values.map(({ value }: AnswerValue) => value);
  return isQuestion(item) && item.repeats === true ? values : values[0];
}
