import type { PlaceConfiguration, ResidentView } from '@ehch/clinical';
import type { Instant } from '@ehch/clinical/time';
import type { RosterEntry } from '@ehch/sdk/client';
import type { OnScreen } from '../messages/page.ts';
import type { IdentityField, IdentityWarning, RecordIdentity, SideState } from '../messages/side-state.ts';
import type { BadgeMark } from './badge-mark.ts';
import { checkIdentity } from './identity-check.ts';
import type { RosterBook } from './roster-book.ts';
import type { Subject } from './subject.ts';
import type { TabContext } from './tab-context.ts';

/** What a step needs beside the tab itself. */
export interface Known {
  readonly now: Instant;
  readonly place: PlaceConfiguration;
  readonly roster: Pick<RosterBook, 'state' | 'find'>;
  /** Pairs of record and name on screen that the user has confirmed, see {@link confirmedPair}. */
  readonly confirmed: ReadonlySet<string>;
  /** Whether the computer is locked: then nothing of anybody is looked up or shown. */
  readonly isLocked: boolean;
  /** Whether a panel shows this tab. */
  readonly isLookedAt: boolean;
  /** Milliseconds until this tab may ask for another record. 0: it may now. */
  readonly waitMs: number;
  /** An id that was never used before, for the case that this step begins a new context. */
  readonly freshContext: string;
}

type Person = Extract<Subject, { kind: 'person' }>;

/** Decides what a side panel may show of a tab. Only `shown` carries record data. */
export function sideStateOf(tab: TabContext, known: Known): SideState {
  const { subject, resident, site } = tab;
  if (isHeldBack(known)) return { kind: 'locked' };
  const roster = known.roster.state(known.now);
  if (subject.kind === 'nobody' && site?.state === 'not-enabled') {
    const { state: _, ...notEnabled } = site;
    return { kind: 'not-enabled', ...notEnabled, roster };
  }
  if (subject.kind === 'nobody') {
    // Its template may not fit, and then a person may point at the page.
    const teach = site?.state === 'enabled' && site.teach ? { teach: site.teach } : {};
    return { ...aboutNobody(known), ...teach };
  }
  if (subject.kind === 'ambiguous') return { kind: 'ambiguous', roster };
  if (resident === null) return { kind: 'not-on-roster', roster };
  return stateOfResident(tab, subject, resident, known);
}

/** Guard: behind a lock there is nobody, whoever stands on a page. */
export function isHeldBack({ isLocked }: Pick<Known, 'isLocked'>): boolean {
  return __CONTEXT_CHECK__ && isLocked;
}

/** Nobody is on screen: the panel is about the home, where the place has one alone, else about nobody. */
export function aboutNobody({
  roster,
  place,
  now,
}: Pick<Known, 'roster' | 'place' | 'now'>): Extract<SideState, { kind: 'no-patient' }> {
  const [home, ...more] = place.homes;
  const about = home !== undefined && more.length === 0 ? { home: home.name } : {};
  return { kind: 'no-patient', roster: roster.state(now), ...about };
}

function stateOfResident(
  { ctx, view }: TabContext,
  subject: Person,
  resident: RosterEntry,
  { roster, confirmed, place, now }: Known,
): SideState {
  const { person: onScreen, origin } = subject;
  const result = checkIdentity(onScreen, roster.find(onScreen.nhsNumber));
  const record = { name: resident.name, born: resident.born, nhsNumber: onScreen.nhsNumber };
  if (result.kind === 'block') {
    const { why, differs } = result;
    return { kind: 'blocked', ctx, origin, onScreen, record, why, differs };
  }
  // The list can be older than the record, so the identity in the record itself is compared as well.
  const contradiction = view && laterDoubt(view, onScreen);
  if (contradiction) return { kind: 'blocked', ctx, origin, onScreen, why: 'differs', ...contradiction };
  const warns: readonly IdentityWarning[] = result.kind === 'confirm' ? result.warns : [];
  if (result.kind === 'confirm' && !confirmed.has(confirmedPair(resident, onScreen.family)))
    return { kind: 'confirm', ctx, origin, onScreen, record, warns };
  return { kind: 'shown', ctx, origin, onScreen, record, warns, view, place, now };
}

interface Contradiction {
  readonly record: RecordIdentity;
  readonly differs: readonly IdentityField[];
}

/** Compares the screen with the record itself, which may give another date of birth or number than the list did. */
function laterDoubt({ sections: { identity } }: ResidentView, onScreen: OnScreen): Contradiction | null {
  if (!__CONTEXT_CHECK__ || identity.state !== 'known' || identity.content.kind !== 'recorded') return null;
  const { name, born, nhsNumber } = identity.content.value;
  const hasNumber = nhsNumber.state === 'verified' || nhsNumber.state === 'unverified';
  const number = hasNumber ? nhsNumber.value : '';
  const record = { name, born, nhsNumber: number };
  if (number !== onScreen.nhsNumber) return { record, differs: ['nhs-number'] };
  const result = checkIdentity(onScreen, [{ name, born, nhsNumber }]);
  // Only a date or number counts here. The names were compared with the list.
  return result.kind === 'block' && result.differs.length > 0 ? { record, differs: result.differs } : null;
}

/** The key of a confirmation. It holds for one record beside one name on screen, and for no other pair. */
export function confirmedPair({ resident }: RosterEntry, family: string | null): string {
  return JSON.stringify([resident, family]);
}

/** The badge of a tab. An identity in doubt never gets the mark of a resident. */
export function badgeOf({ kind }: SideState): BadgeMark {
  if (kind === 'shown') return 'resident';
  return kind === 'blocked' || kind === 'confirm' ? 'doubt' : 'none';
}
