import type { Alert } from '@ehch/clinical';
import { html } from 'lit';
import { fact } from '../../internal/fact.ts';
import { defineSection } from '../../internal/section-frame.ts';
import { count, data, joined, sentence } from '../../internal/text.ts';
import { dated } from '../../internal/when.ts';

/** [P] A name that can be mistaken comes before everything: it decides whether the rest is about this person. */
const FIRST = ['same-name', 'reasonable-adjustment', 'deprivation-of-liberty', 'infection'];

export const alerts = defineSection({
  name: 'alerts',
  title: 'Alerts',
  always: true,
  summary: (value: readonly Alert[]) => count(value.length, 'alert'),
  body: (value, { today }) =>
    html`<ul class="facts">
      ${value
        .toSorted((a, b) => place(a) - place(b))
        .map((alert) =>
          fact(
            joined([
              html`<strong>${alert.kind === 'same-name' ? 'Same or similar name in this home' : sentence(alert.kind)}:</strong> ${data(alert.text)}`,
              dated('until', alert.until),
            ]),
            alert,
            today,
          ),
        )}
    </ul>`,
});

function place({ kind }: Alert): number {
  const index = FIRST.indexOf(kind);
  return index < 0 ? FIRST.length : index;
}
