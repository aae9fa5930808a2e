import type { CareEvent } from '@ehch/clinical';
import { html } from 'lit';
import { fact } from '../../internal/fact.ts';
import { defineSection } from '../../internal/section-frame.ts';
import { data, joined, sentence } from '../../internal/text.ts';
import { dated } from '../../internal/when.ts';
import { formAnswers } from './form-answers.ts';

export const events = defineSection({
  name: 'events',
  title: 'Events',
  summary: (value: readonly CareEvent[]) => `${value.length} recorded`,
  body: (value, { today }) =>
    html`<ul class="facts">
      ${value.map((event) =>
        fact(
          joined([
            html`<strong>${sentence(event.kind)}:</strong> ${data(event.text)}`,
            event.notDone === null
              ? null
              : html`<strong>did not take place</strong>${event.notDone.why === null ? '' : html`: ${data(event.notDone.why)}`}`,
            dated('until', event.until),
            event.answers === undefined ? null : html`${formAnswers(event.answers)}`,
          ]),
          event,
          today,
        ),
      )}
    </ul>`,
});
