import { formatName, undisputedIn } from '@ehch/clinical';
import type { Alert, Namesake, ResidentView } from '@ehch/clinical';
import { html, nothing } from 'lit';
import type { TemplateResult } from 'lit';
import { data, listed } from './text.ts';
import { day } from './when.ts';

/** Whether the record warns of another resident with a name that may be taken for this one. */
export function hasNamesake(view: ResidentView): boolean {
  return warnings(view).length > 0;
}

/**
 * The warning that stands with the identity: another person of that name lives here, and what tells the two apart. Who
 * takes one for the other reads and writes the wrong record, so it has a shape, a word and a place of its own.
 */
export function namesakes(view: ResidentView): TemplateResult | typeof nothing {
  const alerts = warnings(view);
  if (alerts.length === 0) return nothing;
  return html`<p class="namesake">
    <span aria-hidden="true">▲ </span>${alerts.map((alert) => words(alert))}
  </p>`;
}

function warnings(view: ResidentView): readonly Alert[] {
  const alerts = undisputedIn(view, 'alerts');
  // Alerts that break the contract fail in their own place, and must not take the identity with them.
  return Array.isArray(alerts) ? alerts.filter((alert) => alert?.kind === 'same-name') : [];
}

function words({ namesakes: others = [], text }: Alert) {
  if (others.length === 0) return html`<strong>Same or similar name:</strong> ${data(text)}`;
  return others.map(
    (other) => html`<strong>Another ${data(formatName(other.name))} lives here:</strong> ${apart(other)} `,
  );
}

function apart({ room, born }: Namesake) {
  return listed([
    room === null ? html`room not recorded` : html`${/^room\b/i.test(room) ? '' : 'room '}${data(room)}`,
    born === null ? html`date of birth not recorded` : html`born ${day(born)}`,
  ]);
}
