import { EhchError } from '../errors.ts';
import type { Instant } from '../time/types.ts';
import type { ItemKey } from './answer.ts';
import { instanceOf, rowsOf, type Instance } from './engine/layout.ts';
import { settled, type Settlement } from './engine/settle.ts';
import { highestRow, withRows } from './engine/row-names.ts';
import { initialAnswers } from './initial.ts';
import type { FormChange, FormState } from './state.ts';

/** Adds a row at the end of a repeating group. @throws {EhchError} `bad-argument` for what is no repeating group. */
export function addRow(state: FormState, groupKey: ItemKey, at?: Instant): FormChange {
  const before = settled(state);
  const group = repeatingGroup(before, groupKey);
  const changedAt = at ?? before.draft.changedAt;
  const made = highestRow(before.draft, group) + 1;
  const names = [...rowsOf(before.draft, group), String(made)];
  const draft = withRows(before.draft, group, { names, made });
  const filled = initialAnswers(group.node.item, [...group.rows, String(made)], changedAt);
  const answers = { ...draft.answers, ...filled.answers };
  const rows = { ...draft.rows, ...filled.rows };
  return before.withRows({ ...draft, answers, rows, changedAt }, groupKey);
}

/** Takes a row of a repeating group away, and its answers with it. @throws {EhchError} `bad-argument` as `addRow`. */
export function removeRow(state: FormState, groupKey: ItemKey, row: string, at?: Instant): FormChange {
  const before = settled(state);
  const group = repeatingGroup(before, groupKey);
  const made = highestRow(before.draft, group);
  const names = rowsOf(before.draft, group).filter((each) => each !== row);
  const changedAt = at ?? before.draft.changedAt;
  const draft = withRows(before.draft, group, { names, made });
  return before.withRows({ ...draft, changedAt }, groupKey);
}

/** The names of the rows of a repeating group, in their order. `null`: there is no such group, or its own row has gone. */
export function rowsAt(state: FormState, groupKey: ItemKey): readonly string[] | null {
  const before = settled(state);
  const group = before.layout.byKey.get(groupKey);
  if (group === undefined) return null;
  const { item } = group.node;
  return item.type === 'group' && item.repeats === true ? rowsOf(before.draft, group) : null;
}

function repeatingGroup(before: Settlement, key: ItemKey): Instance {
  const group = instanceOf(before, key);
  const { item } = group.node;
  if (item.type !== 'group' || item.repeats !== true)
    throw new EhchError('bad-argument', 'Only a repeating group has rows to add or take away.');
  return group;
}
