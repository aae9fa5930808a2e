import type { ResidentId } from '@ehch/clinical';
import type { Instant } from '@ehch/clinical/time';
import { html, nothing } from 'lit';
import type { TemplateResult } from 'lit';
import { shortMoment } from '../../internal/short-moment.ts';
import { planPresses } from '../care-plan-press.ts';
import type { PlanDesks } from './plan-desks.ts';

/**
 * What was typed or saved about others than whoever is on screen, and is not kept anywhere else. It names nobody: whoever it is
 * about may not be who stands here.
 */
export function renderElsewhere(desks: PlanDesks, resident: ResidentId | null, now: Instant): TemplateResult {
  const left = desks.notTakenOver(resident);
  return html`${
    left.length === 0
      ? nothing
      : html`<div class="receipt not-sent" role="alert">
          <p class="strong">▲ A change to another plan is NOT SAVED, or not known to be.</p>
          ${left.map(
            ({ intent, pressedAt, handing }) =>
              html`<p>
                Saved ${shortMoment(pressedAt, now)}:
                ${
                  handing.state === 'told'
                    ? 'refused. It waits on that resident’s plan.'
                    : html`not taken over.
                        <button type="button" ${planPresses.press({ kind: 'hand-again', intent })}>Try again</button>`
                }
              </p>`,
          )}
        </div>`
  }
  ${
    desks.hasTyped(resident)
      ? html`<p class="empty">
          Something typed on another plan is not saved. It is kept on this page until somebody goes back to that
          plan.
        </p>`
      : nothing
  }`;
}
