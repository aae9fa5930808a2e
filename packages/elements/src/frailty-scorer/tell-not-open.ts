import { html, nothing } from 'lit';
import type { TemplateResult } from 'lit';
import type { Bringing } from './bringing.ts';
import type { OpenForm } from './open-form.ts';
import { troubleWords } from './port-words.ts';

/** The assessments are not here yet, or could not be fetched. Nothing was answered, so that nothing is lost by a reload. */
export function tellComing(state: Bringing['state']): TemplateResult {
  if (state !== 'failed') return html`<p class="card" role="status">Loading the assessments.</p>`;
  return html`<div class="card">
    <p class="notice strong" role="alert">
      The assessments could not be loaded. If another try does not help, reload this page: some browsers do not ask twice.
    </p>
    <div class="buttons"><button type="button" data-press="bring">Try again</button></div>
  </div>`;
}

/** Why a form is not open yet. No form is answerable while it is not known whether answers of it are kept already. */
export function tellNotOpen({ phase }: OpenForm): TemplateResult | typeof nothing {
  if (phase.name === 'loading')
    return html`<p class="card">Looking for answers that were kept. The form opens then.</p>`;
  if (phase.name !== 'load-failed') return nothing;
  return html`<div class="card">
    <p class="notice strong" role="alert">
      ${
        phase.other
          ? 'The answers that were kept are of another resident or form. Nothing of them is shown.'
          : `Whether answers of this form were kept is not known: ${troubleWords(phase.error)}.`
      }
    </p>
    <div class="buttons">
      <button type="button" data-press="load">Try again</button>
      <button type="button" data-press="empty">Start an empty form. It may take the place of answers that were kept.</button>
    </div>
  </div>`;
}
