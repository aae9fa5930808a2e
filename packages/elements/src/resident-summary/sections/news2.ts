import { news2FlagWords, news2PartWords, news2ScaleWords, news2ValueWords } from '@ehch/clinical';
import type { NamedMeasurement, News2Entry, News2Story, Spo2Target } from '@ehch/clinical';
import { html, nothing } from 'lit';
import { byTime, fact, notMeasured } from '../../internal/fact.ts';
import { defineSection } from '../../internal/section-frame.ts';
import { data, joined } from '../../internal/text.ts';
import { trendChart } from '../../internal/trend-chart.ts';
import { moment } from '../../internal/when.ts';
import { news2Figure, news2Point } from './news2-figure.ts';

/** [P] Observations speak of today; older than a day, the words say so. */
const USEFUL_DAYS = 1;
/** [P] Kidney function, haemoglobin and HbA1c are looked at again within half a year. */
const RESULT_DAYS = 183;
const BLOOD_PRESSURE = 'Blood pressure';

/** On the same line already. */
const SAID_ELSEWHERE = ['single3', 'imported-total'];

/** [P] Homes take a set at least monthly when all is well; beyond that nobody knows what lay between. */
const MAX_GAP_DAYS = 35;

export const news2 = defineSection({
  name: 'news2',
  title: 'NEWS2',
  score: true,
  summary: ({ scores, usual }: News2Story) => {
    const [latest] = byTime(scores).past;
    return latest === undefined
      ? null
      : html`${news2Figure(latest)}, ${usualWords(usual?.total)},
        ${latest.on === null ? 'date not recorded' : moment(latest.on)}`;
  },
  body: (story, { today }) => {
    const { usual, observations, target = null, results = [] } = story;
    const { past: scores, ahead } = byTime(story.scores);
    const [latest] = scores;
    const options = { usefulDays: USEFUL_DAYS };
    return html`<ul class="facts">
        ${
          latest === undefined
            ? html`<li class="fact">No NEWS2 recorded; ${usualWords(usual?.total)}.</li>`
            : html`${fact(scoreWords(latest, usual?.total), latest, today, options)}${parts(latest)}`
        }
        ${
          usual === null
            ? nothing
            : fact(`Usual for this person: ${usual.total}`, usual, today, { dateWord: 'set' })
        }
        ${target === null ? nothing : fact(targetWords(target), target, today, { dateWord: 'set' })}
        ${observations
          .filter(beside(latest))
          .map((one) =>
            fact(html`${data(one.name)} <strong>${data(one.text)}</strong>`, one, today, options),
          )}
        ${results.map((one) =>
          fact(html`${data(one.name)} <strong>${data(one.text)}</strong>`, one, today, {
            usefulDays: RESULT_DAYS,
          }),
        )}
        ${notMeasured(story.notMeasured, today)}
        ${ahead.map((one) => fact(`NEWS2 ${news2Figure(one)}`, one, today))}
      </ul>
      ${trendChart({
        title: 'NEWS2',
        points: scores.flatMap(news2Point),
        usual: usual?.total ?? null,
        maxGapDays: MAX_GAP_DAYS,
      })}
      <p class="aside">A low score does not cancel your concern.</p>`;
  },
});

/** What the score's parts do not say already; of a blood pressure they say the systolic alone. */
function beside(latest: News2Entry | undefined) {
  return ({ on, name }: NamedMeasurement): boolean =>
    on === null || on !== latest?.on || name === BLOOD_PRESSURE;
}

function targetWords({ text, scale }: Spo2Target) {
  return html`Oxygen saturation target: <strong>${data(text)}</strong>${scale === null ? '' : `, scale ${scale}`}`;
}

function usualWords(usual: number | undefined): string {
  return usual === undefined ? 'usual not set' : `usual ${usual}`;
}

/** The total with all that qualifies it: what is missing, which part stands out, what the sender's total was. */
function scoreWords(entry: News2Entry, usual: number | undefined) {
  const { score, importedTotal, disagrees } = entry;
  const of = Object.keys(score.items).length;
  const threes = Object.entries(score.items).filter(([, item]) => item.score === 3);
  return joined([
    html`<strong class="figure">${news2Figure(entry)}</strong>, ${usualWords(usual)}`,
    score.band,
    threes.length === 0
      ? null
      : html`<strong>3 in one part: ${threes.map(([id]) => news2PartWords(id)).join(', ')}</strong>`,
    score.missing.length === 0
      ? null
      : `${score.missing.length} of ${of} parts missing: ${score.missing.map(news2PartWords).join(', ')}`,
    disagrees && importedTotal !== null
      ? html`<strong class="old">the sender recorded ${importedTotal}</strong>`
      : null,
    ...score.flags.filter((flag) => !SAID_ELSEWHERE.includes(flag)).map(news2FlagWords),
    score.flags.includes('scale-1-assumed') ? null : news2ScaleWords(entry.scale ?? null),
    `version ${score.version}`,
  ]);
}

/** The parts that the total is made of: a number alone cannot be checked. */
function parts({ score }: News2Entry) {
  const given = Object.entries(score.items).filter(([, { value }]) => value !== null && value !== undefined);
  if (given.length === 0) return nothing;
  const words = given.map(
    ([id, item]) => `${news2PartWords(id)} ${news2ValueWords(item.value)} (${item.score ?? 'not scored'})`,
  );
  return html`<li class="fact parts">Parts (points): ${words.join(', ')}.</li>`;
}
