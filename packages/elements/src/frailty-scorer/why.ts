import { answerOf, answerText, cgaFrailtyIndex, instruments, itemsRead, whyOf } from '@ehch/clinical';
import type { FormItem, FormTotal, ItemKey, ScoreResult, WhyPart } from '@ehch/clinical';
import { html, nothing } from 'lit';
import type { TemplateResult } from 'lit';
import { totalWords } from '../form/total.ts';
import { count, data, joined } from '../internal/text.ts';
import { dayOr } from '../internal/when.ts';
import { itemsOf } from './items-of.ts';
import { flagWords } from './score-words.ts';
import type { Telling } from './scorer-ui.ts';

/** The key of the assessment's own frailty index, which has no place among the questions. */
export const INDEX = 'frailty-index';

/** Why a score is what it is: what went in with its dates, what it gave, what is missing, by whose rule. */
export function whyPanel(telling: Telling, key: ItemKey): TemplateResult {
  const { state, template } = telling;
  const score = key === INDEX ? template && cgaFrailtyIndex(template, state) : state.scores.get(key);
  const total = itemsOf(state.form).get(key);
  return html`<section class="why" aria-labelledby="why" tabindex="0">
    ${score ? whyScore(score, telling) : total?.type === 'total' ? whyTotal(total, telling) : nothing}
    <button type="button" data-press="why">Close</button>
  </section>`;
}

function whyScore(score: ScoreResult, { state }: Telling): TemplateResult {
  const why = whyOf(score, state, instruments);
  const lines = [
    ...flagWords(score),
    why.bandSource === null ? null : `Bands: ${why.bandSource}`,
    why.citation,
    why.notice,
  ];
  return html`<p id="why"><strong>Why: ${data(why.title)} ${data(why.total)}</strong>, ${data(why.version)}</p>
    ${why.from === null ? nothing : html`<p>From ${why.from.considered} of ${why.from.of} deficits.</p>`}
    <ul class="facts">
      ${why.parts.map(whyPart)}
    </ul>
    ${lines.map((line) => (line === null ? nothing : html`<p class="aside">${data(line)}</p>`))}`;
}

function whyPart({ label, state, value, points, on, source }: WhyPart): TemplateResult {
  const said = value ?? (state === 'missing' ? 'missing' : null);
  return html`<li class="fact">
    ${data(label)}: ${data(said)}${state === 'impossible' ? ', not possible' : ''}
    <span class="meta">
      ${joined([
        points === null
          ? state === 'counted'
            ? null
            : 'no points'
          : count(Math.round(points * 100) / 100, 'point'),
        value === null ? null : html`${dayOr(on, 'date not recorded')}`,
        data(source),
      ])}
    </span>
  </li>`;
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
