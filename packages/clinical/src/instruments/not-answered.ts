import { plainText } from '../display/plain-text.ts';

/** Why there is no answer. None of the four reasons counts as zero. */
export type NotAnswered = 'unable' | 'refused' | 'not-asked' | 'not-known';

const REASONS: ReadonlySet<unknown> = new Set<NotAnswered>(['unable', 'refused', 'not-asked', 'not-known']);

/** The words for each reason, to follow the name of the question. */
export const NOT_MEASURED_WORDS: ReadonlyMap<string, string> = new Map<NotAnswered, string>([
  ['unable', 'could not be measured'],
  ['refused', 'declined'],
  ['not-asked', 'not measured'],
  ['not-known', 'not known'],
]);

/** An answer: the value, the reason why there is none, or nothing (`null` or absent: not recorded). */
export type Given<Value> = Value | NotAnswered | null;

export function isNotAnswered(value: unknown): value is NotAnswered {
  return REASONS.has(value);
}

/** Whether there is no value: nobody recorded one, or somebody gave a reason for none. */
export function isOpen(value: unknown): value is NotAnswered | null | undefined {
  return value === undefined || value === null || isNotAnswered(value);
}

/** The flag of a part that does not count: `unable-<part>` …, `impossible-<part>`; `null` if nothing was recorded. */
export function whyNot(part: string, value: unknown): string | null {
  if (value === undefined || value === null) return null;
  return `${isNotAnswered(value) ? value : 'impossible'}-${part}`;
}

/** The fields of any input; empty if it is not an object. */
export function fieldsOf(input: unknown): Readonly<Record<string, unknown>> {
  return typeof input === 'object' && input !== null ? (input as Record<string, unknown>) : {};
}

/** A typed text, made plain; `null` if it is empty or is a reason for no answer. */
export function textOf(value: unknown): string | null {
  const text = typeof value === 'string' ? plainText(value) : '';
  return text !== '' && !isNotAnswered(text) ? text : null;
}
