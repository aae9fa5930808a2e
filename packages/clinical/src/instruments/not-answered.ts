import { plainText } from '../display/plain-text.ts';

/** Why there is no answer. Four values, and none of them is zero. */
export type NotAnswered = 'unable' | 'refused' | 'not-asked' | 'not-known';

const REASONS: ReadonlySet<unknown> = new Set<NotAnswered>(['unable', 'refused', 'not-asked', 'not-known']);

/** Why there is no answer, as it is read after the name of what was asked. */
export const NOT_MEASURED_WORDS: ReadonlyMap<string, string> = /* @__PURE__ */ new Map<NotAnswered, string>([
  ['unable', 'could not be measured'],
  ['refused', 'declined'],
  ['not-asked', 'not measured'],
  ['not-known', 'not known'],
]);

/** What an answer may be: the value, why there is none, or nothing (`null` or absent: not recorded). */
export type Given<Value> = Value | NotAnswered | null;

export function isNotAnswered(value: unknown): value is NotAnswered {
  return REASONS.has(value);
}

/** There is no value: nobody recorded one, or somebody said why there is none. */
export function isOpen(value: unknown): value is NotAnswered | null | undefined {
  return value === undefined || value === null || isNotAnswered(value);
}

/** The flag of a part that does not count: `unable-<part>` …, `impossible-<part>`; `null` where nothing was recorded. */
export function whyNot(part: string, value: unknown): string | null {
  if (value === undefined || value === null) return null;
  return `${isNotAnswered(value) ? value : 'impossible'}-${part}`;
}

/** The fields of any input; of what is no object, none. */
export function fieldsOf(input: unknown): Readonly<Record<string, unknown>> {
  return typeof input === 'object' && input !== null ? (input as Record<string, unknown>) : {};
}

/** Words that somebody gave, plain as they will come back; `null` for none, and for a reason why there are none. */
export function textOf(value: unknown): string | null {
  const text = typeof value === 'string' ? plainText(value) : '';
  return text !== '' && !isNotAnswered(text) ? text : null;
}
