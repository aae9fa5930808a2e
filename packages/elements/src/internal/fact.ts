import { civilDayOf, daysBetween, howOld } from '@ehch/clinical';
import type { CivilDate, NotMeasured, Recorded } from '@ehch/clinical';
import { html, nothing } from 'lit';
import type { TemplateResult } from 'lit';
import { CAUTION, authorWords } from './section-words.ts';
import { data, joined } from './text.ts';
import { dayOr } from './when.ts';

export interface FactOptions {
  /** After how many days the words say how old the fact is. Without it they never do. */
  readonly usefulDays?: number;
  /** Says what the date is of, when it is not plain: "since", "noted". */
  readonly dateWord?: string;
}

/** One fact on one line: what, then when, from where and by whom; and what to be careful about. */
export function fact(
  what: unknown,
  recorded: Recorded,
  today: CivilDate,
  options: FactOptions = {},
): TemplateResult {
  return html`<li class="fact">
    <span class="what">${what}</span>${details(recorded)} ${provenance(recorded, today, options)} ${cautions(recorded)}
  </li>`;
}

/** What qualifies the fact, in the same line: a weight as the person says it was not measured. */
function details({ details: all = [] }: Recorded): TemplateResult | typeof nothing {
  return all.length === 0
    ? nothing
    : html`<span class="details">, ${joined(all.map((one) => data(one)))}</span>`;
}

/** What was to be measured and was not: missing is not failed, and it is no zero. */
export function notMeasured(all: readonly NotMeasured[] = [], today: CivilDate): readonly TemplateResult[] {
  return all.map((one) => fact(html`${data(one.name)}: <strong>${data(one.why)}</strong>`, one, today));
}

/** What has happened, newest first; and what is dated in the future, which stands apart and never leads. */
export function byTime<T extends Recorded>(
  facts: readonly T[],
): { readonly past: readonly T[]; readonly ahead: readonly T[] } {
  const isAhead = ({ cautions: all }: Recorded) => all.includes('future-dated');
  return { past: facts.filter((one) => !isAhead(one)), ahead: facts.filter(isAhead) };
}

/** When, from where and by whom, in secondary grey at the end of the line. */
export function provenance(
  recorded: Recorded,
  today: CivilDate,
  { usefulDays, dateWord }: FactOptions = {},
): TemplateResult {
  const by = authorWords(recorded.by);
  const date = html`${dateWord ? `${dateWord} ` : ''}${dayOr(recorded.on, 'date not recorded')}${age(recorded, today, usefulDays)}`;
  return html`<span class="meta">${joined([date, data(by), data(recorded.source.label || null)])}</span>`;
}

export function cautions(recorded: Pick<Recorded, 'cautions'>): TemplateResult | typeof nothing {
  if (recorded.cautions.length === 0) return nothing;
  return html`<span class="caution">${recorded.cautions.map((caution) => CAUTION[caution]).join('. ')}.</span>`;
}

function age(recorded: Recorded, today: CivilDate, usefulDays: number | undefined) {
  const on = civilDayOf(recorded.on);
  if (usefulDays === undefined || on === null || daysBetween(on, today) <= usefulDays) return nothing;
  return html`, <strong class="old">${howOld(on, today)}</strong>`;
}
