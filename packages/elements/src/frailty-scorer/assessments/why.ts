import { whyOf } from '@ehch/clinical/assessment';
import { instruments, scaleWords } from '@ehch/clinical/instruments';
import type { ScoreResult } from '@ehch/clinical';
import type { WhyPart } from '@ehch/clinical/assessment';
import { html, nothing } from 'lit';
import type { TemplateResult } from 'lit';
import { count, data, joined } from '../../internal/text.ts';
import { dayOr } from '../../internal/when.ts';
import type { SessionView } from '../session-view.ts';

/** Why a score is what it is: what went in with its dates, what it gave, what is missing, by whose rule. */
export function renderWhy(score: ScoreResult, { state }: SessionView): TemplateResult {
  const why = whyOf(score, state, instruments);
  const lines = [
    ...why.cautions,
    scaleWords(score),
    why.bandSource === null ? null : `Bands: ${why.bandSource}`,
    why.citation,
    why.notice,
    ...why.terms,
  ];
  return html`<p id="why"><strong>Why: ${data(why.title)} ${data(why.total)}</strong>, ${data(why.version)}</p>
    ${why.from === null ? nothing : html`<p>From ${why.from.considered} of ${why.from.of} deficits.</p>`}
    <ul class="facts">
      ${why.parts.map(whyPart)}
    </ul>
    ${lines.map((line) => (line === null ? nothing : html`<p class="aside">${data(line)}</p>`))}`;
}

function whyPart({ label, state, value, points, on, source }: WhyPart): TemplateResult {
  const said = value ?? (state === 'missing' ? 'missing' : null);
  return html`<li class="fact">
    ${data(label)}: ${data(said)}${state === 'impossible' ? ', not possible' : ''}
    <span class="meta">
      ${joined([
        points === null
          ? state === 'counted'
            ? null
            : 'no points'
          : count(Math.round(points * 100) / 100, 'point'),
        value === null ? null : html`${dayOr(on, 'date not recorded')}`,
        data(source),
      ])}
    </span>
  </li>`;
}
