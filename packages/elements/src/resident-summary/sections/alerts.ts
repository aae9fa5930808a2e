import type { Alert } from '@ehch/clinical';
import { html } from 'lit';
import { fact } from '../../internal/fact.ts';
import { defineSection } from '../../internal/section-frame.ts';
import { count, data, joined } from '../../internal/text.ts';
import { day } from '../../internal/when.ts';

const KIND: Record<Alert['kind'], string> = {
  'same-name': 'Same or similar name in this home',
  'reasonable-adjustment': 'Reasonable adjustment',
  'deprivation-of-liberty': 'Deprivation of liberty',
  infection: 'Infection',
  safeguarding: 'Safeguarding',
  other: 'Alert',
};

/** [P] A name that can be mistaken comes before everything: it decides whether the rest is about this person. */
const FIRST = Object.keys(KIND);

export const alerts = defineSection({
  name: 'alerts',
  title: 'Alerts',
  always: true,
  summary: (value: readonly Alert[]) => count(value.length, 'alert'),
  body: (value, { today }) =>
    html`<ul class="facts">
      ${value
        .toSorted((a, b) => FIRST.indexOf(a.kind) - FIRST.indexOf(b.kind))
        .map((alert) =>
          fact(
            joined([
              html`<strong>${KIND[alert.kind]}:</strong> ${data(alert.text)}`,
              alert.until === null ? null : html`until ${day(alert.until)}`,
            ]),
            alert,
            today,
          ),
        )}
    </ul>`,
});
