import type { Allergy, NoneStatement, Section } from '@ehch/clinical';
import { html, nothing } from 'lit';
import type { TemplateResult } from 'lit';
import { cautions, dateAtEdge, fact, whose } from '../../internal/fact.ts';
import { factList } from '../../internal/fact-list.ts';
import { defineSection, isNoneOfAll } from '../../internal/section-frame.ts';
import type { Telling } from '../../internal/telling.ts';
import { data } from '../../internal/text.ts';
import { day } from '../../internal/when.ts';
import { swallowing } from './swallowing.ts';

export const allergies = defineSection({
  name: 'allergies',
  title: allergiesTitle,
  always: true,
  facts: (value: readonly Allergy[]) => value,
  ownDates: true,
  body: (value: readonly Allergy[], telling) =>
    value.length === 0
      ? html`<p>This record says that no allergies are known.</p>`
      : factList(
          value,
          (allergy) =>
            fact(line(allergy), allergy, telling, { dateWord: allergy.on === null ? '' : 'recorded' }),
          'allergies',
        ),
  none: byKind,
  below: swallowing,
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

const KINDS = { drug: 'Drugs', food: 'Food', other: 'Latex and other' } as const;

/**
 * The state by kind, where somebody said "none" of some kinds and nobody spoke of the others: "Drugs: none known,
 * 19-Oct-2025. Food, latex and other: not recorded". The title alone would deny what is there.
 */
function byKind(statements: readonly NoneStatement[], telling: Telling): TemplateResult | null {
  if (isNoneOfAll(statements)) return null;
  const kinds = Object.keys(KINDS) as (keyof typeof KINDS)[];
  const unsaid = kinds.filter((kind) => !statements.some(({ scope }) => scope === kind));
  return html`<ul class="facts">
    ${kinds.flatMap((kind) =>
      statements
        .filter(({ scope }) => scope === kind)
        .map(
          (statement) =>
            html`<li class="fact">
              <span class="what">${KINDS[kind]}: <strong>none known</strong>${whose(statement, telling)}</span>
              ${dateAtEdge(statement, telling)} ${cautions(statement)}
            </li>`,
        ),
    )}
    ${
      unsaid.length === 0
        ? nothing
        : html`<li class="fact">${unsaidWords(unsaid.map((kind) => KINDS[kind]))}: <strong>not recorded</strong></li>`
    }
  </ul>`;
}

function unsaidWords(kinds: readonly string[]): string {
  const text = kinds.join(', ').toLowerCase().replace('food, latex and', 'food, latex,');
  return text.slice(0, 1).toUpperCase() + text.slice(1);
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
