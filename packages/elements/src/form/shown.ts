import { answerOf } from '@ehch/clinical/form';
import { NO_ENTRY } from '@ehch/clinical/session';
import type { Answer, FormState, ItemKey } from '@ehch/clinical/form';
import type { Entries, Entry } from '@ehch/clinical/session';
import type { FormLook } from './look.ts';

/** Everything that a form is rendered from. Rendering reads it and writes nothing. */
export interface ShownForm {
  readonly look: FormLook;
  readonly state: FormState;
  /** What stands at the questions and is no answer. */
  readonly entries: Entries;
  /** How often a control of an item was used. A browser changes it by itself, so that its item is rendered anew. */
  readonly used: ReadonlyMap<ItemKey, number>;
}

export function answerAt({ state }: ShownForm, key: ItemKey): Answer | null {
  return answerOf(state, key);
}

export function entryAt({ entries }: ShownForm, key: ItemKey): Entry {
  return entries.get(key) ?? NO_ENTRY;
}

/** Whether a state belongs to the form on screen: nothing that was typed for one draft may stay for another. */
export function isOfSameDraft(shown: ShownForm, state: FormState): boolean {
  return shown.state.draft.id === state.draft.id && isOfSameForm(shown, state);
}

/** Whether it is the same form of the same person, be it in another draft. */
export function isOfSameForm({ state: mine }: ShownForm, { form, draft }: FormState): boolean {
  return (
    mine.draft.resident === draft.resident && mine.form.id === form.id && mine.form.version === form.version
  );
}

/** The id of a part of an item. A key of an imported form may hold spaces, and those part the ids in a list of ids. */
export function idOf({ look }: ShownForm, key: ItemKey, part: string): string {
  return `${look.idPrefix}-${part}-${key.replaceAll(/[\s%]/g, (one) => `%${one.codePointAt(0)}`)}`;
}
