import type { ItemKey } from '../answer.ts';
import type { Draft } from '../draft.ts';
import type { OpenOptions } from '../open.ts';
import type { FormChange, FormState } from '../state.ts';
import { compiledForm } from './compile.ts';
import { layOut } from './layout.ts';
import { notesOf } from './notes.ts';
import { Settlement } from './settle.ts';

/** Everything worked out anew, with a draft of perhaps other rows. What came out as it was before is not touched. */
export function settled(
  form: FormState['form'],
  draft: Draft,
  options: OpenOptions,
  before: FormState | null = null,
): FormChange {
  const layout = layOut(compiledForm(form), draft);
  const kept = <T>(entries: Iterable<readonly [ItemKey, T]> = []) =>
    new Map([...entries].filter(([key]) => layout.byKey.has(key)));
  const hidden = new Set(kept(Array.from(before?.hidden ?? [], (key) => [key, key] as const)).keys());
  const [totals, scores] = [kept(before?.totals), kept(before?.scores)];
  const asking = (before === null ? null : notesOf(before)?.asking) ?? new Map();
  const settlement = new Settlement({ form, draft, layout, options, hidden, totals, scores, asking });
  settlement.all();
  return settlement.finish();
}
