import { answerOf, answerText, itemsRead } from '@ehch/clinical';
import type { FormItem, FormTotal, ItemKey } from '@ehch/clinical';
import { html, nothing } from 'lit';
import type { TemplateResult } from 'lit';
import { totalWords } from '../form/total.ts';
import { data } from '../internal/text.ts';
import { itemsOf } from './items-of.ts';
import type { Telling } from './scorer-ui.ts';

/** The key of the assessment's own frailty index, which has no place among the questions. */
export const INDEX = 'frailty-index';

/** Why a score is what it is: what went in with its dates, what it gave, what is missing, by whose rule. */
export function whyPanel(telling: Telling, key: ItemKey): TemplateResult {
  const { state, template, ours } = telling;
  const score = key === INDEX ? template && ours?.frailtyIndex(template, state) : state.scores.get(key);
  const total = itemsOf(state.form).get(key);
  return html`<section class="why" aria-labelledby="why" tabindex="0">
    ${score ? ours?.drawWhy(score, telling) : total?.type === 'total' ? whyTotal(total, telling) : nothing}
    <button type="button" data-press="why">Close</button>
  </section>`;
}

/** A calculated item of an imported form: what it reads. Its rule is the form's own. */
function whyTotal(total: FormTotal, { state }: Telling): TemplateResult {
  const items = itemsOf(state.form);
  const value = state.totals.get(total.id);
  const read = itemsRead(total.expression);
  return html`<p id="why"><strong>Why: ${data(total.text)} ${value === undefined ? '' : totalWords(value, total)}</strong></p>
    <ul class="facts">
      ${read?.map((id) => readLine(items.get(id), id, answerOf(state, id))) ?? html`<li class="fact">It may read any answer.</li>`}
    </ul>
    <p class="aside">Calculated by the rule of this form, ${data(state.form.title)}, version ${data(state.form.version)}.</p>`;
}

function readLine(
  item: FormItem | undefined,
  id: string,
  answer: ReturnType<typeof answerOf>,
): TemplateResult {
  return html`<li class="fact">${data(item?.text ?? id)}: ${item === undefined || answer === null ? 'missing' : data(answerText(item, answer))}</li>`;
}
