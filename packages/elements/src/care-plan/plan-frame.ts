import { unreadIn } from '@ehch/clinical';
import type { Known, Section, SectionName, Side } from '@ehch/clinical';
import { html, nothing } from 'lit';
import type { TemplateResult } from 'lit';
import { commonRecord, NOTHING_COMMON } from '../internal/common-record.ts';
import { commonWords, provenance } from '../internal/fact.ts';
import { heading } from '../internal/heading.ts';
import { shell } from '../internal/section-frame.ts';
import { ageWords, gaps, retry } from '../internal/section-standing.ts';
import { errorWords, WITHHELD } from '../internal/section-words.ts';
import { data, joined } from '../internal/text.ts';
import type { Recorded } from '@ehch/clinical';
import type { PlanSurroundings } from './plan-surroundings.ts';

/** A card of the plan with a state of its own, because it comes from a section of its own. */
export interface PlanCard<T> {
  readonly name: string;
  readonly title: string;
  /** The section of the view from which it comes. */
  readonly from: SectionName;
  readonly section: Section<T>;
  /** Said where nobody has recorded anything. Never words that could be read as "none". */
  readonly notRecorded: unknown;
  /** Said beside the state where it was not read: what to do without it. */
  readonly notRead?: string;
  /** Stands first where records disagree. */
  disagreement?(sides: readonly Side<T>[]): TemplateResult;
  body(value: T, around: PlanSurroundings): unknown;
  /** All of its facts, where what they share is to be said once, at the head. */
  facts?(value: T): readonly Recorded[];
  /** The dates of its facts mean different things: each is said on its line. */
  readonly ownDates?: boolean;
  /** Stands below whatever the state of the section. */
  below?(around: PlanSurroundings): unknown;
}

/** The states are told the same way for all cards: failed is not none, withheld is not empty. */
export function planCard<T>(card: PlanCard<T>, around: PlanSurroundings): TemplateResult {
  const { name, title, from, section } = card;
  const state = section.state === 'known' ? section.content.kind : section.state;
  const { words, within } = sharing(factsOf(card), around, card.ownDates !== true);
  const head = html`${heading(around.level, `${around.prefix}${name}`, title)}
    <span class="state">${planStandingWords(section, around)}</span>
    ${words} ${retry(from, title, section)}`;
  return shell(
    `${around.prefix}${name}`,
    state,
    head,
    html`<div class="body">${contentOf(card, within)} ${card.below?.(within) ?? nothing}</div>`,
  );
}

function factsOf<T>({ section, facts }: PlanCard<T>): readonly Recorded[] {
  const content = section.state === 'known' ? section.content : null;
  return content?.kind === 'recorded' ? (facts?.(content.value) ?? []) : [];
}

/** How a section stands: not read, records that disagree, how old. */
export function planStandingWords<T>(section: Section<T>, { today }: PlanSurroundings): unknown {
  switch (section.state) {
    case 'loading':
      return 'loading';
    case 'withheld':
      return WITHHELD[section.why];
    case 'failed':
      return `could not be loaded: ${errorWords(section.error)}`;
    case 'known':
      return joined([
        section.content.kind === 'disagree' ? 'records disagree' : null,
        section.content.kind === 'not-recorded'
          ? unreadIn(section).length === 0
            ? 'nothing recorded'
            : 'nothing found in what was read'
          : null,
        unreadIn(section).length > 0 ? 'not complete' : null,
        ...ageWords(section, today),
      ]);
  }
}

const NOT_KNOWN = {
  loading: 'Loading. What is recorded is not known yet.',
  withheld: 'There may be something recorded that you cannot see here.',
  failed: 'What is recorded is not known.',
} as const;

function contentOf<T>(card: PlanCard<T>, around: PlanSurroundings) {
  const { section } = card;
  if (section.state === 'known') return html`${gaps(section)}${knownOf(card, section, around)}`;
  return html`<p>${NOT_KNOWN[section.state]} ${card.notRead ?? nothing}</p>`;
}

function knownOf<T>(card: PlanCard<T>, section: Known<T>, around: PlanSurroundings) {
  const { content } = section;
  switch (content.kind) {
    case 'recorded':
      return html`${card.body(content.value, around)}${statements(content.nones)}`;
    case 'recorded-as-none':
      return statements(content.statements);
    case 'not-recorded':
      return html`<p>${unreadIn(section).length === 0 ? card.notRecorded : NOT_KNOWN.failed}</p>
        ${statements(content.statements)}`;
    case 'disagree':
      return html`${
        card.disagreement?.(content.sides) ??
        html`<p class="notice strong">Records disagree. All are shown, and none is chosen.</p>`
      }
        <div class="sides">${content.sides.map((side, at) => sideOf(card, side, at, around))}</div>
        ${
          content.common === null
            ? nothing
            : html`<p class="between">Not in dispute</p>
                ${card.body(content.common, ofCommon(around))}`
        }`;
  }
}

/** What is not in dispute, in ids of its own. */
function ofCommon(around: PlanSurroundings): PlanSurroundings {
  return { ...around, scope: 'side', common: NOTHING_COMMON, prefix: `${around.prefix}common-` };
}

function sideOf<T>(card: PlanCard<T>, side: Side<T>, at: number, around: PlanSurroundings) {
  const id = `${around.prefix}${card.name}-side-${at}`;
  return html`<div class="side" role="group" aria-labelledby=${id}>
    <p class="side-head" id=${id}>Record ${at + 1}: ${provenance(side, { today: around.today })}</p>
    ${
      side.none === undefined
        ? card.body(side.value, { ...around, scope: 'side', common: NOTHING_COMMON, prefix: `${id}-` })
        : statements([side.none])
    }
  </div>`;
}

/** Somebody's own words that there is none, or that nobody knows. */
function statements(said: readonly (Recorded & { readonly text: string })[] = []) {
  return said.map((one) => html`<p>${data(one.text)} ${provenance(one, { today: '' })}</p>`);
}

/** A card of lines of the plan: its section was read, and its state is said at the plan's head. */
export function lineCard(
  name: string,
  title: string,
  around: PlanSurroundings,
  body: unknown,
  shared: unknown = nothing,
): TemplateResult {
  const { level, prefix, ofRecord } = around;
  const told = ofRecord === '' ? title : html`${title}<span class="spoken">${ofRecord}</span>`;
  const head = html`${heading(level, `${prefix}${name}`, told)} ${shared}`;
  return shell(`${around.prefix}${name}`, 'recorded', head, html`<div class="body">${body}</div>`);
}

/** The surroundings of a fact whose words name its author already: nobody is named twice on one line. */
export function namedAlready(by: Recorded['by'], around: PlanSurroundings): PlanSurroundings {
  return { ...around, common: { ...NOTHING_COMMON, ...around.common, by } };
}

/** What these facts share, for the head of their card, and the surroundings in which each says only what differs. */
export function sharing(
  facts: readonly Recorded[],
  around: PlanSurroundings,
  shareDates = true,
): { readonly words: unknown; readonly within: PlanSurroundings } {
  const common = around.scope === 'side' ? NOTHING_COMMON : commonRecord(facts, shareDates);
  return { words: commonWords(common) ?? nothing, within: { ...around, common } };
}
