import { unreadIn } from '@ehch/clinical';
import type {
  Known,
  NoneStatement,
  Recorded,
  ResidentSections,
  Section,
  SectionName,
  Side,
  UnknownStatement,
} from '@ehch/clinical';
import { html, nothing } from 'lit';
import type { TemplateResult } from 'lit';
import { commonRecord, NOTHING_COMMON } from './common-record.ts';
import type { CommonRecord } from './common-record.ts';
import { commonWords, fact, provenance } from './fact.ts';
import { factList } from './fact-list.ts';
import { heading } from './heading.ts';
import { ageWords, gaps, retry } from './section-standing.ts';
import { WITHHELD, errorWords } from './section-words.ts';
import type { SectionSurroundings } from './section-surroundings.ts';
import { data, joined } from './text.ts';
import { withdrawnNotes } from './withdrawn.ts';

/** What differs from one section to the next. The states are told the same way for all. */
export interface SectionPart<N extends SectionName> {
  readonly name: N;
  readonly title: string | ((section: Section<ResidentSections[N]>) => string);
  /** The name of its row in the compact form, where the title is long. */
  readonly short?: string;
  /** All of its facts, where what they share is to be said once, at the head. */
  facts?(value: ResidentSections[N], around: SectionSurroundings): readonly Recorded[];
  /** The dates of its facts mean different things: each is said on its line. */
  readonly ownDates?: boolean;
  /** What is recorded, in a few words for the heading line. */
  summary?(value: ResidentSections[N], around: SectionSurroundings): TemplateResult | string | null;
  body(value: ResidentSections[N], around: SectionSurroundings): TemplateResult;
  /** Said below "nothing recorded", where that is not enough. Never words that could be read as "none". */
  readonly notRecorded?: string;
  /** What is said where somebody recorded "none". `null`: the statements themselves. */
  none?(statements: readonly NoneStatement[], around: SectionSurroundings): TemplateResult | null;
  /** Stands at the end whatever the state of the section, with states of its own. */
  below?(around: SectionSurroundings): TemplateResult | typeof nothing;
  /** Stands first where records disagree. */
  disagreement?(sides: readonly Side<ResidentSections[N]>[], around: SectionSurroundings): TemplateResult;
  /** What the row says in the compact form: the change and its shape, not just the value. The summary where not given. */
  row?(value: ResidentSections[N], around: SectionSurroundings): TemplateResult | string | null;
  /** Written out in the compact form too, never collapsed. */
  readonly always?: boolean;
  /** The instruments whose scores it shows, so that one which was withdrawn says so above its scores. */
  instruments?(value: ResidentSections[N] | null): readonly { readonly id: string; readonly title: string }[];
  /** A score or prompt: not shown in the last days of life, a closed row after death. */
  readonly score?: boolean;
}

export interface SectionRenderer {
  readonly name: SectionName;
  /** The name of its row. */
  readonly row: string;
  /** See {@link SectionPart.score}. */
  readonly isScore: boolean;
  render(around: SectionSurroundings): TemplateResult;
}

export function defineSection<N extends SectionName>(part: SectionPart<N>): SectionRenderer {
  return {
    name: part.name,
    row: part.short ?? (typeof part.title === 'string' ? part.title : part.name),
    isScore: part.score === true,
    render: (around) => frame(part, around.view.sections[part.name], around),
  };
}

function frame<N extends SectionName>(
  part: SectionPart<N>,
  section: Section<ResidentSections[N]>,
  given: SectionSurroundings,
): TemplateResult {
  const { name } = part;
  const title = typeof part.title === 'string' ? part.title : part.title(section);
  if (part.score === true && given.lastDays !== null) return silentInLastDays(name, title, given);
  const around = { ...given, common: commonOf(part, section, given) };
  const collapsible = (around.compact && part.always !== true) || (part.score === true && around.died);
  const open = !collapsible || around.opened.has(name);
  const shared = section.state === 'known' ? commonWords(around.common) : null;
  const head = collapsible
    ? row(part, title, section, around, open)
    : html`${heading(around.level, name, title)}<span class="state">${stateWords(part, section, around)}</span>
        ${shared ?? nothing}`;
  const body = html`<div class="body" id="${name}-body" ?hidden=${!open}>
    ${collapsible && shared !== null ? html`<p class="aside">${shared}</p>` : nothing}
    ${content(part, section, around)} ${part.below?.(around) ?? nothing}
  </div>`;
  const state = section.state === 'known' ? section.content.kind : section.state;
  const value =
    section.state === 'known' && section.content.kind === 'recorded' ? section.content.value : null;
  const withdrawn = withdrawnNotes(around.place, part.instruments?.(value) ?? []);
  // Above the body, so that a row of the compact form says it too.
  return shell(name, state, html`${head} ${retry(name, title, section)} ${withdrawn}`, body);
}

/** A row of the compact form, or of a score after death: its name, what it says, and the press that opens it. */
function row<N extends SectionName>(
  part: SectionPart<N>,
  title: string,
  section: Section<ResidentSections[N]>,
  around: SectionSurroundings,
  open: boolean,
) {
  const told = stateWords({ ...part, summary: part.row ?? part.summary }, section, around);
  return heading(
    around.level,
    part.name,
    html`<button
      type="button"
      class="toggle"
      data-toggle=${part.name}
      aria-expanded=${open ? 'true' : 'false'}
      aria-controls="${part.name}-body"
    >
      <span class="row-name">${part.short ?? title}</span
      ><span class="spoken">: </span><span class="row-says">${told}</span>
    </button>`,
  );
}

/** What the facts of a section share. Where records disagree each side says all of its own. */
function commonOf<N extends SectionName>(
  part: SectionPart<N>,
  section: Section<ResidentSections[N]>,
  around: SectionSurroundings,
): CommonRecord {
  if (section.state !== 'known' || section.content.kind !== 'recorded') return NOTHING_COMMON;
  return commonRecord(part.facts?.(section.content.value, around) ?? [], part.ownDates !== true);
}

function silentInLastDays(name: SectionName, title: string, around: SectionSurroundings): TemplateResult {
  return shell(
    name,
    'silent',
    html`${heading(around.level, name, title)}<span class="state"
        >Not shown: a plan for the last days of life is recorded.</span
      >`,
    nothing,
  );
}

/** A named region with its heading line. */
export function shell(name: string, state: string, head: unknown, body: unknown): TemplateResult {
  return html`<section class="section" part="section" data-section=${name} data-state=${state} aria-labelledby=${name}>
    <div class="head">${head}</div>
    ${body}
  </section>`;
}

interface StatePart<N extends SectionName> {
  readonly none?: SectionPart<N>['none'] | undefined;
  readonly summary?: SectionPart<N>['summary'] | undefined;
}

/** The state in words for the heading line. */
export function stateWords<N extends SectionName>(
  part: StatePart<N>,
  section: Section<ResidentSections[N]>,
  around: SectionSurroundings,
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
        knownWords(part, section, around),
        unsentWords(section.content),
        unreadIn(section).length > 0 ? 'not complete' : null,
        ...ageWords(section, around.today),
      ]);
  }
}

/** The line of a section may say the newest fact alone, without its cautions. That it was not sent is said on every line. */
function unsentWords(content: unknown): string | null {
  const found = JSON.stringify(content);
  if (found.includes('"not-sent"')) return 'with what was signed here and NOT SENT';
  return found.includes('"arrival-not-known"') ? 'with what is not known to have arrived' : null;
}

function knownWords<N extends SectionName>(
  part: StatePart<N>,
  section: Known<ResidentSections[N]>,
  around: SectionSurroundings,
) {
  const { content: known } = section;
  switch (known.kind) {
    case 'recorded':
      return part.summary?.(known.value, around) ?? null;
    case 'recorded-as-none':
      // Allergies say so in their title.
      return isNoneOfAll(known.statements) && part.none === undefined ? 'recorded as none' : null;
    case 'not-recorded':
      // What stands in the part that was not read nobody knows.
      return unreadIn(section).length === 0 ? 'nothing recorded' : 'nothing found in what was read';
    case 'disagree':
      return 'records disagree';
  }
}

/** Whether anybody said "none" of all of it: "no known drug allergies" says nothing about the others. */
export function isNoneOfAll(statements: readonly NoneStatement[]): boolean {
  return statements.some(({ scope = 'all' }) => scope === 'all');
}

function content<N extends SectionName>(
  part: SectionPart<N>,
  section: Section<ResidentSections[N]>,
  around: SectionSurroundings,
) {
  if (section.state === 'known') return html`${gaps(section)}${known(part, section, around)}`;
  // Of limits and allergies it is said in full; the other headings have said it, and the glance names them.
  return part.always === true && around.wholeRecord !== true
    ? html`<p>${NOT_KNOWN[section.state]}</p>`
    : nothing;
}

const NOT_KNOWN = {
  loading: 'Loading. What is recorded is not known yet.',
  withheld: 'There may be something recorded that you cannot see here.',
  failed: 'What is recorded is not known.',
} as const;

function known<N extends SectionName>(
  part: SectionPart<N>,
  section: Known<ResidentSections[N]>,
  around: SectionSurroundings,
) {
  const { content: told } = section;
  switch (told.kind) {
    case 'recorded':
      return html`${part.body(told.value, around)}${statements(told.nones, around)}`;
    case 'recorded-as-none':
      return part.none?.(told.statements, around) ?? statements(told.statements, around);
    case 'not-recorded':
      return html`${
        part.notRecorded === undefined
          ? nothing
          : html`<p>${unreadIn(section).length === 0 ? part.notRecorded : NOT_KNOWN.failed}</p>`
      }
      ${statements(told.statements, around)}`;
    case 'disagree':
      return html`${
        part.disagreement?.(told.sides, around) ??
        html`<p class="notice">Records disagree. All are shown, and none is chosen.</p>`
      }
        <div class="sides">${told.sides.map((side, index) => sideOf(part, side, index, around))}</div>
        ${
          told.common === null
            ? nothing
            : html`<p class="between">Not in dispute</p>
                ${part.body(told.common, { ...around, scope: 'side' })}`
        }${statements(told.nones, around)}`;
  }
}

/** The head of a side says when, from where and by whom; its lines say what differs from that. */
function ofSide({ source, by, on }: Recorded): CommonRecord {
  return { source: source.label, ...(by === null ? {} : { by }), on, ofAll: true };
}

function sideOf<N extends SectionName>(
  part: SectionPart<N>,
  side: Side<ResidentSections[N]>,
  index: number,
  around: SectionSurroundings,
) {
  const id = `${part.name}-side-${index}`;
  return html`<div class="side" role="group" aria-labelledby=${id}>
    <p class="side-head" id=${id}>Record ${index + 1}: ${provenance(side, { today: around.today })}</p>
    ${
      side.none === undefined
        ? part.body(side.value, { ...around, scope: 'side', common: ofSide(side) })
        : statements([side.none], { ...around, common: ofSide(side) })
    }
  </div>`;
}

/** Somebody's statement that there is none, or that nobody knows, in its own words. */
function statements(said: readonly (NoneStatement | UnknownStatement)[] = [], around: SectionSurroundings) {
  if (said.length === 0) return nothing;
  // One record that speaks of two kinds makes two statements, which would be drawn alike.
  const drawn = said.map(({ text, on, by, source }) => JSON.stringify([text, on, by, source]));
  const once = said.filter((_, place) => drawn.indexOf(drawn[place] ?? '') === place);
  return factList(once, (statement) => fact(data(statement.text), statement, around));
}
