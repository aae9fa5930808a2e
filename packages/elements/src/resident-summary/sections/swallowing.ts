import { swallowingFacts } from '@ehch/clinical/rules';
import type { SwallowingAdvice } from '@ehch/clinical';
import type { SwallowingFacts } from '@ehch/clinical/rules';
import { html, nothing } from 'lit';
import type { TemplateResult } from 'lit';
import { besideFact } from '../../internal/beside-fact.ts';
import { cautions } from '../../internal/cautions.ts';
import { dateAtEdge, details, renderAuthorAndSource } from '../../internal/fact.ts';
import { data, joined, lines, listed } from '../../internal/text.ts';
import { dayOr } from '../../internal/when.ts';
import type { SectionSurroundings } from '../../internal/section-surroundings.ts';

/**
 * How somebody drinks and eats safely, beside the allergies: whoever brings a cup has to know both. A record that says
 * nothing of it has no line, and one that could not be read says so.
 */
export function swallowing(around: SectionSurroundings): TemplateResult | typeof nothing {
  const { view, today } = around;
  const facts = swallowingFacts(view, today);
  const { advice, alsoAdvised } = facts;
  const words = joined([
    advice === null ? null : html`${adviceWords(advice)}${details(advice)}`,
    ...alsoAdvised.map(
      (one) => html`${adviceWords(one)}, ${dayOr(one.on, 'date not recorded')}${cautions(one)}`,
    ),
    beside(facts),
  ]);
  if (words.length === 0) {
    return facts.notKnown.includes('function')
      ? html`<p class="fact"><strong>Swallowing:</strong> not known</p>`
      : nothing;
  }
  const source = advice === null ? nothing : renderAuthorAndSource(advice, { today });
  return html`<p class="fact swallowing">
    <span class="what"><strong>Swallowing:</strong> ${words}${source}</span>
    ${advice === null ? nothing : html`${dateAtEdge(advice, { today })} ${cautions(advice)} ${besideFact(advice)}`}
  </p>`;
}

/** The levels, and what else the advice says. */
export function adviceWords({ drinksLevel, foodLevel, text }: SwallowingAdvice) {
  const levels = [
    drinksLevel === null ? null : html`drinks <strong>level ${drinksLevel}</strong>`,
    foodLevel === null ? null : html`food <strong>level ${foodLevel}</strong>`,
  ].filter((part) => part !== null);
  const hasLevels = levels.length > 0;
  return html`${listed(levels)}${hasLevels ? ' (IDDSI)' : ''}${
    text === null ? nothing : html`${hasLevels ? ' · ' : ''}${lines(text)}`
  }`;
}

/** What hints at a difficulty elsewhere in the record. Without advice it says that the level is not recorded. */
function beside({ advice, thickeners, problems, notKnown }: SwallowingFacts) {
  const named = thickeners.map(({ generic, brand }) => data(generic ?? brand ?? ''));
  const parts = [
    named.length === 0 ? null : html`thickener on the medicine list: ${listed(named)}`,
    advice !== null || problems.length === 0
      ? null
      : html`problem: ${listed(problems.map(({ text }) => data(text)))}`,
  ].filter((part) => part !== null);
  if (parts.length === 0) return null;
  // "IDDSI level 4 diet" among the problems names it.
  const isNamed = problems.some(({ text }) => /\blevel\s*\d/i.test(text));
  // Advice may stand in a section that could not be read: a gap of ours is none of the record.
  const level = notKnown.includes('function') ? 'level not known' : 'level not recorded';
  return html`${joined(parts)}${advice === null && !isNamed ? html`; <strong>${level}</strong>` : nothing}`;
}
