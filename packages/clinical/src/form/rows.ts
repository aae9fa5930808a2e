import type { ItemKey } from './answer.ts';
import type { FormChange, FormState } from './state.ts';

/** Adds a row at the end of a repeating group. @throws {EhchError} `bad-argument` for what is no repeating group. */
export function addRow(state: FormState, groupKey: ItemKey): FormChange {
  return { state, touched: new Set([groupKey]) };
}

/** Takes a row of a repeating group away, and its answers with it. @throws {EhchError} `bad-argument` as `addRow`. */
export function removeRow(state: FormState, groupKey: ItemKey, _row: string): FormChange {
  return { state, touched: new Set([groupKey]) };
}
