import type { ScoreResult } from '@ehch/clinical';
import type { Pronouns } from '@ehch/clinical/display';
import { asksForUrgentResponse } from '@ehch/clinical/instruments';
import { html, nothing } from 'lit';
import type { TemplateResult } from 'lit';
import { phone } from '../../internal/phone.ts';
import type { SectionSurroundings } from '../../internal/section-surroundings.ts';
import { whoToRing } from '../../resident-summary/sections/ring-words.ts';

/**
 * [P] Whom to ring after a score. A high NEWS2 says "ring now"; every other score, a NEWS2 of 0 and a body mass index among
 * them, leaves it to the worry, which is enough. In the last days the limits name the line, and nobody is sent to 999.
 */
export function ringAfter(
  score: ScoreResult & { readonly atLeastBand?: string | null },
  at: Pick<SectionSurroundings, 'place' | 'now' | 'today' | 'lastDays'> & { readonly pronouns: Pronouns },
): TemplateResult | typeof nothing {
  if (at.lastDays !== null) return nothing;
  const { object, possessive } = at.pronouns;
  const ring = isUrgent(score)
    ? html`<strong>Ring now</strong>`
    : `If you are worried about ${object}, ring now`;
  return html`<p>${ring}: ${whoToRing(at)}.</p>
    <p>If ${possessive} life is in danger, ring ${phone('999')} and say what the agreed limits are.</p>`;
}

/** Also while parts are missing: what the known ones reach already holds (clinical rule 1.1). */
function isUrgent({ instrument, band, atLeastBand = null }: Parameters<typeof ringAfter>[0]): boolean {
  return instrument === 'news2' && asksForUrgentResponse(band ?? atLeastBand);
}
