import { civilDayOf } from '@ehch/clinical/time';
import type { CareEvent } from '@ehch/clinical';
import { html, nothing } from 'lit';
import { fact } from '../../internal/fact.ts';
import { factList } from '../../internal/fact-list.ts';
import { happened } from '../../internal/future-dated.ts';
import { defineSection } from '../../internal/section-frame.ts';
import { data, joined, lines, plain, sentence } from '../../internal/text.ts';
import { dated, dayOr } from '../../internal/when.ts';
import { formAnswers } from './form-answers.ts';

export const events = defineSection({
  name: 'events',
  title: 'Events',
  summary: (value: readonly CareEvent[]) => `${value.length} recorded`,
  facts: (value: readonly CareEvent[]) => value,
  ownDates: true,
  row: (value) => {
    const [latest, ...others] = happened(value).filter(({ notDone }) => notDone === null);
    if (latest === undefined) return `${value.length} recorded`;
    const what = latest.kind === 'other' ? data(latest.text) : sentence(latest.kind);
    return html`${what} ${dayOr(latest.on, '(date not recorded)')}${
      others.length === 0 ? nothing : ` · ${others.length} more`
    }`;
  },
  body: (value, around) => factList(value, (event) => fact(words(event), event, around)),
});

function words({ kind, text, notDone, on, until, answers }: CareEvent) {
  return joined([
    // Many records begin the words with the kind; said twice it reads as two things.
    kind === 'other' || text.toLowerCase().startsWith(plain(kind))
      ? lines(text)
      : html`<strong>${sentence(kind)}:</strong> ${lines(text)}`,
    notDone === null
      ? null
      : html`<strong>${notDone.planned ? 'planned, not recorded as done' : 'did not take place'}</strong>${
          notDone.why === null ? '' : html`: ${data(notDone.why)}`
        }`,
    // An end on the day itself says nothing more than the day.
    civilDayOf(until) === civilDayOf(on) ? null : dated('until', until),
    answers === undefined ? null : html`${formAnswers(answers)}`,
  ]);
}
