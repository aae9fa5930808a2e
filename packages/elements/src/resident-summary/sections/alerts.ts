import type { Alert } from '@ehch/clinical';
import { html } from 'lit';
import { fact } from '../../internal/fact.ts';
import { factList } from '../../internal/fact-list.ts';
import { defineSection } from '../../internal/section-frame.ts';
import { joined, lines, sentence, strong } from '../../internal/text.ts';
import { dated } from '../../internal/when.ts';

/** [P] A name that can be mistaken comes before everything: it decides whether the rest is about this person. */
const FIRST = ['same-name', 'reasonable-adjustment', 'deprivation-of-liberty', 'infection'];

export const alerts = defineSection({
  name: 'alerts',
  title: 'Alerts',
  always: true,
  facts: (value: readonly Alert[]) => value,
  body: (value, around) => {
    // A name that can be mistaken stands with the identity, unless only one of the records knows of it.
    const here = around.scope === 'side' ? value : value.filter(({ kind }) => kind !== 'same-name');
    return here.length === 0
      ? html`<p>The same or similar name: with the identity, above.</p>`
      : factList(
          here.toSorted((a, b) => place(a) - place(b)),
          (alert) => fact(words(alert), alert, around),
        );
  },
});

function words({ kind, text, until }: Alert) {
  const title = kind === 'same-name' ? 'Same or similar name in this home' : sentence(kind);
  return joined([
    // "Other" is no name for anything.
    kind === 'other' ? strong(text) : html`<strong>${title}:</strong> ${lines(text)}`,
    dated('until', until),
  ]);
}

function place({ kind }: Alert): number {
  const index = FIRST.indexOf(kind);
  return index < 0 ? FIRST.length : index;
}
