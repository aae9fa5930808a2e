import { unreadIn, undisputedValue } from '@ehch/clinical';
import type { AgreedLimits, News2Story, Recorded, Section } from '@ehch/clinical';
import { lastDaysNow } from '@ehch/clinical/escalation';
import { askedScaleWords, bareLastDays, STATE_TITLES, usualNews2Words } from '@ehch/clinical/rules';
import { html, nothing } from 'lit';
import type { TemplateResult } from 'lit';
import { WITHHELD, errorWords } from '../internal/section-words.ts';
import { data, joined, lines } from '../internal/text.ts';
import { moment } from '../internal/when.ts';

import { news2NotRead, news2NotWhole } from './news2-read.ts';

/** The settings as the record has them, with who set them and when. */
export function renderRecordedSettings(
  news2: Section<News2Story>,
  limits: Section<AgreedLimits>,
): TemplateResult {
  return html`${ofNews2(news2)} ${limitsNotRead(limits) ?? ofLimits(limits)}`;
}

function ofNews2(section: Section<News2Story>): TemplateResult {
  const notRead = news2NotRead(section);
  if (notRead !== null) return html`<p>${notRead}</p>`;
  const notWhole = news2NotWhole(section);
  const { usual = null, usualInWords = [], target = null } = undisputedValue(section) ?? {};
  const isLost = notWhole !== null && usual === null && usualInWords.length === 0;
  const noTarget = notWhole === null ? 'not set' : 'not found in what was read';
  const asked = target === null ? null : askedScaleWords(target);
  const scale = asked === null ? '' : `, SpO2 ${asked}`;
  return html`${notWhole === null ? nothing : html`<p class="caution">${notWhole}</p>`}
  <ul class="plain">
    <li>
      NEWS2: ${isLost ? USUAL_LOST : data(usualNews2Words({ usual, usualInWords }))}${fromWhom(usual)}
    </li>
    <li>
      Oxygen saturation target: ${target === null ? noTarget : data(target.text)}${scale}${fromWhom(target)}
    </li>
  </ul>`;
}

const USUAL_LOST = 'usual not found in what was read';

/** Limits that nobody has read are no "not set". `null`: they were read. */
function limitsNotRead(section: Section<AgreedLimits>): TemplateResult | null {
  switch (section.state) {
    case 'withheld':
      return html`<p>Agreed limits ${WITHHELD[section.why]}</p>`;
    case 'failed':
      return html`<p>Agreed limits could not be read: ${errorWords(section.error)}</p>`;
    case 'loading':
      return html`<p>Agreed limits loading</p>`;
    case 'known':
      return null;
  }
}

function ofLimits(section: Section<AgreedLimits>): TemplateResult {
  const { lastDays = null, decisions = [] } = undisputedValue(section) ?? {};
  const variations = decisions.filter(({ kind }) => kind === 'variation');
  return html`<ul class="plain">
    <li>
      ${STATE_TITLES['last-days']}: ${LAST_DAYS[lastDaysNow(section)]}${
        lastDays === null ? nothing : lines(bareLastDays(lastDays.text))
      }${fromWhom(lastDays)}
    </li>
    ${variations.map((one) => html`<li>${STATE_TITLES.variation}: ${lines(one.text)}${fromWhom(one)}</li>`)}
    ${
      variations.length > 0
        ? nothing
        : html`<li>${STATE_TITLES.variation}: ${isWhole(section) ? 'not set' : NOT_KNOWN}</li>`
    }
  </ul>`;
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
  if (section.state !== 'known' || unreadIn(section).length > 0) return false;
  return section.content.kind !== 'disagree' || section.content.common !== null;
}

function fromWhom(fact: Recorded | null): TemplateResult | typeof nothing {
  if (fact === null) return nothing;
  const { on, by, details = [], notes = [] } = fact;
  const words = [...details, ...notes.map(({ text }) => text)].map(lines);
  const when = on === null ? 'date not recorded' : moment(on);
  return html` (${joined([data(by?.name ?? 'nobody named'), when, ...words])})`;
}
