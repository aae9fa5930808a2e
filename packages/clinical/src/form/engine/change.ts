import { EhchError } from '../../errors.ts';
import type { ItemKey } from '../answer.ts';
import type { Draft } from '../draft.ts';
import type { FormChange, FormState } from '../state.ts';
import type { Instance } from './layout.ts';
import { notesOf, type Askings, type Notes } from './notes.ts';
import { settled } from './reopen.ts';
import { Settlement } from './settle.ts';

type Noted = FormState & { readonly notes: Notes };

/** A state with its notes. One that was made by hand, or changed by hand since, is worked out first. */
export function noted(state: FormState): Noted {
  const notes = notesOf(state);
  if (notes !== null) return { ...state, notes };
  const options = (state.notes as Notes | undefined)?.options ?? {};
  const anew = settled(state.form, state.draft, options).state;
  return { ...anew, notes: anew.notes as Notes };
}

/** After a change of the rows under an item: all is worked out anew. */
export function changed(before: Noted, draft: Draft, { key }: Instance): FormChange {
  const { state, touched } = settled(before.form, draft, before.notes.options, before);
  return { state, touched: new Set([key, ...touched]) };
}

/** After any other change: what it marks is worked out, and what follows from that. */
export function followed(
  { form, hidden, totals, scores, notes }: Noted,
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
