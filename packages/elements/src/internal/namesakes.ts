import { undisputedIn } from '@ehch/clinical';
import { formatName } from '@ehch/clinical/display';
import type { Alert, ResidentView, SameName } from '@ehch/clinical';
import { html, nothing } from 'lit';
import type { TemplateResult } from 'lit';
import { data, listed } from './text.ts';
import { day } from './when.ts';

/** Whether the record warns of another resident with a name that may be taken for this one. */
export function hasNamesake(view: ResidentView): boolean {
  return warnings(view).length > 0 || others(view).length > 0;
}

/**
 * The warning that stands with the identity: another person of that name lives here, and what tells the two apart. Who
 * takes one for the other reads and writes the wrong record, so it has a shape, a word and a place of its own.
 */
export function namesakes(view: ResidentView): TemplateResult | typeof nothing {
  if (!hasNamesake(view)) return nothing;
  const known = others(view);
  return html`<p class="namesake">
    <span aria-hidden="true">▲ </span>${known.length > 0 ? known.map(lives) : warnings(view).map(words)}
  </p>`;
}

/** Whom the list of residents names, or else the warning of the record. */
function others(view: ResidentView): readonly SameName[] {
  return undisputedIn(view, 'identity')?.sameName ?? [];
}

function warnings(view: ResidentView): readonly Alert[] {
  const alerts = undisputedIn(view, 'alerts');
  // Alerts that break the contract fail in their own place, and must not take the identity with them.
  return Array.isArray(alerts) ? alerts.filter((alert) => alert?.kind === 'same-name') : [];
}

function words({ text }: Alert) {
  return html`<strong>Same or similar name:</strong> ${data(text)} `;
}

function lives(other: SameName) {
  return html`<strong>Another ${data(formatName(other.name))} lives here:</strong> ${apart(other)} `;
}

function apart({ room, born }: SameName) {
  return listed([
    room === null ? html`room not known` : html`${/^room\b/i.test(room) ? '' : 'room '}${data(room)}`,
    born === null ? html`date of birth not known` : html`born ${day(born)}`,
  ]);
}
