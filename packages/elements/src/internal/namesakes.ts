import { undisputedIn } from '@ehch/clinical';
import { formatName, roomWords } from '@ehch/clinical/display';
import type { Alert, Gap, ResidentView, SameName } from '@ehch/clinical';
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

/**
 * What stands in place of that warning where nobody could look for one: while alerts or the list of residents are loading, or
 * could not be read. Nothing at all would read as "nobody else".
 */
export function namesakesNotKnown(view: ResidentView): TemplateResult | typeof nothing {
  const { alerts } = view.sections;
  const isChecked = alerts.state === 'known' && alerts.gaps.length === 0;
  if (isChecked || hasNamesake(view)) return nothing;
  const isLoading =
    alerts.state === 'loading' || (alerts.state === 'known' && alerts.gaps.every(isStillLoading));
  return html`<p class="namesake">
    <span aria-hidden="true">▲ </span
    ><strong>Whether somebody here has the same name is not known${isLoading ? ' yet' : ''}.</strong>
  </p>`;
}

function isStillLoading({ why }: Gap): boolean {
  return why === 'loading';
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
    room === null ? html`room not known` : data(roomWords(room)),
    born === null ? html`date of birth not known` : html`born ${day(born)}`,
  ]);
}
