import { EhchError } from '../errors.ts';
import type { Instant } from '../time/types.ts';
import type { ItemKey } from './answer.ts';
import type { Draft } from './draft.ts';
import { instanceOf, noted } from './engine/change.ts';
import { inRow, rowsOf, subtree, type Instance } from './engine/layout.ts';
import type { Notes } from './engine/notes.ts';
import { reopened } from './engine/reopen.ts';
import { highestRow, withRows } from './engine/row-names.ts';
import { initialAnswers } from './initial.ts';
import type { FormChange, FormState } from './state.ts';

/** Adds a row at the end of a repeating group. @throws {EhchError} `bad-argument` for what is no repeating group. */
export function addRow(state: FormState, groupKey: ItemKey, at?: Instant): FormChange {
  const before = noted(state);
  const group = repeatingGroup(before.notes, groupKey);
  const { draft } = before;
  const changedAt = at ?? draft.changedAt;
  const made = highestRow(draft, group) + 1;
  const row = String(made);
  const filled = initialAnswers(group.node.item, [...group.rows, row], changedAt);
  const { rows, made: highest } = withRows(draft, group, [...rowsOf(draft, group), row], made);
  return touching(groupKey, before, {
    ...draft,
    changedAt,
    answers: { ...draft.answers, ...filled.answers },
    rows: { ...rows, ...filled.rows },
    made: highest,
  });
}

/** Takes a row of a repeating group away, and its answers with it. @throws {EhchError} `bad-argument` as `addRow`. */
export function removeRow(state: FormState, groupKey: ItemKey, row: string, at?: Instant): FormChange {
  const before = noted(state);
  const group = repeatingGroup(before.notes, groupKey);
  const { draft } = before;
  const gone = new Set(
    inRow(group, row)
      .flatMap(subtree)
      .map(({ key }) => key),
  );
  const left = <T>(of: Readonly<Record<ItemKey, T>>) =>
    Object.fromEntries(Object.entries(of).filter(([key]) => !gone.has(key)));
  const rows = rowsOf(draft, group).filter((each) => each !== row);
  const kept = withRows(draft, group, rows, highestRow(draft, group));
  return touching(groupKey, before, {
    ...draft,
    changedAt: at ?? draft.changedAt,
    answers: left(draft.answers),
    rows: left(kept.rows),
    made: left(kept.made),
  });
}

function touching(key: ItemKey, before: FormState, draft: Draft): FormChange {
  const { state, touched } = reopened(before, draft);
  return { state, touched: new Set([...touched, key]) };
}

function repeatingGroup(notes: Notes, key: ItemKey): Instance {
  const group = instanceOf(notes, key);
  const { item } = group.node;
  if (item.type !== 'group' || item.repeats !== true)
    throw new EhchError('bad-argument', 'Only a repeating group has rows to add or take away.');
  return group;
}
