import { news2FlagWords, news2PartWords, news2ScaleWords, news2ValueWords } from '@ehch/clinical/instruments';
import {
  askedScaleWords,
  laterNews2Words,
  toldNews2,
  usualNews2Words,
  whyNotLeading,
} from '@ehch/clinical/rules';
import type { NamedMeasurement, News2Entry, News2Story, Spo2Target } from '@ehch/clinical';
import { html, nothing } from 'lit';
import { changeMark } from '../../internal/change-mark.ts';
import { fact, notMeasured } from '../../internal/fact.ts';
import { factList, howNone } from '../../internal/fact-list.ts';
import { happened, isFutureDated } from '../../internal/future-dated.ts';
import { defineSection } from '../../internal/section-frame.ts';
import type { SectionSurroundings } from '../../internal/section-surroundings.ts';
import { data, joined } from '../../internal/text.ts';
import { trendChart } from '../../internal/trend-chart.ts';
import { moment } from '../../internal/when.ts';
import { NEWS2_GAP_DAYS } from './gap-days.ts';
import { news2Figure, news2Points } from './news2-figure.ts';

/** [P] Observations speak of today; older than a day, the words say so. */
const USEFUL_DAYS = 1;
/** [P] Kidney function, haemoglobin and HbA1c are looked at again within half a year. */
const RESULT_DAYS = 183;
const BLOOD_PRESSURE = 'Blood pressure';

/** On the same line already. */
const SAID_ELSEWHERE = ['single3', 'imported-total'];

export const news2 = defineSection({
  name: 'news2',
  title: 'NEWS2',
  score: true,
  instruments: () => [{ id: 'news2', title: 'NEWS2' }],
  facts: ({ scores, usual, observations }: News2Story, around) => {
    const { latest, later } = toldIn(scores, around);
    return [latest, later, usual, ...observations.filter(beside(latest))].filter(
      (one) => one !== null && one !== undefined,
    );
  },
  row: (story, around) => {
    const { scores, usual } = story;
    const { latest, later } = toldIn(scores, around);
    if (latest === undefined) return null;
    const when = latest.on === null ? 'date not recorded' : moment(latest.on);
    const words = [usualNews2Words(story), senderWords(latest), when];
    const figure = html`${against(latest, usual?.total)}${news2Figure(latest)}`;
    return html`<strong>${figure}</strong>${scaleInRow(latest)}, ${joined(words)}${
      later === undefined ? nothing : `; ${laterNews2Words(later)}`
    }`;
  },
  body: (story, around) => {
    const { scores, usual, observations, target = null, results = [] } = story;
    const { latest, later } = toldIn(scores, around);
    const options = { usefulDays: USEFUL_DAYS, withTime: true };
    // The chart stands below the score that it is of: below a haemoglobin it would be read as its.
    return html`<ul class="facts">
        ${
          latest === undefined
            ? html`<li class="fact">
                No NEWS2 ${howNone(story, 'NEWS2')}; ${usualNews2Words(story)}.
              </li>`
            : html`${fact(scoreWords(latest, story), latest, around, options)}${parts(latest)}`
        }
        ${
          later === undefined
            ? nothing
            : fact(html`Later, ${whyNotLeading(later)}: ${scoreWords(later, story)}`, later, around, options)
        }
        ${
          usual === null
            ? nothing
            : fact(`Usual for this person: ${usual.total}`, usual, around, { dateWord: 'set' })
        }
        ${target === null ? nothing : fact(targetWords(target), target, around, { dateWord: 'set' })}
      </ul>
      ${trendChart({
        title: 'NEWS2',
        points: news2Points(scores, around.today),
        usual: usual?.total ?? null,
        maxGapDays: NEWS2_GAP_DAYS,
        withTimes: true,
      })}
      ${factList(observations.filter(beside(latest)), (one) =>
        fact(html`${data(one.name)} <strong>${data(one.text)}</strong>`, one, around, options),
      )}
      ${factList(results, (one) =>
        fact(html`${data(one.name)} <strong>${data(one.text)}</strong>`, one, around, {
          usefulDays: RESULT_DAYS,
        }),
      )}
      ${notMeasured(story.notMeasured, around, options)}
      ${factList(scores.filter(isFutureDated), (one) =>
        fact(scoreWords(one, { usual: null }), one, around, { withTime: true }),
      )}
      <p>A low score does not cancel your concern.</p>`;
  },
});

/** By the rule of the glance: a single pulse that came later puts no whole set out of sight. */
function toldIn(scores: readonly News2Entry[], { today }: SectionSurroundings) {
  return toldNews2(happened(scores), today);
}

/**
 * What the score's parts do not say already; of a blood pressure they say the systolic alone. A reading that could not be
 * scored ("not alert", "16 kPa") is in no part, and to call the part missing would hide it.
 */
function beside(latest: News2Entry | undefined) {
  return ({ on, name, part = '' }: NamedMeasurement): boolean =>
    on === null || on !== latest?.on || name === BLOOD_PRESSURE || !isScored(latest.score.items[part]?.value);
}

function isScored(value: unknown): boolean {
  return value !== undefined && value !== null;
}

function targetWords(target: Spo2Target) {
  const scale = askedScaleWords(target);
  return html`Oxygen saturation target: <strong>${data(target.text)}</strong>${scale === null ? '' : `, ${scale}`}`;
}

/** The way from the usual score, as a shape. None where either is not known. */
function against({ score, importedTotal, onScale = null }: News2Entry, usual: number | undefined) {
  const total = score.total ?? importedTotal;
  if (onScale !== null || total === null || usual === undefined || total === usual) return nothing;
  return html`${changeMark(total > usual ? 'up' : 'down')} `;
}

/** Scale 1 is everybody's unless a clinician asked for scale 2 (RCP 2017): a row says the other one. */
function scaleInRow({ scale }: News2Entry): string {
  return scale === 2 ? ' on scale 2' : '';
}

/** The total with all that qualifies it: what is missing, which part stands out, what the sender's total was. */
function scoreWords(entry: News2Entry, story: Pick<News2Story, 'usual' | 'usualInWords'>) {
  const { score } = entry;
  const of = Object.keys(score.items).length;
  const threes = Object.entries(score.items).filter(([, item]) => item.score === 3);
  return joined([
    html`<strong class="figure">${news2Figure(entry)}</strong>, ${usualNews2Words(story)}`,
    score.band,
    threes.length === 0
      ? null
      : html`<strong>3 in one part: ${threes.map(([id]) => news2PartWords(id)).join(', ')}</strong>`,
    score.missing.length === 0 || of === 0
      ? null
      : `${score.missing.length} of ${of} parts missing: ${score.missing.map(news2PartWords).join(', ')}`,
    senderWords(entry),
    ...score.flags.filter((flag) => !SAID_ELSEWHERE.includes(flag)).map(news2FlagWords),
    score.flags.includes('scale-1-assumed') ? null : news2ScaleWords(entry.scale ?? null),
    `version ${score.version}`,
  ]);
}

/** The sender's own total, where the parts give another one: neither is shown without the other. */
function senderWords({ importedTotal, disagrees }: News2Entry) {
  if (!disagrees || importedTotal === null) return null;
  return html`<strong class="old">the sender recorded ${importedTotal}</strong>`;
}

/** The parts that the total is made of: a number alone cannot be checked. */
function parts({ score }: News2Entry) {
  const given = Object.entries(score.items).filter(([, { value }]) => value !== null && value !== undefined);
  if (given.length === 0) return nothing;
  const words = given.map(
    ([id, { value, score: points }]) =>
      // "On air" says which part it is; "air or oxygen on air" does not read.
      `${typeof value === 'boolean' ? '' : `${news2PartWords(id)} `}${news2ValueWords(value)} (${points ?? 'not scored'})`,
  );
  return html`<li class="fact parts">Parts (points): ${words.join(', ')}.</li>`;
}
