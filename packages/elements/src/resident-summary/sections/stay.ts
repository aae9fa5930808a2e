import { roomWords } from '@ehch/clinical/display';
import { civilDayOf, daysBetween } from '@ehch/clinical/time';
import type { Identity, Stay } from '@ehch/clinical';
import type { CivilDate } from '@ehch/clinical/time';
import { html, nothing } from 'lit';
import type { TemplateResult } from 'lit';
import { data, joined } from '../../internal/text.ts';
import { dated, day } from '../../internal/when.ts';

/** [P] A return from hospital is news for as long as what it changed is being settled. */
const RETURN_IS_NEWS_DAYS = 90;

/** Where she lives and where she is. Below the banner, not in it: a room is not identity (CUI MPB-0005). */
export function stay(
  { stay: where, gpPractice }: Identity,
  died: boolean,
  today: CivilDate,
): TemplateResult | typeof nothing {
  const words = joined([...(where === null ? [] : place(where, died, today)), practice(gpPractice)]);
  return words.length === 0 ? nothing : html`<p class="stay">${words}</p>`;
}

function place(
  { home, room, kind, since, ended, isOver, onHold, away, returned, ahead }: Stay,
  died: boolean,
  today: CivilDate,
) {
  const back = civilDayOf(returned?.on ?? null);
  const isNews = back === null || daysBetween(back, today) <= RETURN_IS_NEWS_DAYS;
  return [
    data(home),
    room === null ? null : data(roomWords(room)),
    kind === 'respite' ? 'respite stay' : null,
    dated('since', since),
    onHold === true ? html`<strong>recorded as on hold</strong>` : null,
    isOver === true ? 'ended, day not recorded' : dated('ended', ended),
    // Where somebody is now is a sentence about the living.
    away === null || died
      ? null
      : html`<strong
          >now in
          ${data(away.where)}${away.since === null ? nothing : html` since ${day(away.since)}`}</strong>`,
    returned === null || died || !isNews ? null : html`back from ${data(returned.from)} ${day(returned.on)}`,
    ahead === undefined || died ? null : stayAhead(ahead),
  ];
}

/** She does not live there yet, so it stands last and never as where she is. */
function stayAhead({ home, from, kind }: NonNullable<Stay['ahead']>) {
  const what = kind === 'respite' ? 'respite stay' : 'stay';
  return html`dated in the future: ${what}${home === null ? nothing : html` in ${data(home)}`}
    from ${day(from)}`;
}

function practice(gpPractice: Identity['gpPractice']) {
  if (gpPractice === null) return null;
  return html`${data(gpPractice.name)}${
    gpPractice.usualForThisHome === false
      ? html` <strong>(not the usual practice of this home)</strong>`
      : nothing
  }`;
}
