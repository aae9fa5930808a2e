import type { ScoreEntry } from '@ehch/clinical';
import { html, nothing } from 'lit';
import { factList } from '../../internal/fact-list.ts';
import { happened } from '../../internal/future-dated.ts';
import { fact } from '../../internal/fact.ts';
import { defineSection } from '../../internal/section-frame.ts';
import { count, data, joined } from '../../internal/text.ts';
import { dayOr } from '../../internal/when.ts';

/** [P] Instruments are gone over within a year, as the plan is. */
const USEFUL_DAYS = 365;

export const scores = defineSection({
  name: 'scores',
  title: 'Other scores',
  score: true,
  instruments: (entries) => (entries ?? []).map(({ instrument, title }) => ({ id: instrument, title })),
  facts: (entries: readonly ScoreEntry[]) => entries,
  row: (entries) => {
    const [latest, ...others] = happened(entries);
    if (latest === undefined) return count(entries.length, 'score');
    const more = others.length === 0 ? '' : ` · ${others.length} more`;
    return html`${data(latest.title)} ${data(latest.said.result)} · ${dayOr(latest.on, 'date not recorded')}${more}`;
  },
  body: (entries, around) =>
    factList(entries, (entry) => [
      fact(words(entry), entry, around, { usefulDays: USEFUL_DAYS }),
      parts(entry),
    ]),
});

/** In the words in which it was signed: the result, what limits it, what to be careful about, by which version. */
function words({ title, said: { result, beside, cautions, version } }: ScoreEntry) {
  return joined([
    html`<strong>${data(title)}${result === '' ? '' : html` ${data(result)}`}</strong>`,
    ...beside.map((one) => data(one)),
    ...cautions.map((one) => html`<strong class="old">${data(one)}</strong>`),
    data(version),
  ]);
}

/** What it is made of: a number alone cannot be checked. */
function parts({ said }: ScoreEntry) {
  return said.parts.length === 0
    ? nothing
    : html`<li class="fact parts">${data(said.parts.join(' · '))}</li>`;
}
