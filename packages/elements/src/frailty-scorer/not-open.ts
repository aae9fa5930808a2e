import { html, nothing } from 'lit';
import type { TemplateResult } from 'lit';
import type { FormSession } from '@ehch/clinical/session';
import type { AssessmentsLoader } from './assessments-loader.ts';
import { troubleWords } from '../internal/trouble-words.ts';
import { press } from './scorer-press.ts';

/** The assessments are not here yet, or could not be fetched. Nothing was answered, so that nothing is lost by a reload. */
export function renderComing(state: AssessmentsLoader['state']): TemplateResult {
  if (state !== 'failed') return html`<p class="card" role="status">Loading the assessments.</p>`;
  return html`<div class="card">
    <p class="notice strong" role="alert">
      The assessments could not be loaded. If another try does not help, reload this page: some browsers do not ask
      twice.
    </p>
    <div class="buttons"><button type="button" ${press({ kind: 'fetch-assessments' })}>Try again</button></div>
  </div>`;
}

/** Why a form is not open yet. No form is answerable while it is not known whether answers of it are kept already. */
export function renderNotOpen({ phase }: FormSession): TemplateResult | typeof nothing {
  if (phase.state === 'loading')
    return html`<p class="card">Looking for answers that were kept. The form opens then.</p>`;
  if (phase.state !== 'load-failed') return nothing;
  return html`<div class="card">
    <p class="notice strong" role="alert">
      ${
        phase.why.kind === 'of-another'
          ? 'The answers that were kept are of another resident or form. Nothing of them is shown.'
          : `Whether answers of this form were kept is not known: ${troubleWords(phase.why.error)}.`
      }
    </p>
    <div class="buttons">
      <button type="button" ${press({ kind: 'load-again' })}>Try again</button>
      <button type="button" ${press({ kind: 'start-empty' })}>
        Start an empty form. It may take the place of answers that were kept.
      </button>
    </div>
  </div>`;
}
