import { withLimits } from '@ehch/clinical/display';
import type { FunctionScore, FunctionStory } from '@ehch/clinical';
import { html, nothing } from 'lit';
import { changeMark } from '../../internal/change-mark.ts';
import { fact, notMeasured } from '../../internal/fact.ts';
import { factList } from '../../internal/fact-list.ts';
import { happened, isFutureDated } from '../../internal/future-dated.ts';
import { defineSection } from '../../internal/section-frame.ts';
import { data, joined, lines } from '../../internal/text.ts';
import { trendChart } from '../../internal/trend-chart.ts';
import { dayOr } from '../../internal/when.ts';
import { adviceWords } from './swallowing.ts';

/** [P] Half a year. */
const USEFUL_DAYS = 183;
const MAX_GAP_DAYS = 200;

/** Two points are no more than "from 10", which the words say. */
const LINE_FROM = 3;

export const functioning = defineSection({
  name: 'function',
  title: 'Function',
  score: true,
  instruments: () => [
    { id: 'barthel-20', title: 'Barthel, 20 points' },
    { id: 'barthel-100', title: 'Barthel, 100 points' },
  ],
  facts: ({ scores, statements }: FunctionStory) => [...scores, ...statements],
  row: ({ scores, statements }) => {
    const [latest, ...earlier] = happened(scores);
    if (latest === undefined) return data(happened(statements)[0]?.text ?? null);
    const before = earlier.find(({ version }) => version !== null && version === latest.version);
    const when = dayOr(latest.on, 'date not recorded');
    return html`<strong>${words(latest)}</strong>${wasTotal(latest, before)} · ${when}`;
  },
  body: ({ scores, statements, swallowing = [], notMeasured: missing }, around) => {
    const [latest] = happened(scores);
    // Only one version makes a line; the others are told in words.
    const others = scores.filter((score) => score.version !== latest?.version || isFutureDated(score));
    const options = { usefulDays: USEFUL_DAYS };
    const same = happened(scores).filter(({ version }) => version !== null && version === latest?.version);
    return html`${factList([...(latest === undefined ? [] : [latest]), ...others], (score) =>
      // The versions have other ranges, and what lies ahead is no change yet: only the latest has one before it.
      fact(detail(score, score === latest ? same[1] : undefined), score, around, options),
    )}
      ${factList(
        // The latest stands beside the allergies.
        swallowing.filter((one) => one !== happened(swallowing)[0]),
        (one) => fact(html`Swallowing: ${adviceWords(one)}`, one, around, options),
      )}
      ${factList(statements, (one) => fact(lines(one.text), one, around, options))}
      ${notMeasured(missing, around)}
      ${
        same.length < LINE_FROM
          ? nothing
          : trendChart({
              title: `Barthel ${latest?.version ?? ''}`.trim(),
              points: same.map((score) => ({
                on: score.on,
                value: score.total,
                text: words(score),
                whole: withLimits(words(score), score),
              })),
              usual: null,
              maxGapDays: MAX_GAP_DAYS,
            })
      }`;
  },
});

function words({ total, version }: FunctionScore): string {
  return version === null ? `Barthel ${total}` : `Barthel ${total} of ${version === '0-20' ? 20 : 100}`;
}

/** Barthel: lower is more help needed, so that down is for the worse. */
function wasTotal(latest: FunctionScore, before: FunctionScore | undefined) {
  if (before === undefined || before.total === latest.total) return nothing;
  return html` ${changeMark(latest.total > before.total ? 'up' : 'down')} from ${before.total}`;
}

function detail(score: FunctionScore, before: FunctionScore | undefined) {
  return joined([
    html`<strong class="figure">${words(score)}</strong>${score.version === null ? nothing : wasTotal(score, before)}`,
    score.version === null
      ? 'version not recorded, so neither range nor direction is known'
      : 'lower means more help',
  ]);
}
