import type { FunctionScore, FunctionStory } from '@ehch/clinical';
import { html } from 'lit';
import { fact, notMeasured } from '../../internal/fact.ts';
import { defineSection } from '../../internal/section-frame.ts';
import { data, joined } from '../../internal/text.ts';
import { trendChart } from '../../internal/trend-chart.ts';
import { dayOr } from '../../internal/when.ts';

/** [P] Half a year. */
const USEFUL_DAYS = 183;
const MAX_GAP_DAYS = 200;

export const functioning = defineSection({
  name: 'function',
  title: 'Function',
  score: true,
  summary: ({ scores: [latest] }: FunctionStory) =>
    latest === undefined ? null : html`${words(latest)}, ${dayOr(latest.on, 'date not recorded')}`,
  body: ({ scores, statements, notMeasured: missing }, { today }) => {
    const [latest] = scores;
    // Only one version makes a line; the others are told in words.
    const others = scores.filter((score) => score.version !== latest?.version);
    return html`<ul class="facts">
        ${[...(latest === undefined ? [] : [latest]), ...others].map((score) =>
          fact(detail(score), score, today, { usefulDays: USEFUL_DAYS }),
        )}
        ${statements.map((one) => fact(data(one.text), one, today, { usefulDays: USEFUL_DAYS }))}
        ${notMeasured(missing, today)}
      </ul>
      ${trendChart({
        title: latest === undefined ? 'Function' : `Barthel ${latest.version ?? ''}`.trim(),
        points: scores
          .filter((score) => score.version !== null && score.version === latest?.version)
          .map((score) => ({ on: score.on, value: score.total, text: words(score) })),
        usual: null,
        maxGapDays: MAX_GAP_DAYS,
      })}`;
  },
});

function words({ total, version }: FunctionScore): string {
  return version === null ? `Barthel ${total}` : `Barthel ${total} of ${version === '0-20' ? 20 : 100}`;
}

function detail(score: FunctionScore) {
  return joined([
    html`<strong class="figure">${words(score)}</strong>`,
    score.version === null
      ? 'version not recorded, so neither range nor direction is known'
      : 'lower is more help needed',
  ]);
}
