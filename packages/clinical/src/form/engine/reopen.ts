import type { ItemKey } from '../answer.ts';
import type { Draft } from '../draft.ts';
import type { OpenOptions } from '../open.ts';
import type { FormChange, FormState } from '../state.ts';
import { compiledForm } from './compile.ts';
import { layOut } from './layout.ts';
import { notesOf, type Askings } from './notes.ts';
import { same } from './same.ts';
import { Settlement } from './settle.ts';

/** A state worked out from nothing. */
export function settled(
  form: FormState['form'],
  draft: Draft,
  options: OpenOptions,
  asking: Askings = new Map(),
): FormState {
  const layout = layOut(compiledForm(form), draft);
  const none = { hidden: new Set<ItemKey>(), totals: new Map(), scores: new Map() };
  const settlement = new Settlement({ form, draft, layout, options, asking, ...none });
  settlement.all();
  return settlement.finish().state;
}

/** After a change of the rows: all is worked out anew, and what differs is what was touched. */
export function reopened(before: FormState, draft: Draft): FormChange {
  const notes = notesOf(before);
  const state = settled(before.form, draft, notes?.options ?? {}, notes?.asking);
  const touched = new Set<ItemKey>();
  for (const key of before.hidden) if (!state.hidden.has(key)) touched.add(key);
  for (const key of state.hidden) if (!before.hidden.has(key)) touched.add(key);
  for (const part of ['totals', 'scores'] as const)
    for (const key of new Set([...before[part].keys(), ...state[part].keys()]))
      if (!same(before[part].get(key), state[part].get(key))) touched.add(key);
  return { state, touched };
}
