import { formatDateTime } from '@ehch/clinical/display';
import { html, nothing, type TemplateResult } from 'lit/html.js';
import type { RosterState } from '../../messages/side-state.ts';
import { whole } from '../words.ts';

/**
 * Says how far the list of residents is known. It stands beside every "nobody": a list that is old, incomplete or
 * missing must not read as "this person does not live in a care home".
 */
export function rosterWords(roster: RosterState, readRoster: () => void): TemplateResult {
  const isReading = roster.state === 'reading';
  return html`<div class="roster">
    ${sentences(roster)}
    <p>
      <button
        type="button"
        class="quiet"
        aria-disabled=${isReading}
        @click=${isReading ? nothing : readRoster}
      >
        ${isReading ? 'Reading the list …' : 'Read the list again'}
      </button>
    </p>
  </div>`;
}

function sentences(roster: RosterState): TemplateResult {
  switch (roster.state) {
    case 'unread':
      return html`<p>The list of residents has not been read yet.</p>`;
    case 'reading':
      return html`<p>The list of residents is being read.</p>`;
    case 'failed':
      return html`<p class="notice">
        <strong>The list of residents could not be read</strong> (tried ${whole(formatDateTime(roster.at))}).
        Until it is, nobody can be found here.
      </p>`;
    case 'read':
      return html`<p>
          List of residents: ${roster.residents} ${roster.residents === 1 ? 'person' : 'people'}, read
          ${whole(formatDateTime(roster.asOf))}.
        </p>
        ${
          roster.stale
            ? html`<p class="notice">
                <strong>This list is old.</strong> Somebody who came since is not on it.
              </p>`
            : nothing
        }
        ${
          roster.incomplete
            ? html`<p class="notice">
                <strong>This list is not complete.</strong> A part of it could not be read.
              </p>`
            : nothing
        }`;
  }
}
