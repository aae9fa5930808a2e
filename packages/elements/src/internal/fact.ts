import { howOld } from '@ehch/clinical/display';
import { civilDayOf, daysBetween, precisionOf } from '@ehch/clinical/time';
import type { NotMeasured, Recorded } from '@ehch/clinical';
import type { CivilDate } from '@ehch/clinical/time';
import { html, nothing } from 'lit';
import type { TemplateResult } from 'lit';
import { besideFact } from './beside-fact.ts';
import { cautions } from './cautions.ts';
import { isSameAuthor, isSameDate, NOTHING_COMMON } from './common-record.ts';
import type { CommonRecord } from './common-record.ts';
import { factList } from './fact-list.ts';
import { authorWords } from './section-words.ts';
import { data, joined } from './text.ts';
import { clockTime, dayOr, momentOr } from './when.ts';

/** What a line needs to know of the section around it. */
export interface FactSurroundings {
  readonly today: CivilDate;
  /** Said once at the head of the section. A line says only what differs from it. */
  readonly common?: CommonRecord;
}

export interface FactOptions {
  /** After how many days the words say how old the fact is. Without it they never do. */
  readonly usefulDays?: number;
  /** Says what the date is of, when it is not plain: "since", "noted". Such a date is always said. */
  readonly dateWord?: string;
  /** Says the time of day as well: for what is measured several times in a day, where a day alone names no reading. */
  readonly withTime?: boolean;
}

/** One fact on one line: what and by whom, the date at the edge, and what to be careful about. */
export function fact(
  what: unknown,
  recorded: Recorded,
  around: FactSurroundings,
  options: FactOptions = {},
): TemplateResult {
  return html`<li class="fact">
    <span class="what">${what}${details(recorded)}${renderAuthorAndSource(recorded, around)}</span>
    ${dateAtEdge(recorded, around, options)}
    ${cautions(recorded)} ${besideFact(recorded)}
  </li>`;
}

/** What qualifies the fact, in the same line: a weight as the person says it was not measured. */
export function details({ details: all = [] }: Recorded): TemplateResult | typeof nothing {
  return all.length === 0
    ? nothing
    : html`<span class="details">, ${joined(all.map((one) => data(one)))}</span>`;
}

/** What was to be measured and was not: missing is not failed, and it is no zero. */
export function notMeasured(
  all: readonly NotMeasured[] = [],
  around: FactSurroundings,
  options: FactOptions = {},
): TemplateResult | typeof nothing {
  return all.length === 0
    ? nothing
    : factList(all, (one) =>
        fact(html`${data(one.name)}: <strong>${data(one.why)}</strong>`, one, around, options),
      );
}

/** By whom and from where, behind the words, as far as the head of the section has not said it. */
export function renderAuthorAndSource(
  recorded: Recorded,
  around: FactSurroundings,
): TemplateResult | typeof nothing {
  const words = whoseWords(recorded, around);
  return words.length === 0 ? nothing : html` <span class="meta">${joined(words)}</span>`;
}

/** When, at the edge of the line, as far as the head of the section has not said it. */
export function dateAtEdge(
  recorded: Recorded,
  around: FactSurroundings,
  options: FactOptions = {},
): TemplateResult | typeof nothing {
  const words = date(recorded, around, options);
  return words === null ? nothing : html`<span class="meta edge">${words}</span>`;
}

/** All of it together: when, by whom and from where. */
export function provenance(
  recorded: Recorded,
  around: FactSurroundings,
  options: FactOptions = {},
): TemplateResult | typeof nothing {
  const words = joined([date(recorded, around, options), ...whoseWords(recorded, around)]);
  return words.length === 0 ? nothing : html`<span class="meta">${words}</span>`;
}

function whoseWords(recorded: Recorded, { common = NOTHING_COMMON }: FactSurroundings) {
  return [
    isSameAuthor(common.by, recorded.by) ? null : author(recorded, common),
    common.source === recorded.source.label ? null : source(recorded, common),
  ].filter((part) => part !== null);
}

/** The head's own words for what its lines share. `null`: they share nothing. */
export function commonWords(common: CommonRecord): TemplateResult | null {
  const words = joined([
    common.on === undefined ? null : dayOr(common.on, 'date not recorded'),
    common.by === undefined ? null : data(authorWords(common.by)),
    data(common.source || null),
  ]);
  if (words.length === 0) return null;
  return html`<span class="meta common">${common.ofAll ? '' : 'unless stated: '}${words}</span>`;
}

function date(
  recorded: Recorded,
  { today, common }: FactSurroundings,
  { usefulDays, dateWord, withTime = false }: FactOptions,
) {
  const { on } = recorded;
  const old = age(recorded, today, usefulDays);
  const isCommon = dateWord === undefined && isSameDate(common?.on, on);
  const when = isCommon ? timeOf(on, withTime) : whole(on, dateWord, withTime);
  if (when === null) return old === null ? null : html`${old}`;
  return html`${when}${old === null ? nothing : html`, ${old}`}`;
}

function whole(on: Recorded['on'], dateWord: string | undefined, withTime: boolean) {
  const when = (withTime ? momentOr : dayOr)(on, 'date not recorded');
  return dateWord ? html`${dateWord} ${when}` : when;
}

/** Where the head of the section has said the day, each line still has a time of its own. */
function timeOf(on: Recorded['on'], withTime: boolean): TemplateResult | null {
  return withTime && on !== null && precisionOf(on) === 'moment' ? clockTime(on) : null;
}

/** Where the others have an author, a line without one says so: silence would give it theirs. */
function author({ by }: Recorded, common: CommonRecord) {
  const words = authorWords(by);
  return words === null && common.by !== undefined ? 'author not recorded' : data(words);
}

/** The view's own source is named in the footer, and needs no word unless the others of the section have another. */
function source({ source: { label } }: Recorded, common: CommonRecord) {
  return label === '' && common.source !== undefined ? 'this record' : data(label || null);
}

function age(recorded: Recorded, today: CivilDate, usefulDays: number | undefined) {
  const on = civilDayOf(recorded.on);
  if (usefulDays === undefined || on === null || daysBetween(on, today) <= usefulDays) return null;
  return html`<strong class="old">${howOld(on, today)}</strong>`;
}
