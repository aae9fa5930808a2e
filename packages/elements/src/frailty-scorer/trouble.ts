import { html, nothing } from 'lit';
import type { TemplateResult } from 'lit';
import { press } from './scorer-press.ts';
import type { FormSessionController } from './session-controller.ts';

/** What became of a form that is no longer in front: not kept, or not finished. It does not say whose form it was. */
export function renderTrouble(trouble: FormSessionController['trouble']): TemplateResult | typeof nothing {
  switch (trouble) {
    case null:
      return nothing;
    case 'not-kept':
      return html`<p class="card notice strong" role="alert">
        Answers to a form that was open before are not kept yet.
        <button type="button" ${press({ kind: 'save-all-again' })}>Try again</button>
      </p>`;
    case 'not-finished':
      return html`<p class="card notice strong" role="alert">
        A form that was open before is NOT FINISHED as far as is known. Open it again.
      </p>`;
  }
}
