import type { News2Entry, News2Story } from '@ehch/clinical';
import { html, nothing } from 'lit';
import { fact } from '../../internal/fact.ts';
import { defineSection } from '../../internal/section-frame.ts';
import { count, data, joined } from '../../internal/text.ts';
import { trendChart } from '../../internal/trend-chart.ts';
import type { TrendPoint } from '../../internal/trend-chart.ts';
import { moment } from '../../internal/when.ts';
import { bandWords, partWords, valueWords } from './news2-words.ts';

/** [P] Observations speak of today; older than a day, the words say so. */
const USEFUL_DAYS = 1;
/** [P] Homes take a set at least monthly when all is well; beyond that nobody knows what lay between. */
const MAX_GAP_DAYS = 35;

export const news2 = defineSection({
  name: 'news2',
  title: 'NEWS2',
  score: true,
  summary: ({ scores: [latest], usual }: News2Story) =>
    latest === undefined
      ? null
      : html`${totalWords(latest)}, ${usualWords(usual?.total)},
        ${latest.on === null ? 'date not recorded' : moment(latest.on)}`,
  body: ({ scores, usual, observations }, { today }) => {
    const [latest] = scores;
    return html`${latest === undefined ? html`<p>No NEWS2 recorded.</p>` : nothing}
      <ul class="facts">
        ${
          latest === undefined
            ? nothing
            : fact(scoreWords(latest, usual?.total), latest, today, { usefulDays: USEFUL_DAYS })
        }
        ${usual === null ? nothing : fact(`Usual for this person: ${usual.total}`, usual, today, { dateWord: 'set' })}
        ${observations.map((one) =>
          fact(html`${data(one.name)} <strong>${data(one.text)}</strong>`, one, today, {
            usefulDays: USEFUL_DAYS,
          }),
        )}
      </ul>
      ${trendChart({ title: 'NEWS2', points: scores.flatMap(point), usual: usual?.total ?? null, maxGapDays: MAX_GAP_DAYS })}
      <p class="aside">A low score does not cancel your concern.</p>`;
  },
});

function totalWords({ score, importedTotal }: News2Entry): string {
  if (score.total !== null) return String(score.total);
  if (score.atLeast !== undefined) return `at least ${score.atLeast}`;
  return importedTotal === null ? 'no total' : `${importedTotal} as recorded`;
}

function usualWords(usual: number | undefined): string {
  return usual === undefined ? 'usual not set' : `usual ${usual}`;
}

/** The total with all that qualifies it: what is missing, which part stands out, what the sender's total was. */
function scoreWords({ score, importedTotal, disagrees }: News2Entry, usual: number | undefined) {
  const parts = Object.entries(score.items);
  const threes = parts.filter(([, item]) => item.score === 3).map(([id]) => partWords(id));
  return joined([
    html`<strong class="figure">${totalWordsOf(score.total, score.atLeast, importedTotal)}</strong>,
      ${usualWords(usual)}`,
    score.band === null ? null : bandWords(score.band),
    threes.length === 0 ? null : html`<strong>3 in one part: ${threes.join(', ')}</strong>`,
    score.missing.length === 0
      ? null
      : `${score.missing.length} of ${parts.length || 7} parts missing: ${score.missing.map(partWords).join(', ')}`,
    score.status === 'invalid' ? 'a part is impossible, so there is no score' : null,
    score.status === 'not-applicable' ? 'NEWS2 is not meant for this person' : null,
    disagrees && importedTotal !== null
      ? html`<strong class="old">the sender recorded ${importedTotal}</strong>`
      : null,
    score.flags.includes('rounded-input') ? 'a value came with decimals and was scored the higher way' : null,
    parts.some(([, item]) => item.value != null)
      ? html`<span class="parts"
          >${parts
            .filter(([, item]) => item.value != null)
            .map(
              ([id, item], index) =>
                `${index === 0 ? '' : ', '}${partWords(id)} ${valueWords(item.value)} (${item.score ?? 'not scored'})`,
            )}</span
        >`
      : null,
    `version ${score.version}`,
  ]);
}

function totalWordsOf(total: number | null, atLeast: number | undefined, imported: number | null): string {
  if (total !== null) return String(total);
  if (atLeast !== undefined) return `at least ${atLeast}`;
  return imported === null ? 'no total' : `${imported} as recorded, without its parts`;
}

function point({ on, score, importedTotal }: News2Entry): TrendPoint[] {
  // A recorded total without parts is another thing than one that was computed here: never on one line.
  if (score.total !== null)
    return [{ on, value: score.total, text: String(score.total), series: 'computed' }];
  if (score.atLeast !== undefined && score.missing.length < 7) {
    return [
      {
        on,
        value: score.atLeast,
        text: `at least ${score.atLeast}, ${count(score.missing.length, 'part')} missing`,
        lowerLimit: true,
      },
    ];
  }
  return importedTotal === null
    ? []
    : [{ on, value: importedTotal, text: `${importedTotal} as recorded`, series: 'imported' }];
}
