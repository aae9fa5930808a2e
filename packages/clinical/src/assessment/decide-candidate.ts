import { answerItem } from '../form/answer-item.ts';
import { answerOf } from '../form/answer-of.ts';
import { asked } from '../form/asked.ts';
import { decideProblem } from '../form/decide.ts';
import { addRow } from '../form/rows.ts';
import type { FormChange, FormState } from '../form/state.ts';
import type { Author } from '../recorded.ts';
import type { Instant } from '../time/types.ts';
import { findAsked } from './find-asked.ts';
import type { CandidateProblem } from './types.ts';

/** Where the problems of a template stand: its repeating group, and the question in it that names one. */
const LIST = 'problems';
const NAME = 'problem-name';

export interface Decided {
  readonly at: Instant;
  readonly by: Author | null;
}

/**
 * Takes a candidate over as a problem, in the words that the person left standing, and puts it on the problem list where
 * the form has one. Once it is there, it is an answer like any other.
 */
export function acceptCandidate(
  state: FormState,
  { rule, reason: about }: CandidateProblem,
  problem: string,
  { at, by }: Decided,
): FormChange {
  const decided = decideProblem(state, rule, { state: 'accepted', problem, at, by, about });
  const row = freeRow(decided.state);
  if (row === null) return decided;
  const named = answerItem(row.state, row.key, {
    state: 'given',
    values: [{ type: 'text', value: problem }],
    at,
    by,
    from: { kind: 'entered' },
  });
  // What the list does not take is not accepted either.
  if (named.refused !== undefined) return { state, touched: new Set(), refused: named.refused };
  return { ...named, touched: new Set([...decided.touched, ...row.touched, ...named.touched]) };
}

/** Says that a candidate is no problem, and why. It is not raised again for the same reason. */
export function dismissCandidate(
  state: FormState,
  { rule, reason: about }: CandidateProblem,
  reason: string,
  { at, by }: Decided,
): FormChange {
  return decideProblem(state, rule, { state: 'dismissed', reason, at, by, about });
}

/** The name of the first row that holds nothing; a new row where all hold something. `null`: the form has no such list. */
function freeRow(state: FormState): (FormChange & { readonly key: string }) | null {
  const list = findAsked(asked(state), LIST);
  if (list === null) return null;
  const free = list.rows?.find(({ children }) => children.every(({ key }) => answerOf(state, key) === null));
  const change: FormChange =
    free === undefined ? addRow(state, list.key) : { state, touched: new Set<string>() };
  const rows = findAsked(asked(change.state), LIST)?.rows ?? [];
  const row = free === undefined ? rows.at(-1) : rows.find(({ row: name }) => name === free.row);
  const name = row?.children.find(({ item }) => item.id === NAME);
  return name === undefined ? null : { ...change, key: name.key };
}
