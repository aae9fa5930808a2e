import { withdrawnIn } from '@ehch/clinical/place';
import { news2PartWords } from '@ehch/clinical/instruments';
import { html, nothing } from 'lit';
import type { TemplateResult } from 'lit';
import { ago } from '../internal/ago.ts';
import { heading } from '../internal/heading.ts';
import { scoreSources } from '../internal/score-sources.ts';
import { shortMoment } from '../internal/short-moment.ts';
import { data } from '../internal/text.ts';
import { dueWords } from './observations-due.ts';
import { escalationPresses } from './escalation-press.ts';
import type { EscalationView } from './escalation-view.ts';

const { press } = escalationPresses;

/**
 * Observations beside a worry: offered to those alone whom the place lets take them, and never needed. They are taken and signed in
 * the NEWS2 form itself, so that one score stands everywhere. In the last days there are none (SPEC R4).
 */
export function renderObserve(view: EscalationView): TemplateResult | typeof nothing {
  const { level, isObserving, session, agreed } = view;
  if (agreed.lastDays) return nothing;
  const isWithdrawn = withdrawnIn(view.place, { kind: 'instrument', id: 'news2' }) !== null;
  const taken = isWithdrawn ? withdrawnLines(view) : takenLines(view);
  const mayObserve = view.mayObserve && !isWithdrawn;
  if (!mayObserve && taken.length === 0) return nothing;
  const label = session.observations === null ? 'Take observations' : 'Take observations again';
  return html`<section class="card" part="observations" tabindex="-1" aria-labelledby="observe">
    ${heading(level + 1, 'observe', 'Observations')}
    ${mayObserve ? html`<p class="aside">Not needed to send. A low score does not cancel a worry.</p>` : nothing}
    ${taken.map((words) => html`<p>${data(words)}</p>`)}
    ${session.observations === null || isWithdrawn ? nothing : scoreSources()}
    ${mayObserve && isObserving ? theForm(view) : nothing}
    ${
      mayObserve
        ? html`<button type="button" ${press({ kind: 'observe', isOpen: !isObserving })}>
            ${isObserving ? 'Close the observations' : label}
          </button>`
        : nothing
    }
  </section>`;
}

/** What the place has withdrawn is not scored, and no score of it is shown. */
function withdrawnLines({ session }: EscalationView): readonly string[] {
  return session.observations === null
    ? []
    : ['NEWS2 is withdrawn here, so no score is shown. Read the observations out one by one.'];
}

/** The scorer is there only where the page has loaded it. Its own guards hold for whom the form is about. */
function theForm({ record, author, level }: EscalationView): TemplateResult {
  if (record === null || customElements.get('ehch-frailty-scorer') === undefined)
    return html`<p class="notice">The form for observations is not on this page. Say the numbers on the telephone.</p>`;
  return html`<ehch-frailty-scorer
    assessment="news2"
    layout="page"
    .resident=${record.resident}
    .view=${record}
    .author=${author}
    .headingLevel=${Math.min(6, level + 2)}
  ></ehch-frailty-scorer>`;
}

/** The score against the usual one; "5 of 7, no score" where a part is missing; and when to take them again. */
function takenLines({ session, agreed: { usual }, due, now }: EscalationView): readonly string[] {
  const { observations } = session;
  const again = due === null ? [] : [dueWords(due, now)];
  if (observations === null) return again;
  const { score } = observations.now;
  const of = Object.keys(score.items).length;
  const at = score.assessedAt === undefined ? '' : `, ${shortMoment(score.assessedAt, now)}`;
  const { onScale = null } = score;
  const figure =
    score.total !== null
      ? `NEWS2 ${score.total}`
      : onScale !== null
        ? `NEWS2: no score, ${onScale[1]} on scale 1, ${onScale[2]} on scale 2`
        : `NEWS2: ${of - score.missing.length} of ${of}, no score`;
  const missing = score.missing.map(news2PartWords).join(', ');
  return [
    `${figure}, ${usualWords(usual)}${at}.`,
    ...(score.assessedAt === undefined ? [] : [`Taken ${ago(score.assessedAt, now)}.`]),
    ...(missing === '' ? [] : [`Missing: ${missing}.`]),
    ...again,
  ];
}

function usualWords(usual: EscalationView['agreed']['usual']): string {
  if (usual === 'not-set') return 'usual not set';
  if (usual === 'not-known') return 'usual not known here';
  return `usual ${typeof usual === 'number' ? usual : `“${usual.words}”`}`;
}
