import { precisionOf } from '../time/partial-date.ts';
import type { PlanField } from './field-form.ts';
import { planKind } from './kinds.ts';
import type { PlanLineKind, PlanText } from './line.ts';

/** Control characters, which no server takes, and marks that turn the direction of what follows: the screen would say other words. */
const UNSEEN = /[\u200b\u202a-\u202e\u2066-\u2069\ufeff]|(?![\t\n\r])\p{Cc}/gu;

/** What a person typed in a field, as it is saved. `null`: nothing was typed. */
export function tidyField({ form }: PlanField, typed: string | null): string | null {
  const text = (typed ?? '').normalize('NFC').replaceAll(UNSEEN, '');
  const isOneLine = form.kind !== 'words' || form.isOneLine === true;
  const lines = isOneLine ? [text.replaceAll(/\s+/g, ' ')] : text.split(/\r\n|\r|\n/);
  // Spaces at the edges and doubled spaces say nothing, and a server may drop them.
  const tidy = lines
    .map((line) => line.trim().replaceAll(/[^\S\n]{2,}/g, ' '))
    .join('\n')
    .trim();
  // Marks alone are no words.
  return /[^\s\p{Cf}]/u.test(tidy) ? tidy : null;
}

/** All fields of a line as they are saved. */
export function tidyFields(kind: PlanLineKind, typed: PlanText): PlanText {
  return Object.fromEntries(
    Object.entries(planKind(kind).fields).map(([name, field]) => [
      name,
      tidyField(field, typed[name] ?? null),
    ]),
  );
}

/** The required fields without words. */
export function missingFields(kind: PlanLineKind, fields: PlanText): readonly string[] {
  const isOfOthers = kind === 'conversation' && fields['stage'] === 'best-interests';
  return Object.entries(planKind(kind).fields)
    .filter(
      // [P] A best-interests decision names who was asked (clinical rule 10).
      ([name, { isRequired }]) =>
        (isRequired === true || (isOfOthers && name === 'with')) && (fields[name] ?? null) === null,
    )
    .map(([name]) => name);
}

/** The fields that cannot be saved: a day that is none, or a word that is not on its list. */
export function unreadableFields(kind: PlanLineKind, fields: PlanText): readonly string[] {
  return Object.entries(planKind(kind).fields).flatMap(([name, { form }]) => {
    const value = fields[name] ?? null;
    if (value === null) return [];
    const isSound =
      form.kind === 'day'
        ? precisionOf(value) !== null
        : form.kind === 'one-of'
          ? Object.hasOwn(form.options, value)
          : true;
    return isSound ? [] : [name];
  });
}

/**
 * The fields that keep a press from being written: without words, or with words that are none. What stood there before and is left
 * as it was may be another system's, and stops nobody.
 */
export function unsoundFields(
  kind: PlanLineKind,
  after: PlanText,
  before: PlanText | null,
): readonly string[] {
  return [...missingFields(kind, after), ...unreadableFields(kind, after)].filter(
    (name) => before === null || (after[name] ?? null) !== (before[name] ?? null),
  );
}
