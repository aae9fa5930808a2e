import type { Gone } from '@ehch/clinical/thread';
import { html } from 'lit';
import type { TemplateResult } from 'lit';
import { heading } from '../internal/heading.ts';
import { shortMoment } from '../internal/short-moment.ts';
import { data } from '../internal/text.ts';
import { inDanger } from './render-nobody.ts';
import type { EscalationView } from './escalation-view.ts';
import { tellPractice } from './tell-practice.ts';

/**
 * In the place of "ring now" once somebody has gone to hospital: what is left to do, and for whom. [P] The list is ours; the place's
 * own steps for a transfer stand over it.
 */
export function renderGone(gone: Gone, view: EscalationView): TemplateResult {
  const { level, now, pronouns } = view;
  return html`<section class="card ring gone" part="ring" tabindex="-1" aria-labelledby="ring">
    ${heading(level + 1, 'ring', 'Gone to hospital: what is still to do')}
    <p class="lead strong">${data(`Said by ${gone.by.name}, ${shortMoment(gone.at, now)}.`)}</p>
    <ul>
      <li>${tellPractice(gone, view)}</li>
      <li>${data(whatGoes(view))}</li>
      <li>${data(family(view))}</li>
    </ul>
    <p>If ${pronouns.subjectIs.toLowerCase()} still here, or back, and worse: press “▲ ${pronouns.subjectIs} worse”.</p>
    ${inDanger()}
  </section>`;
}

/** What a hospital asks for in the night, and where the signed original is. */
function whatGoes({ agreed, pronouns }: EscalationView): string {
  const { cpr } = agreed;
  const original = cpr.state === 'do-not-attempt' ? cpr.originalAt : null;
  const where = original === null ? '' : ` (the one about CPR: ${original})`;
  return `What did not go with ${pronouns.object}: send the hospital passport or a summary, the medicines chart and the signed originals${where}. Then glasses, hearing aids and teeth.`;
}

/** Who asked is told first. Who else may be told, and who must not be, stands in the plan. */
function family({ session }: EscalationView): string {
  const { askedBy } = session;
  const relative =
    askedBy.kind === 'relative'
      ? `Tell ${askedBy.name}${askedBy.relation === null ? '' : ` (${askedBy.relation})`}, who asked, and the family.`
      : 'Tell the family.';
  return `${relative} The care plan says who may be told, and who must not be. Write below who tells them, and press “Add this”.`;
}
