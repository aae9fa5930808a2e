import type { HomeMatters, PlaceConfiguration, ResidentSource } from '@ehch/clinical';
import { notShown } from '../internal/not-shown.ts';
import type { Shown } from '../internal/resident-element.ts';
import { asPlainView, withAllSections } from '../internal/section-surroundings.ts';
import { timesOf } from '../internal/times-of.ts';
import type { Instant } from '@ehch/clinical/time';
import { rowsOf, type MatterRow, type RowSource } from './matter-rows.ts';

/** What the list shows: the rows, and from what they are made, or why there are none. */
export interface OnScreen {
  readonly source: RowSource | string;
  readonly rows: readonly MatterRow[];
}

export const NOTHING_DRAWN: OnScreen = { source: '', rows: [] };

export function onScreen(
  source: RowSource | string,
  { now, place }: { readonly now: Instant; readonly place: PlaceConfiguration | null },
): OnScreen {
  return { source, rows: typeof source === 'string' ? [] : rowsOf(source, now, timesOf(place)) };
}

/** One resident's record, or why nothing is shown, in words. */
export function sourceOfOne(shown: Shown): RowSource | string {
  if (shown.state !== 'view') return notShown(shown);
  return { kind: 'resident', record: asPlainView(shown.view) };
}

/** The homes of the place, or why nothing is shown, in words. */
export function sourceOfHomes(
  matters: HomeMatters | null,
  source: ResidentSource | null,
  now: Instant,
): RowSource | string {
  if (matters !== null) {
    // A source may be anybody's. One record that lacks its sections must not take the others off the list.
    const residents = matters.residents.map((record) => withAllSections(record, now));
    return { kind: 'homes', matters: { ...matters, residents } };
  }
  if (source === null) return 'Could not show: this page has no source of data for this component.';
  return source.watchMatters === undefined
    ? 'This page cannot list what a home asks. Open each resident.'
    : 'Not known yet, or locked. Nothing is known of what is open.';
}
