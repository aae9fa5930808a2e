import { formatDate, formatName, formatNhsNumber, plainText } from '@ehch/clinical/display';
import { html, type TemplateResult } from 'lit/html.js';
import type { OnScreen } from '../messages/page.ts';
import type { RecordIdentity } from '../messages/side-state.ts';

/** Text from a page or a record, isolated in `bdi` so that its direction cannot reorder the words around it. */
export function data(text: string): TemplateResult {
  return html`<bdi>${plainText(text)}</bdi>`;
}

/** A date or number from a page or a record. It never breaks across lines, so nobody reads half of it. */
export function whole(text: string): TemplateResult {
  return html`<bdi class="whole">${plainText(text)}</bdi>`;
}

/** The host's name, such as `gp.localhost`. */
export function hostOf(origin: string): string {
  return URL.parse(origin)?.hostname ?? 'the page';
}

/** The site's name for people, with a port where it has one: `gp.example.nhs.uk`. */
export function siteName(origin: string): string {
  return URL.parse(origin)?.host ?? origin;
}

/** The name on the host's screen, in the same form as the record's name beside it. */
export function nameOnScreen({ family, given }: OnScreen): string {
  if (family === null && given === null) return 'no name';
  return formatName({ family, given: given === null ? [] : [given], title: null, text: null });
}

export const nameInRecord = ({ name }: RecordIdentity): string => formatName(name);

/** Writes one field of both sides: "gp.localhost: 14-Jul-1941. Record: 14-Jan-1941." */
function bothSides(origin: string, onScreen: string, record: string, write = data): TemplateResult {
  return html`${data(hostOf(origin))}: ${write(onScreen)}. Record: ${write(record)}.`;
}

export const birthDates = ({ origin, onScreen, record }: Sides) =>
  bothSides(origin, formatDate(onScreen.born), formatDate(record.born), whole);

export const names = ({ origin, onScreen, record }: Sides) =>
  bothSides(origin, nameOnScreen(onScreen), nameInRecord(record));

export const nhsNumbers = ({ origin, onScreen, record }: Sides) =>
  bothSides(
    origin,
    formatNhsNumber(onScreen.nhsNumber),
    formatNhsNumber(record.nhsNumber) || 'not recorded',
    whole,
  );

/** The two sides of an identity comparison: the host's screen and the record. */
export interface Sides {
  readonly origin: string;
  readonly onScreen: OnScreen;
  readonly record: RecordIdentity;
}
