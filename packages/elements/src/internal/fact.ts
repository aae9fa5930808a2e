import { civilDayOf, daysBetween, howOld } from '@ehch/clinical';
import type { CivilDate, Recorded } from '@ehch/clinical';
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
    <span class="what">${what}</span> ${provenance(recorded, today, options)} ${cautions(recorded)}
  </li>`;
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
