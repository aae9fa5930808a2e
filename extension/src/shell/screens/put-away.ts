import { formatTime } from '@ehch/clinical/display';
import { html, nothing, type TemplateResult } from 'lit/html.js';
import type { PutAway } from '../../messages/by-hand-state.ts';
import { whole } from '../words.ts';

const ENDED: Record<PutAway, string> = {
  pressed: 'by your press',
  time: 'after ten minutes without a press',
  page: 'because a page showed somebody else',
  'list-changed': 'because the list of residents has changed. Find the resident again',
  locked: 'because the computer was locked',
};

interface Ended {
  readonly why: PutAway;
  readonly at: string;
}

/** The heading of a screen without a person: that a resident was put away comes before what the page is. */
export function headingWithout(putAway: Ended | undefined, heading: string): string {
  return putAway === undefined ? heading : 'The resident was put away';
}

/** Says when and why a resident was put away. Whoever comes back to the panel must not wonder where they went. */
export function putAwayWords(putAway: Ended | undefined): TemplateResult | typeof nothing {
  if (putAway === undefined) return nothing;
  return html`<p>Put away at ${whole(formatTime(putAway.at))}, ${ENDED[putAway.why]}.</p>`;
}
