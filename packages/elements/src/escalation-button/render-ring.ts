import type { PlaceConfiguration } from '@ehch/clinical';
import type { Ladder, RingLine, Ringing } from '@ehch/clinical/escalation';
import { ladderInForce, withdrawnIn, withdrawnWords } from '@ehch/clinical/place';
import { html, nothing } from 'lit';
import type { TemplateResult } from 'lit';
import { NOT_FOR_LIVE_USE } from '../internal/kit-footer.ts';
import { heading } from '../internal/heading.ts';
import { ringLine } from '../internal/ring-line.ts';
import { phone } from '../internal/phone.ts';
import { data } from '../internal/text.ts';
import { withdrawnNotes } from '../internal/withdrawn.ts';
import { closedLine } from './closed-line.ts';
import { renderGone } from './render-gone.ts';
import { whatToDo } from './what-to-do.ts';
import { escalationPresses } from './escalation-press.ts';
import type { EscalationView } from './escalation-view.ts';

const { press } = escalationPresses;

/** What to do and whom to ring now, with whom next if nobody answers. */
export function renderRing(view: EscalationView): TemplateResult {
  if (view.gone !== null) return renderGone(view.gone, view);
  const { advice, ringing, place, pronouns, record, level } = view;
  const ladder = ladderInForce(place);
  const [lead, ...more] = whatToDo(advice, ladder, { pronouns, hasRecord: record !== null });
  return html`<section class="card ring ${advice.kind}" part="ring" tabindex="-1" aria-labelledby="ring">
    ${heading(level + 1, 'ring', 'Ring now')}
    ${lead === undefined ? nothing : html`<p class="lead strong">${data(lead)}</p>`}
    ${more.map((words) => html`<p>${data(words)}</p>`)}
    ${numbers(ringing, view)}
    ${herRows(view)} ${beside(view)}
    ${ladder !== null && ladder.signedOff === null ? notSigned(ladder) : nothing} ${withdrawnHere(place)}
  </section>`;
}

function numbers({ now, then, closed, unknown }: Ringing, view: EscalationView): TemplateResult {
  const others = then.map((one, index) => joinedLine(one, index, view));
  return html`<p class="to-ring">${ringLine(now, view)}${now.kind === '111' ? ', at any hour' : nothing}</p>
    ${then.length === 0 ? nothing : html`<p>${noAnswer(view)}: ${others}</p>`}
    ${closed.map((one) => html`<p class="aside">${closedLine(one)}</p>`)}
    ${unknown.length === 0 ? nothing : MISSING}`;
}

/** Her own plan for this situation. Which row fits only a person says. */
function herRows({ advice, rows, session }: EscalationView): TemplateResult | typeof nothing {
  if (advice.kind !== 'rung' || !advice.rung.isReplacedByPlan || rows.length === 0) return nothing;
  const chosen = session.planRow;
  return html`<div class="row" role="group" aria-label="Is it one of these in the plan?">
    <span>The plan says what to do for:</span>
    ${rows.map(({ id, situation }) => {
      const isChosen = chosen === id;
      const choose = press({ kind: 'choose-row', row: isChosen ? null : id });
      return html`<button type="button" class="chip small" aria-pressed=${isChosen} ${choose}>
        ${data(situation)}
      </button>`;
    })}
  </div>`;
}

/** What the advice does not say itself. In the last days nobody is sent to 999 for dying (SPEC R4). */
function beside({
  advice,
  agreed,
  refusedRows,
  isLastDaysInDoubt,
  pronouns,
}: EscalationView): TemplateResult {
  const isReplaced = advice.kind === 'rung' && advice.rung.isReplacedByPlan;
  const isNotRead = isReplaced && !agreed.isPlanRead;
  const refused = isReplaced ? refusedRows.map(({ situation, why }) => `${situation} (${why})`) : [];
  return html`${isLastDaysInDoubt ? IN_DOUBT : nothing}
  ${refused.length === 0 ? nothing : html`<p>▲ In the plan, and not to go by: ${data(refused.join('; '))}.</p>`}
  ${isNotRead ? html`<p>The care plan was not read here. If it says what to do, go by it.</p>` : nothing}
  ${
    advice.kind === 'rung' || advice.kind === 'nothing-yet'
      ? html`<p>If ${pronouns.possessive} life is in danger, ring ${phone('999')}.</p>`
      : nothing
  }`;
}

const IN_DOUBT = html`<p class="strong">
  ▲ A plan for the last days is recorded, and it is in doubt. Go by the signed original.
</p>`;

/** What the place has withdrawn of what stands here. */
function withdrawnHere(place: PlaceConfiguration | null) {
  const ladder =
    place?.ladder === undefined
      ? null
      : withdrawnIn(place, { kind: 'ladder', version: place.ladder.version });
  return html`${
    ladder === null
      ? nothing
      : html`<p class="notice"><strong>What to do when</strong>: ${data(withdrawnWords(ladder))}</p>`
  }${withdrawnNotes(place, [{ id: 'news2', title: 'NEWS2' }])}`;
}

const MISSING = html`<p class="notice">
  The place’s list names a service that it does not have. Tell whoever looks after it.
</p>`;

function notSigned({ version }: Ladder): TemplateResult {
  return html`<p class="aside">
    What to do when: version ${data(version)}, signed off by nobody. ${NOT_FOR_LIVE_USE}.
  </p>`;
}

function noAnswer({ advice }: EscalationView): string {
  const minutes = advice.kind === 'rung' ? advice.rung.noAnswerMinutes : 0;
  return minutes > 0 ? `No answer in ${minutes} minutes` : 'No answer';
}

function joinedLine(one: RingLine, index: number, around: RingAround): TemplateResult {
  return html`${index === 0 ? '' : ', then '}${ringLine(one, around)}`;
}

/** What a number is told from: a day and the place. */
type RingAround = Pick<EscalationView, 'now' | 'place'>;
