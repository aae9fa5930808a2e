import { undisputedValue } from '@ehch/clinical';
import type { MatterRecord, News2Entry } from '@ehch/clinical';
import { howOld } from '@ehch/clinical/display';
import { news2PartWords, news2ValueWords } from '@ehch/clinical/instruments';
import { laterNews2Words, toldNews2, usualNews2Words } from '@ehch/clinical/rules';
import { londonDate, precisionOf, type Instant } from '@ehch/clinical/time';
import { html } from 'lit';
import type { TemplateResult } from 'lit';
import { happened } from '../internal/future-dated.ts';
import { joined } from '../internal/text.ts';
import { moment } from '../internal/when.ts';
import { news2Figure } from '../resident-summary/sections/news2-figure.ts';
import { ago } from '../internal/ago.ts';

import { news2NotRead, news2NotWhole } from './news2-read.ts';

/** The score with its parts, the usual one and its age, in one line. What could not be read of it is said. */
export function news2Line(section: MatterRecord['sections']['news2'], now: Instant): TemplateResult | string {
  const notRead = news2NotRead(section);
  if (notRead !== null) return notRead;
  const notWhole = news2NotWhole(section);
  const story = undisputedValue(section);
  const all = story?.scores ?? [];
  const { latest, later } = toldNews2(happened(all), londonDate(now));
  if (all.length > 0 && latest === undefined) return EVERY_AHEAD;
  if (story === null || latest === undefined)
    return notWhole === null ? 'No NEWS2 recorded.' : `No NEWS2 found in what was read. ${notWhole}`;
  const { score } = latest;
  const given = Object.entries(score.items).filter(([, { value }]) => value !== null && value !== undefined);
  const parts = given.map(
    ([id, { value, score: points }]) =>
      `${typeof value === 'boolean' ? '' : `${news2PartWords(id)} `}${news2ValueWords(value)} (${points ?? 'not scored'})`,
  );
  const missing =
    score.missing.length === 0 ? null : `missing: ${score.missing.map(news2PartWords).join(', ')}`;
  return html`<strong>NEWS2 ${news2Figure(latest)}</strong>, ${joined([
    usualNews2Words(story),
    when(latest, now),
    latest.disagrees ? `the sender recorded ${latest.importedTotal ?? 'no total'}` : null,
    parts.length === 0 ? null : parts.join(', '),
    missing,
    later === undefined ? null : html`${laterNews2Words(later)}: ${when(later, now)}`,
    notWhole,
  ])}`;
}

const EVERY_AHEAD = 'Every NEWS2 recorded is dated in the future. Look in the record.';

/** When it was, and how old that is: a figure may not be how the resident is now. */
function when({ on }: News2Entry, now: Instant) {
  if (on === null) return 'date not recorded';
  const old = precisionOf(on) === 'moment' ? ago(on, now) : howOld(on, londonDate(now));
  return html`${moment(on)}, ${old}`;
}
