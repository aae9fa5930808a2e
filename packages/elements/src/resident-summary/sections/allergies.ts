import { unreadIn } from '@ehch/clinical';
import type { Allergy, AllergyReaction, NoneKind, NoneStatement, Section } from '@ehch/clinical';
import { html, nothing } from 'lit';
import type { TemplateResult } from 'lit';
import { fact } from '../../internal/fact.ts';
import { noteBy } from '../../internal/beside-fact.ts';
import { factList } from '../../internal/fact-list.ts';
import { defineSection, isNoneOfAll } from '../../internal/section-frame.ts';
import type { SectionSurroundings } from '../../internal/section-surroundings.ts';
import { data } from '../../internal/text.ts';
import { dated, day } from '../../internal/when.ts';
import { swallowing } from './swallowing.ts';

export const allergies = defineSection({
  name: 'allergies',
  title: allergiesTitle,
  always: true,
  facts: (value: readonly Allergy[]) => value,
  ownDates: true,
  body: (value: readonly Allergy[], around) =>
    value.length === 0
      ? html`<p>This record says that no allergies are known.</p>`
      : factList(
          value,
          (allergy) => fact(line(allergy), allergy, around, { dateWord: dateWord(allergy) }),
          'allergies',
        ),
  none: byKind,
  below: (around) => html`${swallowing(around)} ${notLookedFor(around)}`,
});

/**
 * [P] Adverse events are asked of no server, and come only in a record that was sent whole. Then they are counted here. It is
 * said where "none" or nothing is recorded: beside an allergy nobody takes the list for all that ever happened.
 */
function notLookedFor({ view }: SectionSurroundings): TemplateResult | typeof nothing {
  const { allergies: section } = view.sections;
  const isSaid =
    section.state === 'known' &&
    (section.content.kind === 'recorded-as-none' || section.content.kind === 'not-recorded') &&
    section.gaps.every(({ why }) => why !== 'more');
  return isSaid ? html`<p class="aside">Adverse events are not looked for here.</p>` : nothing;
}

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
      if (unreadIn(section).length > 0) return 'Allergies unavailable';
      return section.content.kind === 'recorded-as-none' && isNoneOfAll(section.content.statements)
        ? 'No known allergies'
        : 'Allergies not recorded';
  }
}

const KINDS: Record<Exclude<NoneKind, 'part'>, string> = {
  drug: 'drugs',
  food: 'food',
  latex: 'latex',
  animal: 'animals',
  insect: 'insects',
  contrast: 'contrast media',
  environment: 'environment',
  other: 'other',
};

/** The kinds of which it is said when nobody spoke of them. */
const ASKED = ['drug', 'food', 'latex', 'other'] as const;

/**
 * The state by kind, where somebody said "none" of some kinds and nobody spoke of the others: "Drugs: none known,
 * 19-Oct-2025. Food, latex, other: not recorded". The title alone would deny what is there.
 */
function byKind(statements: readonly NoneStatement[], around: SectionSurroundings): TemplateResult | null {
  if (isNoneOfAll(statements)) {
    const isTitle = statements.every(({ text }) => /^no known allergies\.?$/i.test(text));
    // The title says it: the line says by whom and when.
    return isTitle ? factList(statements, (statement) => fact(nothing, statement, around)) : null;
  }
  const unsaid = ASKED.filter((kind) => !statements.some(({ scope }) => scope === kind)).map(
    (kind) => KINDS[kind],
  );
  return html`${factList(statements, (statement) => fact(noneWords(statement), statement, around))}
  ${
    unsaid.length === 0
      ? nothing
      : html`<p class="fact">${upperFirst(unsaid.join(', '))}: <strong>not recorded</strong></p>`
  }`;
}

/** A part that only the statement's own words name is told in them. */
function noneWords({ scope, text }: NoneStatement) {
  return scope === undefined || scope === 'all' || scope === 'part'
    ? data(text)
    : html`${upperFirst(KINDS[scope])}: <strong>none known</strong>`;
}

function upperFirst(text: string): string {
  return text.slice(0, 1).toUpperCase() + text.slice(1);
}

function dateWord({ on, dated: which = 'recorded' }: Allergy): string {
  return on === null ? '' : which === 'began' ? 'since' : 'recorded';
}

function line(allergy: Allergy) {
  const { substance, reactions, criticality } = allergy;
  return html`<strong class="substance">${data(substance)}</strong>${
    allergy.kind === 'intolerance' ? ' (intolerance)' : nothing
  }${reactions.length === 0 ? nothing : html`: ${reactions.map(reactionWords)}`}${
    criticality === 'high'
      ? html` <strong class="tag urgent">High risk of a serious reaction</strong>`
      : nothing
  }${besides(allergy).map((words) => html`; ${words}`)}`;
}

/** "Medication allergy", "food": what the record calls it. */
function kindWords({ kind, category }: Allergy): string | null {
  const words = [category.join(' and '), kind === 'allergy' ? kind : ''].filter((word) => word !== '');
  return words.length === 0 ? null : words.join(' ');
}

function reactionWords(
  { text, severity, on = null, route = null, notes = [] }: AllergyReaction,
  index: number,
) {
  const details = [
    severity,
    data(route),
    on === null ? null : day(on),
    ...notes.map((note) => html`“${data(note.text)}”${noteBy(note)}`),
  ].filter((part) => part !== null);
  return html`${index === 0 ? '' : ', '}${data(text)}${
    details.length === 0 ? nothing : html` (${details.map((part, place) => [place === 0 ? '' : ', ', part])})`
  }`;
}

const RISK = { low: 'low risk of a serious reaction', 'unable-to-assess': 'the risk could not be assessed' };

/** What limits the line or turns it round, and its days. */
function besides(allergy: Allergy): readonly unknown[] {
  const { status, criticality, lastReaction, verification, onset, ended, endedWhy, recorded } = allergy;
  return [
    verification ? html`<strong>${data(verification)}</strong>` : null,
    status === 'active'
      ? null
      : html`<strong>${
          status === 'not-stated' ? 'not stated whether it still applies' : `recorded as ${status}`
        }</strong>`,
    ended ? html`<strong>ended ${day(ended)}</strong>` : null,
    endedWhy ? html`ended because: ${data(endedWhy)}` : null,
    criticality === null || criticality === 'high' ? null : RISK[criticality],
    onset ? html`began ${data(onset)}` : null,
    dated('last reaction', lastReaction),
    dated('recorded', recorded ?? null),
    kindWords(allergy),
  ].filter((part) => part !== null);
}
