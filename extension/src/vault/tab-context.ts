import type { ResidentView } from '@ehch/clinical';
import type { RosterEntry } from '@ehch/sdk/client';
import type { SideState } from '../messages/side-state.ts';
import type { BadgeMark } from './badge-mark.ts';
import { checkIdentity } from './identity-check.ts';
import { badgeOf, isHeldBack, sideStateOf, type Known } from './side-state-of.ts';
import type { Site } from './sites/site-of-tab.ts';
import { sameSubject, subjectOf, type Report, type Subject } from './subject.ts';

/** What the vault knows about one tab. It is a value: {@link stepTab} makes the next one. */
export interface TabContext {
  /** The report of each frame of the page, by the frame's port. */
  readonly reports: ReadonlyMap<object, Report>;
  /** The context's id. Any change of the person on screen makes a new one. Every asynchronous result carries it. */
  readonly ctx: string;
  readonly subject: Subject;
  /** The resident on the list with the number on screen. */
  readonly resident: RosterEntry | null;
  readonly view: ResidentView | null;
  /** Whether the vault watches the resident's record for this context. */
  readonly watching: boolean;
  /** Whether the page stands on an enabled site. `null`: nobody has looked yet. */
  readonly site: Site | null;
}

export type TabAction =
  /** A frame reports who is on its screen. `null` means nobody, or that the frame has gone. */
  | { readonly kind: 'report'; readonly frame: object; readonly report: Report | null }
  /** Somebody looked on which site the page stands. */
  | { readonly kind: 'site'; readonly site: Site }
  /** The list of residents, the panels, the confirmations or the lock have changed. */
  | { readonly kind: 'look-again' }
  /** The engine answered a request that was made for the context `ctx`. */
  | { readonly kind: 'view'; readonly ctx: string; readonly view: ResidentView }
  /** No panel shows this tab any more. */
  | { readonly kind: 'unseen' }
  | { readonly kind: 'close' };

/** What the vault has to do after a step, in this order. */
export type TabEffect =
  | { readonly kind: 'unwatch' }
  /** Read the list of residents, if that is due. */
  | { readonly kind: 'read-roster' }
  /** Run the `look-again` action next, or after so many milliseconds. */
  | { readonly kind: 'look-again'; readonly afterMs?: number }
  | { readonly kind: 'badge'; readonly mark: BadgeMark }
  /** `reports` are the ids of the pages' reports on which the state rests. */
  | { readonly kind: 'show'; readonly state: SideState; readonly reports: readonly string[] }
  | { readonly kind: 'watch'; readonly ctx: string; readonly resident: string };

export interface TabStep {
  readonly tab: TabContext;
  readonly effects: readonly TabEffect[];
}

export function newTab(ctx: string): TabContext {
  return {
    reports: new Map(),
    ctx,
    subject: { kind: 'nobody' },
    resident: null,
    view: null,
    watching: false,
    site: null,
  };
}

/**
 * Returns the next context of a tab and its effects.
 *
 * It clears before it resolves: the former person's data leave the value before anybody is looked up for the next.
 */
export function stepTab(tab: TabContext, action: TabAction, known: Known): TabStep {
  switch (action.kind) {
    case 'report':
      return report(tab, action.frame, action.report, known);
    case 'site':
      return resolve({ tab: { ...tab, site: action.site }, effects: [] }, known);
    case 'look-again':
      return resolve({ tab, effects: [] }, known);
    case 'view':
      return takeView(tab, action.ctx, action.view, known);
    case 'unseen':
      // Without a reader, the vault asks the server for nothing and keeps nothing of the record.
      return tab.watching
        ? { tab: { ...tab, view: null, watching: false }, effects: [{ kind: 'unwatch' }] }
        : { tab, effects: [] };
    case 'close': {
      const cleared = clear(tab, known);
      return { ...cleared, effects: [...cleared.effects, { kind: 'badge', mark: 'none' }] };
    }
  }
}

function report(tab: TabContext, frame: object, latest: Report | null, known: Known): TabStep {
  const reports = new Map(tab.reports);
  if (latest === null) reports.delete(frame);
  else reports.set(frame, latest);
  const subject = subjectOf(reports.values());
  if (sameSubject(subject, tab.subject))
    return {
      tab: { ...tab, reports },
      // The panel compares the reports itself, so it has to know on which ones the same person stands now.
      effects: isSameReports(reports, tab.reports) ? [] : [{ kind: 'look-again' }],
    };
  // This step only clears. The `look-again` effect looks the new person up.
  const cleared = clear(tab, known);
  return {
    tab: { ...cleared.tab, reports, subject },
    effects: [
      ...cleared.effects,
      ...(subject.kind === 'person' && !isHeldBack(known) ? [{ kind: 'read-roster' } as const] : []),
      { kind: 'look-again' },
    ],
  };
}

function idsOf(reports: TabContext['reports']): readonly string[] {
  return [...reports.values()].map(({ id }) => id);
}

function isSameReports(one: TabContext['reports'], other: TabContext['reports']): boolean {
  // A report keeps its place, so the same reports stand in the same order.
  return idsOf(one).join() === idsOf(other).join();
}

/** Begins a new context. Requests and answers of the former one no longer count. */
function clear(tab: TabContext, { freshContext }: Known): TabStep {
  return {
    tab: { ...tab, ctx: freshContext, resident: null, view: null, watching: false },
    effects: __CONTEXT_CHECK__ && tab.watching ? [{ kind: 'unwatch' }] : [],
  };
}

function takeView(tab: TabContext, ctx: string, view: ResidentView, known: Known): TabStep {
  // Guard: a late view is about somebody who is no longer on screen.
  const isAboutResident = tab.watching && ctx === tab.ctx && view.resident === tab.resident?.resident;
  if (__CONTEXT_CHECK__ && !isAboutResident) return { tab, effects: [] };
  return resolve({ tab: { ...tab, view }, effects: [] }, known);
}

/** Decides what the tab shows from the person on screen and the present list of residents. */
function resolve(before: TabStep, known: Known): TabStep {
  const { tab, effects } = match(before, known);
  const state = sideStateOf(tab, known);
  // The vault asks the server only while a panel shows the tab.
  const { ctx, resident } = tab;
  const watches = state.kind === 'shown' && known.isLookedAt && !tab.watching && resident !== null;
  if (watches && known.waitMs > 0) return wait(tab, effects, known);
  return {
    tab: watches ? { ...tab, watching: true } : tab,
    effects: [
      ...effects,
      { kind: 'badge', mark: badgeOf(state) },
      { kind: 'show', state, reports: idsOf(tab.reports) },
      ...(watches ? [{ kind: 'watch', ctx, resident: resident.resident } as const] : []),
    ],
  };
}

/** Guard: a page that cycles residents asks for no more records than a person could read. */
function wait(tab: TabContext, effects: readonly TabEffect[], { waitMs }: Known): TabStep {
  return {
    tab,
    effects: [
      ...effects,
      { kind: 'badge', mark: 'none' },
      { kind: 'show', state: { kind: 'too-many' }, reports: idsOf(tab.reports) },
      { kind: 'look-again', afterMs: waitMs },
    ],
  };
}

/** Under a lock nobody is looked up, and what was known of somebody goes. The page's reports stay for afterwards. */
function lock({ tab, effects }: TabStep, known: Known): TabStep {
  if (tab.resident === null) return { tab, effects };
  const cleared = clear(tab, known);
  return { tab: cleared.tab, effects: [...effects, ...cleared.effects] };
}

/**
 * Looks the number on screen up in the list. If that gives another record than before, or a doubt, it clears the tab.
 */
function match(before: TabStep, known: Known): TabStep {
  const { tab, effects } = before;
  if (isHeldBack(known)) return lock(before, known);
  if (tab.subject.kind !== 'person') return before;
  const { person } = tab.subject;
  const found = known.roster.find(person.nhsNumber);
  const resident = found[0] ?? null;
  // This holds without a panel too: a context is about one record for its whole life.
  const isAnother = tab.resident !== null && tab.resident.resident !== resident?.resident;
  const isDoubted = tab.watching && checkIdentity(person, found).kind === 'block';
  if (!isAnother && !isDoubted) return { tab: { ...tab, resident }, effects };
  const cleared = clear(tab, known);
  return { tab: { ...cleared.tab, resident }, effects: [...effects, ...cleared.effects] };
}
