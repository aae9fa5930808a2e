import type { Allergy, Section } from '@ehch/clinical';
import { html, nothing } from 'lit';
import { fact } from '../../internal/fact.ts';
import { defineSection, isNoneOfAll } from '../../internal/section-frame.ts';
import { data } from '../../internal/text.ts';
import { day } from '../../internal/when.ts';

export const allergies = defineSection({
  name: 'allergies',
  title: allergiesTitle,
  always: true,
  notRecorded: 'Nobody has recorded whether there are any.',
  body: (value: readonly Allergy[], { today }) =>
    value.length === 0
      ? html`<p>This record says that no allergies are known.</p>`
      : html`<ul class="facts allergies">
          ${value.map((allergy) =>
            fact(line(allergy), allergy, today, { dateWord: allergy.on === null ? '' : 'recorded' }),
          )}
        </ul>`,
});

/**
 * Exactly one of four titles, CUI PAB-0064..0072. "No known allergies" is said only of a complete answer: with a part
 * missing, the truth is that allergies are unavailable; and of drugs alone, that allergies are not recorded.
 */
function allergiesTitle(section: Section<readonly Allergy[]>): string {
  if (section.state !== 'known') return 'Allergies unavailable';
  switch (section.content.kind) {
    case 'recorded':
    case 'disagree':
      return 'Known allergies';
    case 'recorded-as-none':
    case 'not-recorded':
      if (section.gaps.length > 0) return 'Allergies unavailable';
      return section.content.kind === 'recorded-as-none' && isNoneOfAll(section.content.statements)
        ? 'No known allergies'
        : 'Allergies not recorded';
  }
}

function line({ substance, kind, reactions, criticality, status, lastReaction }: Allergy) {
  return html`<strong class="substance">${data(substance)}</strong>${
    kind === 'intolerance' ? ' (intolerance)' : nothing
  }${
    reactions.length === 0
      ? nothing
      : html`:
          ${reactions.map(
            ({ text, severity }, index) =>
              html`${index === 0 ? '' : ', '}${data(text)}${severity === null ? '' : ` (${severity})`}`,
          )}`
  }${
    criticality === 'high'
      ? html` <strong class="tag urgent">High risk of a serious reaction</strong>`
      : nothing
  }${status === 'active' ? nothing : html`; <strong>${status === 'not-stated' ? 'not stated whether it still applies' : `recorded as ${status}`}</strong>`}${
    lastReaction === null ? nothing : html`; last reaction ${day(lastReaction)}`
  }`;
}
