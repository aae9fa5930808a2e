import type {
  CivilDate,
  Known,
  NoneStatement,
  ResidentSections,
  Section,
  SectionName,
  Side,
  UnknownStatement,
} from '@ehch/clinical';
import { howOld } from '@ehch/clinical';
import { html, nothing } from 'lit';
import type { TemplateResult } from 'lit';
import { fact, provenance } from './fact.ts';
import { heading } from './heading.ts';
import { WITHHELD, errorWords, gapWords } from './section-words.ts';
import type { Telling } from './telling.ts';
import { data, joined } from './text.ts';
import { moment } from './when.ts';

/** What differs from one section to the next. The states are told the same way for all. */
export interface SectionPart<N extends SectionName> {
  readonly name: N;
  readonly title: string | ((section: Section<ResidentSections[N]>) => string);
  /** What is recorded, in a few words for the heading line. */
  summary?(value: ResidentSections[N], telling: Telling): TemplateResult | string | null;
  body(value: ResidentSections[N], telling: Telling): TemplateResult;
  /** Said below "nothing recorded", where that is not enough. Never words that could be read as "none". */
  readonly notRecorded?: string;
  /** Stands first where records disagree. */
  disagreement?(sides: readonly Side<ResidentSections[N]>[], telling: Telling): TemplateResult;
  /** Written out in the compact form too, never collapsed. */
  readonly always?: boolean;
  /** A score or prompt: not shown in the last days of life, folded away after death. */
  readonly score?: boolean;
}

export interface SectionTeller {
  readonly name: SectionName;
  tell(telling: Telling): TemplateResult;
}

export function defineSection<N extends SectionName>(part: SectionPart<N>): SectionTeller {
  return {
    name: part.name,
    tell: (telling) => frame(part, telling.view.sections[part.name], telling),
  };
}

function frame<N extends SectionName>(
  part: SectionPart<N>,
  section: Section<ResidentSections[N]>,
  telling: Telling,
): TemplateResult {
  const { name } = part;
  const title = typeof part.title === 'string' ? part.title : part.title(section);
  if (part.score === true && telling.lastDays !== null) {
    return shell(
      name,
      'silent',
      html`${heading(telling.level, name, title)}<span class="state">${lastDaysWords(telling)}</span>`,
      nothing,
    );
  }
  const collapsible = (telling.compact && part.always !== true) || (part.score === true && telling.died);
  const open = !collapsible || telling.opened.has(name);
  const told = stateWords(part, section, telling);
  const button = html`<button type="button" class="toggle" data-toggle=${name} aria-expanded=${open ? 'true' : 'false'} aria-controls="${name}-body">
    ${title}<span class="state"> · ${told}</span>
  </button>`;
  return shell(
    name,
    section.state === 'known' ? section.content.kind : section.state,
    html`${heading(telling.level, name, collapsible ? button : title)}${collapsible ? nothing : html`<span class="state">${told}</span>`}
    ${retry(name, title, section)}`,
    html`<div class="body" id="${name}-body" ?hidden=${!open}>${content(part, section, telling)}</div>`,
  );
}

/** A named region with its heading line. */
export function shell(name: string, state: string, head: unknown, body: unknown): TemplateResult {
  return html`<section class="section" part="section" data-section=${name} data-state=${state} aria-labelledby=${name}>
    <div class="head">${head}</div>
    ${body}
  </section>`;
}

function lastDaysWords({ lastDays, today }: Telling) {
  return html`Not shown: a plan for the last days of life is recorded.
  ${lastDays === null ? nothing : provenance(lastDays, today)}`;
}

/** The state in words for the heading line. */
export function stateWords<N extends SectionName>(
  part: Pick<SectionPart<N>, 'summary' | 'score'>,
  section: Section<ResidentSections[N]>,
  telling: Telling,
) {
  switch (section.state) {
    case 'loading':
      return 'loading';
    case 'withheld':
      return WITHHELD[section.why];
    case 'failed':
      return `could not be loaded: ${errorWords(section.error)}`;
    case 'known':
      return joined([
        part.score === true && telling.died ? 'folded away' : null,
        knownWords(part, section, telling),
        section.gaps.length > 0 ? 'not complete' : null,
        ...ageWords(section, telling.today),
      ]);
  }
}

function knownWords<N extends SectionName>(
  part: Pick<SectionPart<N>, 'summary'>,
  { content: known }: Known<ResidentSections[N]>,
  telling: Telling,
) {
  switch (known.kind) {
    case 'recorded':
      return part.summary?.(known.value, telling) ?? null;
    case 'recorded-as-none':
      return isNoneOfAll(known.statements) ? 'recorded as none' : null;
    case 'not-recorded':
      return 'nothing recorded';
    case 'disagree':
      return 'records disagree';
  }
}

/** Whether anybody said "none" of all of it: "no known drug allergies" says nothing about the others. */
export function isNoneOfAll(statements: readonly NoneStatement[]): boolean {
  return statements.some(({ scope = 'all' }) => scope === 'all');
}

/** How far the section can be relied on to be today's. */
export function ageWords(section: Known<unknown>, today: CivilDate): (TemplateResult | string | null)[] {
  const { refresh } = section;
  const old = section.freshness === 'stale' || refresh.state === 'failed';
  return [
    refresh.state === 'failed' ? `could not be updated: ${errorWords(refresh.error)}` : null,
    old
      ? html`<strong class="old">as of ${moment(section.asOf)} (${howOld(section.asOf, today)})</strong>`
      : null,
    refresh.state === 'running' ? 'updating' : null,
  ];
}

/** A way to try again wherever it failed. What is only old is read again as a whole, from the footer. */
export function retry(name: SectionName, title: string, section: Section<unknown>) {
  const canHelp =
    section.state === 'failed' ||
    (section.state === 'known' &&
      section.refresh.state !== 'running' &&
      (section.refresh.state === 'failed' || section.gaps.some(({ why }) => why === 'failed')));
  if (!canHelp) return nothing;
  return html`<button type="button" class="retry" data-retry=${name}>
    Try again<span class="spoken">: ${title}</span>
  </button>`;
}

function content<N extends SectionName>(
  part: SectionPart<N>,
  section: Section<ResidentSections[N]>,
  telling: Telling,
) {
  switch (section.state) {
    case 'loading':
      return html`<p>Loading. What is recorded is not known yet.</p>`;
    case 'withheld':
      return html`<p>There may be something recorded that you cannot see here.</p>`;
    case 'failed':
      return html`<p>What is recorded is not known.</p>`;
    case 'known':
      return html`${gaps(section)}${known(part, section, telling)}`;
  }
}

export function gaps({ gaps: all }: Known<unknown>) {
  if (all.length === 0) return nothing;
  // What is only on its way will be there in a moment: said, and not shouted.
  const tone = all.every(({ why }) => why === 'loading') ? 'aside' : 'notice';
  return html`<p class=${tone}>Not complete: ${all.map(gapWords).join('; ')}.</p>`;
}

function known<N extends SectionName>(
  part: SectionPart<N>,
  { content: told }: Known<ResidentSections[N]>,
  telling: Telling,
) {
  switch (told.kind) {
    case 'recorded':
      return html`${part.body(told.value, telling)}${statements(told.nones, telling)}`;
    case 'recorded-as-none':
      return statements(told.statements, telling);
    case 'not-recorded':
      return html`${part.notRecorded === undefined ? nothing : html`<p>${part.notRecorded}</p>`}
      ${statements(told.statements, telling)}`;
    case 'disagree':
      return html`${
        part.disagreement?.(told.sides, telling) ??
        html`<p class="notice">Records disagree. All are shown, and none is chosen.</p>`
      }
        <div class="sides">${told.sides.map((side, index) => sideOf(part, side, index, telling))}</div>
        ${
          told.common === null
            ? nothing
            : html`<p class="between">Not in dispute</p>
                ${part.body(told.common, { ...telling, scope: 'side' })}`
        }${statements(told.nones, telling)}`;
  }
}

function sideOf<N extends SectionName>(
  part: SectionPart<N>,
  side: Side<ResidentSections[N]>,
  index: number,
  telling: Telling,
) {
  const id = `${part.name}-side-${index}`;
  return html`<div class="side" role="group" aria-labelledby=${id}>
    <p class="side-head" id=${id}>Record ${index + 1}: ${provenance(side, telling.today)}</p>
    ${
      side.none === undefined
        ? part.body(side.value, { ...telling, scope: 'side' })
        : statements([side.none], telling)
    }
  </div>`;
}

/** Somebody's statement that there is none, or that nobody knows, in its own words. */
function statements(said: readonly (NoneStatement | UnknownStatement)[] = [], { today }: Telling) {
  if (said.length === 0) return nothing;
  // One record that speaks of two kinds makes two statements, which would be drawn alike.
  const drawn = said.map(({ text, on, by, source }) => JSON.stringify([text, on, by, source]));
  const once = said.filter((_, place) => drawn.indexOf(drawn[place] ?? '') === place);
  return html`<ul class="facts">
    ${once.map((statement) => fact(data(statement.text), statement, today))}
  </ul>`;
}
