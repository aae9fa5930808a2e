import { formatQuantity } from '@ehch/clinical';
import type { Measurement, WeightStory } from '@ehch/clinical';
import { html, nothing } from 'lit';
import { byTime, fact, notMeasured } from '../../internal/fact.ts';
import { defineSection } from '../../internal/section-frame.ts';
import { joined } from '../../internal/text.ts';
import { trendChart } from '../../internal/trend-chart.ts';
import { dayOr } from '../../internal/when.ts';
import { weightChange } from './weight-change.ts';

/** [P] Homes weigh monthly. */
const USEFUL_DAYS = 35;
const MAX_GAP_DAYS = 65;

export const weight = defineSection({
  name: 'weight',
  title: 'Weight',
  score: true,
  summary: ({ weights }: WeightStory) => {
    const [latest] = byTime(weights).past;
    return latest === undefined ? null : html`${words(latest)}, ${dayOr(latest.on, 'date not recorded')}`;
  },
  body: ({ weights: all, height, bmi, notMeasured: missing }, { today }) => {
    const { past: weights, ahead } = byTime(all);
    const [latest] = weights;
    return html`<ul class="facts">
        ${
          latest === undefined
            ? html`<li class="fact">No weight recorded.</li>`
            : fact(
                joined([html`<strong class="figure">${words(latest)}</strong>`, weightChange(weights)]),
                latest,
                today,
                { usefulDays: USEFUL_DAYS },
              )
        }
        ${bmi === null ? nothing : fact(`BMI ${words(bmi)}`, bmi, today, { usefulDays: USEFUL_DAYS })}
        ${height === null ? nothing : fact(`Height ${words(height)}`, height, today)}
        ${notMeasured(missing, today)}
        ${ahead.map((one) => fact(`Weight ${words(one)}`, one, today))}
      </ul>
      ${trendChart({
        title: 'Weight',
        points: weights.map((one) => ({ on: one.on, value: one.value, text: words(one), series: one.unit })),
        usual: null,
        maxGapDays: MAX_GAP_DAYS,
      })}`;
  },
});

function words({ value, unit }: Measurement): string {
  return formatQuantity(value, unit);
}
