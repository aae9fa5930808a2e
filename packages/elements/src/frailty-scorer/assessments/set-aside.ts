import { answerText } from '@ehch/clinical/assessment';
import type { SetAside } from '@ehch/clinical/form';
import { html, nothing } from 'lit';
import type { TemplateResult } from 'lit';
import { count, data } from '../../internal/text.ts';
import { itemId, itemsOf } from '../items-of.ts';
import type { SessionView } from '../session-view.ts';

/** Answers that this version of the form has no place for: shown, so that nobody believes them counted. */
export function setAside({ state: { form, draft } }: SessionView): TemplateResult | typeof nothing {
  const { setAside: all = [] } = draft;
  if (all.length === 0) return nothing;
  const line = ({ key, answer, form: { version } }: SetAside) => {
    const item = itemsOf(form).get(itemId(key));
    const said =
      item !== undefined
        ? answerText(item, answer)
        : answer.state === 'given'
          ? answer.values.map(({ value }) => String(value)).join(', ')
          : answer.state;
    return html`<li class="fact"
      >${data(item?.text ?? key)}: ${data(said)} <span class="meta">version ${data(version)}</span></li
    >`;
  };
  return html`<div class="card notice">
    <p class="strong">
      ${count(all.length, 'answer')} of another version of this form ${all.length === 1 ? 'has' : 'have'} no place in
      this one. Kept, and not counted.
    </p>
    <ul class="facts">
      ${all.map(line)}
    </ul>
  </div>`;
}
