import { FREQUENT_FORMS, findForms, formToOpen, userKindOf } from '@ehch/clinical/assessment';
import { html, nothing } from 'lit';
import type { TemplateResult } from 'lit';
import { heading } from '../../internal/heading.ts';
import { count, data } from '../../internal/text.ts';
import type { Choosing } from '../own-assessments.ts';
import { press, typed } from '../scorer-press.ts';
import { catalogue } from './catalogue.ts';
import type { Choice } from './catalogue.ts';
import { renderSigned, renderUnfinished, renderUnsent } from './unfinished.ts';

/** What to fill in, to be chosen: what this role uses most, then all of it; or what fits the words that were typed. */
export function renderChooser(choosing: Choosing): TemplateResult {
  const { search } = choosing;
  const all = catalogue().flatMap(({ choices }) => choices);
  const found = findForms(search, all);
  const meant = formToOpen(search, all);
  return html`<div class="card chooser" part="chooser">
    ${renderUnsent(choosing)} ${renderSigned(choosing)} ${renderUnfinished(choosing)}
    <label class="field"
      >Find a form
      <input type="search" autocomplete="off" .value=${search} ${typed('input', 'search', searching)} />
    </label>
    <p class="state" role="status">
      ${found.length === 0 ? 'No form is called this' : count(found.length, 'form')}${
        meant === null || choosing.notFor(meant) !== null ? nothing : html`. Enter opens ${data(meant.title)}`
      }
    </p>
    ${search.trim() === '' ? everything(all, choosing) : list(found, choosing, meant)}
  </div>`;
}

function everything(all: readonly Choice[], choosing: Choosing): TemplateResult {
  const { role, level } = choosing;
  const frequent = FREQUENT_FORMS[userKindOf(role)].flatMap((id) => all.filter((one) => one.id === id));
  // Open, the rest is several screens of a telephone below what is used most.
  return html`<section aria-labelledby="used-most">
      ${heading(level, 'used-most', 'Used most')} ${list(frequent, choosing)}
    </section>
    ${catalogue().map(
      ({ title, choices }) =>
        html`<details class="kind">
          <summary>${title} (${choices.length})</summary>
          ${list(choices, choosing)}
        </details>`,
    )}`;
}

/** `meant`: the form that Enter opens. */
function list(
  choices: readonly Choice[],
  { notFor }: Choosing,
  meant: Choice | null = null,
): TemplateResult | typeof nothing {
  if (choices.length === 0) return nothing;
  return html`<ul class="choices">
    ${choices.map((one) => html`<li>${choice(one, notFor(one), one === meant)}</li>`)}
  </ul>`;
}

function choice({ id, title }: Choice, why: string | null, isMeant: boolean): TemplateResult {
  if (why !== null) return html`${title}<span class="state"> · ${why}</span>`;
  return html`<button type="button" class="choice ${isMeant ? 'meant' : ''}" ${press({ kind: 'choose-form', form: id })}
    >${title}</button
  >`;
}

function searching(words: string) {
  return { kind: 'search', words } as const;
}
