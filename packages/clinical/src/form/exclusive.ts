import type { Answer } from './answer.ts';
import type { FormQuestion } from './definition.ts';

/** "None of these" and the others take each other away: what was chosen last stays. */
export function withoutExclusive(question: FormQuestion, before: Answer | null, answer: Answer): Answer {
  if (answer.state !== 'given' || answer.values.length < 2) return answer;
  const alone = new Set(
    question.options?.flatMap(({ value, exclusive }) => (exclusive === true ? [value] : [])),
  );
  const isAlone = (value: unknown) => alone.has(String(value));
  const exclusive = answer.values.filter(({ type, value }) => type === 'option' && isAlone(value));
  if (exclusive.length === 0) return answer;
  const chosen = new Set(before?.state === 'given' ? before.values.map(({ value }) => value) : []);
  const last = exclusive.findLast(({ value }) => !chosen.has(value));
  const values = last === undefined ? answer.values.filter((value) => !exclusive.includes(value)) : [last];
  return values.length === 0 ? answer : { ...answer, values };
}
