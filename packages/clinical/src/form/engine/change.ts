import type { ItemKey } from '../answer.ts';
import { EhchError } from '../../errors.ts';
import type { FormChange, FormState } from '../state.ts';
import type { Draft } from '../draft.ts';
import { settled } from './reopen.ts';
import { notesOf, type Askings, type Notes } from './notes.ts';
import { Settlement } from './settle.ts';
import type { Instance } from './layout.ts';

/** A state with its notes. One that was made by hand, or changed by hand since, is worked out first. */
export function noted(state: FormState): FormState & { readonly notes: Notes } {
  const notes = notesOf(state);
  if (notes !== null) return { ...state, notes };
  const options = (state.notes as Notes | undefined)?.options ?? {};
  const anew = settled(state.form, state.draft, options);
  return { ...anew, notes: anew.notes as Notes };
}

/** What follows from a change of the draft that leaves its rows as they are. */
export function changed(
  { form, hidden, totals, scores, notes }: FormState & { readonly notes: Notes },
  draft: Draft,
  mark: (settlement: Settlement) => void,
  { asking = notes.asking, received }: { asking?: Askings; received?: ItemKey } = {},
): FormChange {
  const { layout, options } = notes;
  const settlement = new Settlement({ form, draft, layout, options, hidden, totals, scores, asking });
  mark(settlement);
  return settlement.finish(received);
}

/** @throws {EhchError} `bad-argument` where the form asks nothing by that key. */
export function instanceOf({ layout }: Notes, key: ItemKey): Instance {
  const instance = layout.byKey.get(key);
  if (instance === undefined) throw new EhchError('bad-argument', 'The form has no such item in such a row.');
  return instance;
}
