import type { Identity } from '@ehch/clinical';
import { html, nothing } from 'lit';
import type { TemplateResult } from 'lit';
import { data, joined } from '../../internal/text.ts';
import { day } from '../../internal/when.ts';

/** Where she lives and where she is. Below the banner, not in it: a room is not identity (CUI MPB-0005). */
export function stay({ stay: where, gpPractice }: Identity, died: boolean): TemplateResult | typeof nothing {
  const away = where?.away ?? null;
  const back = where?.returned ?? null;
  const words = joined([
    where?.home == null ? null : data(where.home),
    where?.room == null ? null : html`room ${data(where.room)}`,
    where?.kind === 'respite' ? 'respite stay' : null,
    where?.since == null ? null : html`since ${day(where.since)}`,
    where?.ended == null ? null : html`ended ${day(where.ended)}`,
    away === null || died
      ? null
      : html`<strong
          >now in
          ${data(away.where)}${away.since === null ? nothing : html` since ${day(away.since)}`}</strong
        >`,
    back === null || died ? null : html`back from ${data(back.from)} ${day(back.on)}`,
    gpPractice === null
      ? null
      : html`${data(gpPractice.name)}${
          gpPractice.usualForThisHome === false
            ? html` <strong>(not the usual practice of this home)</strong>`
            : nothing
        }`,
  ]);
  return words.length === 0 ? nothing : html`<p class="stay">${words}</p>`;
}
