import { html, nothing } from 'lit';
import type { TemplateResult } from 'lit';
import { moment } from '../../internal/when.ts';
import type { SessionView } from '../session-view.ts';

/** [P] As long as parts of one set of observations lie apart (clinical rule 1.8). */
const ANOTHER_VISIT_MS = 30 * 60_000;

/** Answers of an earlier hour or day are no answers of now: nobody may go on from them unawares. */
export function goesOn({ session: { since }, locked, now }: SessionView): TemplateResult | typeof nothing {
  if (locked !== null || since === null || Date.parse(now) - Date.parse(since) <= ANOTHER_VISIT_MS)
    return nothing;
  return html`<p class="card notice screen">
    Goes on from answers given up to ${moment(since)}. Clear what is no longer so, and check “Seen at”.
  </p>`;
}
