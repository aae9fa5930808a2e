import type { Answers, ItemKey } from '../../form/answer.ts';
import type { Draft } from '../../form/draft.ts';
import { equal } from './merge-said.ts';
import { splitKey } from '../../form/key.ts';
import type { RepeatingGroup } from './row-keys.ts';

type Rows = Draft['rows'];

/**
 * The rows under questions with several answers are those of the draft whose answer stands, so that what was said about an
 * answer stays with that answer. Where none stands there are none: what is answered then gets rows of its own.
 */
export function rowsOfAnswers(
  groups: readonly RepeatingGroup[],
  merged: Rows,
  answers: Answers,
  mine: Draft,
  theirs: Draft,
): Rows {
  const rows = Object.entries(merged).flatMap(([key, names]) => {
    if (isGroup(groups, key)) return [[key, names] as const];
    const answer = Object.hasOwn(answers, key) ? answers[key] : undefined;
    const from = [mine, theirs].find((draft) => answer !== undefined && equal(draft.answers[key], answer));
    const own = from !== undefined && Object.hasOwn(from.rows, key) ? from.rows[key] : undefined;
    return own === undefined ? [] : [[key, own] as const];
  });
  return Object.fromEntries(rows);
}

/** The highest row that any draft ever made under each such question: a name is never used again. */
export function madeByAnswers(
  groups: readonly RepeatingGroup[],
  ...drafts: readonly Draft[]
): Readonly<Record<ItemKey, number>> {
  const made = new Map<ItemKey, number>();
  for (const draft of drafts) {
    const named = Object.entries(draft.rows).map(([key, names]) => [key, names.map(Number)] as const);
    const ever = Object.entries(draft.made ?? {}).map(([key, highest]) => [key, [highest]] as const);
    for (const [key, numbers] of [...named, ...ever])
      if (!isGroup(groups, key)) made.set(key, Math.max(made.get(key) ?? 0, ...numbers));
  }
  return Object.fromEntries(made);
}

function isGroup(groups: readonly RepeatingGroup[], key: ItemKey): boolean {
  const { id } = splitKey(key);
  return groups.some((group) => group.id === id);
}
