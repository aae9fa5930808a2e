import type { AgreedLimits, News2Story, Recorded, Section } from '@ehch/clinical';
import { lastDaysNow } from '@ehch/clinical/escalation';
import { STATE_TITLES, usualNews2Words } from '@ehch/clinical/rules';
import { html, nothing } from 'lit';
import type { TemplateResult } from 'lit';
import { WITHHELD, errorWords } from '../internal/section-words.ts';
import { data, joined, lines } from '../internal/text.ts';
import { moment } from '../internal/when.ts';
import { valueIn } from './matter-rows.ts';

/** The settings as the record has them, with who set them and when. */
export function renderRecordedSettings(
  news2: Section<News2Story>,
  limits: Section<AgreedLimits>,
): TemplateResult {
  return html`<ul class="plain">
    ${notRead('NEWS2', news2) ?? ofNews2(news2)} ${notRead('Agreed limits', limits) ?? ofLimits(limits)}
  </ul>`;
}

/** A section that nobody has read is no "not set". `null`: it was read. */
function notRead(name: string, section: Section<unknown>): TemplateResult | null {
  switch (section.state) {
    case 'withheld':
      return html`<li>${name} ${WITHHELD[section.why]}</li>`;
    case 'failed':
      return html`<li>${name} could not be read: ${errorWords(section.error)}</li>`;
    case 'loading':
      return html`<li>${name} loading</li>`;
    case 'known':
      return null;
  }
}

function ofNews2(section: Section<News2Story>): TemplateResult {
  const { usual = null, usualInWords = [], target = null } = valueIn(section) ?? {};
  const scale = target === null || target.scale === null ? '' : `, SpO2 scale ${target.scale}`;
  return html`<li>NEWS2: ${data(usualNews2Words({ usual, usualInWords }))}${fromWhom(usual)}</li>
    <li>Oxygen saturation target: ${target === null ? 'not set' : data(target.text)}${scale}${fromWhom(target)}</li>`;
}

function ofLimits(section: Section<AgreedLimits>): TemplateResult {
  const { lastDays = null, decisions = [] } = valueIn(section) ?? {};
  const variations = decisions.filter(({ kind }) => kind === 'variation');
  return html`<li>
      ${STATE_TITLES['last-days']}: ${LAST_DAYS[lastDaysNow(section)]}${
        lastDays === null ? nothing : lines(lastDays.text)
      }${fromWhom(lastDays)}
    </li>
    ${variations.map((one) => html`<li>${STATE_TITLES.variation}: ${lines(one.text)}${fromWhom(one)}</li>`)}
    ${
      variations.length > 0
        ? nothing
        : html`<li>${STATE_TITLES.variation}: ${isWhole(section) ? 'not set' : NOT_KNOWN}</li>`
    }`;
}

const NOT_KNOWN = 'not known: the agreed limits could not be read as a whole';

const LAST_DAYS: Readonly<Record<ReturnType<typeof lastDaysNow>, string>> = {
  'in-force': '',
  'in-doubt': '▲ in doubt, so scores are still shown. ',
  none: 'not set',
  'not-known': NOT_KNOWN,
};

/** What was read in part, or is disputed throughout, is no "not set". */
function isWhole(section: Section<AgreedLimits>): boolean {
  if (section.state !== 'known' || section.gaps.length > 0) return false;
  return section.content.kind !== 'disagree' || section.content.common !== null;
}

function fromWhom(fact: Recorded | null): TemplateResult | typeof nothing {
  if (fact === null) return nothing;
  const { on, by, details = [], notes = [] } = fact;
  const words = [...details, ...notes.map(({ text }) => text)].map(lines);
  const when = on === null ? 'date not recorded' : moment(on);
  return html` (${joined([data(by?.name ?? 'nobody named'), when, ...words])})`;
}
