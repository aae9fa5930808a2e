import { EhchError } from '../errors.ts';
import type { Instant } from '../time/types.ts';
import type { ItemKey } from './answer.ts';
import { changed, instanceOf, noted } from './engine/change.ts';
import { rowsOf, type Instance } from './engine/layout.ts';
import type { Notes } from './engine/notes.ts';
import { highestRow, withRows } from './engine/row-names.ts';
import { initialAnswers } from './initial.ts';
import type { FormChange, FormState } from './state.ts';

/** Adds a row at the end of a repeating group. @throws {EhchError} `bad-argument` for what is no repeating group. */
export function addRow(state: FormState, groupKey: ItemKey, at?: Instant): FormChange {
  const before = noted(state);
  const group = repeatingGroup(before.notes, groupKey);
  const changedAt = at ?? before.draft.changedAt;
  const made = highestRow(before.draft, group) + 1;
  const names = [...rowsOf(before.draft, group), String(made)];
  const draft = withRows(before.draft, group, { names, made });
  const filled = initialAnswers(group.node.item, [...group.rows, String(made)], changedAt);
  const answers = { ...draft.answers, ...filled.answers };
  const rows = { ...draft.rows, ...filled.rows };
  return changed(before, { ...draft, answers, rows, changedAt }, group);
}

/** Takes a row of a repeating group away, and its answers with it. @throws {EhchError} `bad-argument` as `addRow`. */
export function removeRow(state: FormState, groupKey: ItemKey, row: string, at?: Instant): FormChange {
  const before = noted(state);
  const group = repeatingGroup(before.notes, groupKey);
  const made = highestRow(before.draft, group);
  const names = rowsOf(before.draft, group).filter((each) => each !== row);
  const changedAt = at ?? before.draft.changedAt;
  return changed(before, { ...withRows(before.draft, group, { names, made }), changedAt }, group);
}

function repeatingGroup(notes: Notes, key: ItemKey): Instance {
  const group = instanceOf(notes, key);
  const { item } = group.node;
  if (item.type !== 'group' || item.repeats !== true)
    throw new EhchError('bad-argument', 'Only a repeating group has rows to add or take away.');
  return group;
}
