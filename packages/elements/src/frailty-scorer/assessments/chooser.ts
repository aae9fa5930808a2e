import type { FormDefinition } from '@ehch/clinical';
import { html } from 'lit';
import type { TemplateResult } from 'lit';
import { heading } from '../../internal/heading.ts';
import { count } from '../../internal/text.ts';
import { press, typed } from '../scorer-press.ts';
import { catalogue } from './catalogue.ts';

/** What to fill in, to be chosen. `notFor`: why a form is not offered for this resident now. */
export function renderChooser(
  search: string,
  level: number,
  notFor: (form: FormDefinition) => string | null,
): TemplateResult {
  const wanted = search.trim().toLowerCase();
  const groups = catalogue()
    .map(({ title, forms }) => ({
      title,
      forms: forms.filter((form) => `${form.title} ${form.id}`.toLowerCase().includes(wanted)),
    }))
    .filter(({ forms }) => forms.length > 0);
  const found = groups.reduce((sum, { forms }) => sum + forms.length, 0);
  return html`<div class="card chooser" part="chooser">
    <label class="field"
      >Find an assessment
      <input type="search" autocomplete="off" .value=${search} ${typed('input', 'search', searching)} />
    </label>
    <p class="state" role="status">${found === 0 ? 'None of this name' : count(found, 'assessment')}</p>
    ${groups.map(
      ({ title, forms }, index) =>
        html`${heading(level, `group-${index}`, title)}
          <ul class="choices">
            ${forms.map((form) => choice(form, notFor(form)))}
          </ul>`,
    )}
  </div>`;
}

function choice({ id, title }: FormDefinition, why: string | null): TemplateResult {
  return html`<li>
    ${
      why === null
        ? html`<button type="button" class="choice" ${press({ kind: 'choose-form', form: id })}>${title}</button>`
        : html`${title}<span class="state"> · ${why}</span>`
    }
  </li>`;
}

function searching(words: string) {
  return { kind: 'search', words } as const;
}
