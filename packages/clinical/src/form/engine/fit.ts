import { refusals } from '../doubt.ts';
import type { FormDefinition } from '../definition.ts';
import type { Draft, SetAside } from '../draft.ts';
import type { Answer, Answers, ItemKey } from '../answer.ts';
import { compiledForm } from './compile.ts';
import { layOut, type Layout } from './layout.ts';
import { isQuestion } from './is-question.ts';

/**
 * The draft as this form takes it. An answer that has no place here is set aside with its version, and one that was set
 * aside comes back where there is a place for it again: none is ever dropped.
 */
export function fitted(form: FormDefinition, draft: Draft): Draft {
  const earlier = draft.setAside ?? [];
  const back = earlier.filter(({ key }) => !Object.hasOwn(draft.answers, key));
  const unfit = new Map<ItemKey, SetAside['why']>();
  const refused = new Set<SetAside>();
  // Of several that were given to one question the newest that it takes comes back; the others stay where they are.
  const returning = () => new Map(back.filter((each) => !refused.has(each)).map((each) => [each.key, each]));
  let returned = returning();
  let answers: Answers = draft.answers;
  for (;;) {
    const fits = Object.entries(draft.answers).filter(([key]) => !unfit.has(key));
    const again = [...returned].map(([key, { answer }]) => [key, answer] as const);
    answers = Object.fromEntries([...again, ...fits]);
    // What is under an answer that goes loses its place with it, so look until nothing more goes.
    const layout = layOut(compiledForm(form), { ...draft, answers });
    const out = Object.entries(answers).flatMap(([key, answer]): (readonly [ItemKey, SetAside['why']])[] => {
      const why = whyUnfit(layout, key, answer);
      return why === null ? [] : [[key, why]];
    });
    if (out.length === 0) break;
    for (const [key, why] of out) {
      const tried = returned.get(key);
      if (tried === undefined) unfit.set(key, why);
      else refused.add(tried);
    }
    returned = returning();
  }
  const stays = earlier.filter((each) => returned.get(each.key) !== each);
  const goes = Object.entries(draft.answers).flatMap(([key, answer]): SetAside[] => {
    const why = unfit.get(key);
    return why === undefined ? [] : [{ key, answer, form: draft.form, why }];
  });
  const { id, version } = form;
  const sameForm = draft.form.id === id && draft.form.version === version;
  if (sameForm && goes.length === 0 && stays.length === earlier.length) return draft;
  const { setAside: _, ...rest } = draft;
  const setAside = [...stays, ...goes];
  return { ...rest, form: { id, version }, answers, ...(setAside.length === 0 ? {} : { setAside }) };
}

function whyUnfit(layout: Layout, key: ItemKey, answer: Answer): SetAside['why'] | null {
  const item = layout.byKey.get(key)?.node.item;
  if (item === undefined) return 'no-such-item';
  if (!isQuestion(item)) return 'does-not-fit';
  return refusals(item, answer).length === 0 ? null : 'does-not-fit';
}
