import type { ItemKey } from './answer.ts';
import type { FormQuestion } from './definition.ts';
import { isQuestion } from './engine/is-question.ts';
import { settled } from './engine/settle.ts';
import type { FormState } from './state.ts';

/** Whether a form has an item of this key now, hidden or not. */
export function hasItem(state: FormState, key: ItemKey): boolean {
  return settled(state).layout.byKey.has(key);
}

/** The question that a form asks by this key, hidden or not. `null`: there is none, or its row has gone. */
export function questionAt(state: FormState, key: ItemKey): FormQuestion | null {
  const item = settled(state).layout.byKey.get(key)?.node.item;
  return item !== undefined && isQuestion(item) ? item : null;
}
