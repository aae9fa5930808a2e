import { unreadIn } from '@ehch/clinical';
import type { Known, Section, SectionName } from '@ehch/clinical';
import type { CivilDate } from '@ehch/clinical/time';
import { howOld } from '@ehch/clinical/display';
import { html, nothing } from 'lit';
import type { TemplateResult } from 'lit';
import { retryButton } from './retry.ts';
import { errorWords, gapWords } from './section-words.ts';
import { moment } from './when.ts';

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
  return retryButton(name, html`Try again<span class="spoken">: ${title}</span>`);
}

/** What is missing of the section, as far as that is known. */
export function gaps(section: Known<unknown>) {
  const { gaps: all } = section;
  if (all.length === 0) return nothing;
  const missing = unreadIn(section);
  // What is only on its way will be there in a moment: said, and not shouted.
  const tone = missing.every(({ why }) => why === 'loading') ? 'aside' : 'notice';
  const lead = missing.length > 0 ? 'Not complete' : 'Note';
  return html`<p class=${tone}>${lead}: ${all.map(gapWords).join('; ')}.</p>`;
}
