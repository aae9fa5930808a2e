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

/**
 * What to fill in, to be chosen: what the place offers, or what this role uses most and then all of it; or what fits the words that
 * were typed. What the place does not offer is named, and nothing opens it.
 */
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
      ${howMany(found, choosing)}${
        meant === null || whyNot(meant, choosing) !== null
          ? nothing
          : html`. Enter opens ${data(meant.title)}`
      }
    </p>
    ${search.trim() === '' ? everything(all, choosing) : list(found, choosing, meant)}
  </div>`;
}

function howMany(found: readonly Choice[], { offered }: Choosing): string {
  if (found.length === 0) return 'No form is called this';
  const others = offered === null ? [] : found.filter(({ id }) => !offered.includes(id));
  const rest = others.length === 0 ? '' : `, and ${others.length} not offered here`;
  return `${count(found.length - others.length, 'form')}${rest}`;
}

function everything(all: readonly Choice[], choosing: Choosing): TemplateResult {
  const { role, level, offered } = choosing;
  if (offered !== null) return ofThePlace(all, offered, choosing);
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

/** [P] What the place chose stands open, because it is short. The rest is one line that says how much there is, and what. */
function ofThePlace(all: readonly Choice[], offered: readonly string[], choosing: Choosing): TemplateResult {
  const own = [...new Set(offered)].flatMap((id) => all.filter((one) => one.id === id));
  const others = all.filter(({ id }) => !offered.includes(id));
  return html`<section aria-labelledby="offered-here">
      ${heading(choosing.level, 'offered-here', 'Offered here')}
      ${own.length === 0 ? html`<p>This place offers no form.</p>` : list(own, choosing)}
    </section>
    ${
      others.length === 0
        ? nothing
        : html`<details class="kind">
            <summary>Not offered here (${others.length})</summary>
            <p class="state">The kit has these, and this place has not chosen them.</p>
            <ul class="choices">
              ${others.map(({ title }) => html`<li>${title}</li>`)}
            </ul>
          </details>`
    }`;
}

/** Why a form cannot be opened from the list; `null`: it can. What was begun of it before can be finished. */
function whyNot(one: Choice, { notFor, offered }: Choosing): string | null {
  const isOffered = offered === null || offered.includes(one.id);
  return notFor(one) ?? (isOffered ? null : 'not offered here: this place has not chosen it');
}

/** `meant`: the form that Enter opens. */
function list(
  choices: readonly Choice[],
  choosing: Choosing,
  meant: Choice | null = null,
): TemplateResult | typeof nothing {
  if (choices.length === 0) return nothing;
  return html`<ul class="choices">
    ${choices.map((one) => html`<li>${choice(one, whyNot(one, choosing), one === meant)}</li>`)}
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
