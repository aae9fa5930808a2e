import { formatDate, formatNumber, formatQuantity, withLimits } from '@ehch/clinical/display';
import { latestWeightChange } from '@ehch/clinical/rules';
import type { Measurement, WeightStory } from '@ehch/clinical';
import { html, nothing } from 'lit';
import { changeMark } from '../../internal/change-mark.ts';
import { fact, notMeasured } from '../../internal/fact.ts';
import { factList, howNone } from '../../internal/fact-list.ts';
import { happened, isFutureDated } from '../../internal/future-dated.ts';
import { defineSection } from '../../internal/section-frame.ts';
import { joined, plain } from '../../internal/text.ts';
import { trendChart } from '../../internal/trend-chart.ts';
import { dayOr } from '../../internal/when.ts';
import { WEIGHT_GAP_DAYS } from './gap-days.ts';

/** [P] Less than this over three months is within what a drink, clothes or another chair make of a weight. */
const MARKED_FROM_PERCENT = 2;

/** [P] Homes weigh monthly. */
const USEFUL_DAYS = 35;

export const weight = defineSection({
  name: 'weight',
  title: 'Weight',
  score: true,
  facts: ({ weights, height, bmi }: WeightStory) =>
    [happened(weights)[0], height, bmi].filter((one) => one !== null && one !== undefined),
  row: (story) => {
    const past = happened(story.weights);
    const [latest] = past;
    if (latest === undefined) return `no weight ${howNone(story, 'Weight')}`;
    return html`${joined([rowChange(past), words(latest)])} · ${dayOr(latest.on, 'date not recorded')}`;
  },
  body: (story, around) => {
    const { weights, height, bmi, notMeasured: missing } = story;
    const past = happened(weights);
    const [latest] = past;
    const options = { usefulDays: USEFUL_DAYS };
    // The chart stands below the weight that it is of: below a height it would be read as its.
    return html`<ul class="facts">
        ${
          latest === undefined
            ? html`<li class="fact">
                No weight ${howNone(story, 'Weight')}.
              </li>`
            : fact(
                joined([html`<strong class="figure">${words(latest)}</strong>`, fullChange(past)]),
                latest,
                around,
                options,
              )
        }
      </ul>
      ${trendChart({
        title: 'Weight',
        points: past.map((one) => ({
          on: one.on,
          value: one.value,
          text: words(one),
          whole: whole(one),
          series: one.unit,
        })),
        usual: null,
        maxGapDays: WEIGHT_GAP_DAYS,
      })}
      <ul class="facts">
        ${bmi === null ? nothing : fact(`BMI ${words(bmi)}`, bmi, around, options)}
        ${height === null ? nothing : fact(`Height ${words(height)}`, height, around)}
      </ul>
      ${notMeasured(missing, around)}
      ${factList(weights.filter(isFutureDated), (one) => fact(words(one), one, around))}`;
  },
});

/** `-2.4 kg (-4.7 %) since 20-Jul-2026`. */
function fullChange(weights: readonly Measurement[]): string | null {
  const change = latestWeightChange(weights);
  if (change === null) return null;
  const { difference, percent, latest, before } = change;
  const sign = difference > 0 ? '+' : '';
  const percentage = `${sign}${formatNumber(percent)} %`;
  const then = whole(before) === words(before) ? '' : `, then ${whole(before)}`;
  return `${sign}${formatQuantity(difference, latest.unit)} (${percentage}) since ${formatDate(before.on)}${then}`;
}

/** `▼ 11 % in 3 months`; `-0.3 % in 3 months`, without a shape or weight, where it is a trifle. */
function rowChange(weights: readonly Measurement[]) {
  const change = latestWeightChange(weights);
  if (change === null || change.percent === 0) return null;
  const { percent, span } = change;
  if (Math.abs(percent) < MARKED_FROM_PERCENT)
    return `${percent > 0 ? '+' : ''}${formatNumber(percent)} % in ${span}`;
  const mark = changeMark(percent > 0 ? 'up' : 'down');
  return html`<strong>${mark} ${formatNumber(Math.abs(percent))} %</strong> in ${span}`;
}

/** With all that limits it: a weight that was only stated is none that was measured. */
function whole(one: Measurement): string {
  return plain(withLimits(words(one), one));
}

function words({ value, unit }: Measurement): string {
  return formatQuantity(value, unit);
}
