import { answerText } from '@ehch/clinical/assessment';
import { answerOf, asked, itemsRead } from '@ehch/clinical/form';
import { keysOf } from '@ehch/clinical/session';
import type { FormState, FormTotal, ItemKey } from '@ehch/clinical/form';
import { html, nothing } from 'lit';
import type { TemplateResult } from 'lit';
import { totalWords } from '../form/total.ts';
import { data } from '../internal/text.ts';
import { itemId, itemsOf } from './items-of.ts';
import { press } from './scorer-press.ts';
import type { SessionView } from './session-view.ts';

/** The key of the assessment's own frailty index, which has no place among the questions. */
export const INDEX = 'frailty-index';

/** Why a score is what it is: what went in with its dates, what it gave, what is missing, by whose rule. */
export function whyPanel(view: SessionView, key: ItemKey): TemplateResult {
  const { state, template, own } = view;
  const score = key === INDEX ? template && own?.frailtyIndex(template, state) : state.scores.get(key);
  const total = itemsOf(state.form).get(itemId(key));
  return html`<section class="why" aria-labelledby="why" tabindex="0">
    ${score ? own?.renderWhy(score, view) : total?.type === 'total' ? whyTotal(total, key, state) : nothing}
    <button type="button" ${press({ kind: 'explain', key: null })}>Close</button>
  </section>`;
}

/** A calculated item of an imported form: what it reads. Its rule is the form's own. */
function whyTotal(total: FormTotal, key: ItemKey, state: FormState): TemplateResult {
  const { form } = state;
  const keys = keysOf(asked(state));
  const lines = (id: string) => {
    const all = keys.filter((one) => itemId(one) === id);
    // In its own row where it stands in one, else in every row; what is never shown has a line all the same.
    const own = key.replace(total.id, () => id);
    return (all.includes(own) || all.length === 0 ? [own] : all).map((one) => readLine(id, one, state));
  };
  return html`<p id="why"><strong>Why: ${data(total.text)} ${totalAt(total, key, state)}</strong></p>
    <ul class="facts">
      ${itemsRead(total.expression)?.map(lines) ?? html`<li class="fact">It may read any answer.</li>`}
    </ul>
    <p class="aside">Calculated by the rule of this form, ${data(form.title)}, version ${data(form.version)}.</p>`;
}

function totalAt(total: FormTotal, key: ItemKey, { totals }: FormState): string {
  const value = totals.get(key);
  return value === undefined ? '' : totalWords(value, total);
}

function readLine(id: string, key: ItemKey, state: FormState): TemplateResult {
  const item = itemsOf(state.form).get(id);
  const answer = answerOf(state, key);
  const answered = item === undefined || answer === null ? 'missing' : data(answerText(item, answer));
  const words = item?.type === 'total' ? totalAt(item, key, state) : answered;
  return html`<li class="fact">${data(item?.text ?? id)}: ${words}</li>`;
}
