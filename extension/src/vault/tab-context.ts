import type { ResidentView } from '@ehch/clinical';
import type { RosterEntry } from '@ehch/sdk/client';
import type { SideState } from '../messages/side-state.ts';
import type { BadgeMark } from './badge-mark.ts';
import { checkIdentity } from './identity-check.ts';
import { badgeOf, sideStateOf, type Known } from './side-state-of.ts';
import { sameSubject, subjectOf, type Report, type Subject } from './subject.ts';

/** What the vault knows about one tab. A value: {@link stepTab} makes the next one. */
export interface TabContext {
  /** What each frame of the page says, by its port. */
  readonly reports: ReadonlyMap<object, Report>;
  /** A new one is made whenever the person on screen changes in any way. It goes on every asynchronous result. */
  readonly ctx: string;
  readonly subject: Subject;
  /** Whom the list of residents has for the number on screen. */
  readonly resident: RosterEntry | null;
  readonly view: ResidentView | null;
  /** Her record is being watched for this context. */
  readonly watching: boolean;
}

export type TabAction =
  /** A frame says who is on its screen; `null`: it says nobody, or has gone. */
  | { readonly kind: 'report'; readonly frame: object; readonly report: Report | null }
  /** The list of residents, who looks, or what a person confirmed is another now. */
  | { readonly kind: 'look-again' }
  /** The engine answered what was asked for the context `ctx`. */
  | { readonly kind: 'view'; readonly ctx: string; readonly view: ResidentView }
  /** No panel shows this tab any more. */
  | { readonly kind: 'unseen' }
  | { readonly kind: 'close' };

/** What has to happen outside, in this order. */
export type TabEffect =
  | { readonly kind: 'unwatch' }
  /** Reads the list of residents, where that is due. */
  | { readonly kind: 'read-roster' }
  /** Takes the `look-again` action now. */
  | { readonly kind: 'look-again' }
  | { readonly kind: 'badge'; readonly mark: BadgeMark }
  | { readonly kind: 'show'; readonly state: SideState }
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
  };
}

/**
 * The next context of a tab, and what follows from it. It clears before it resolves: what was shown of the former
 * person is gone from the value before anything is looked up for the next one.
 */
export function stepTab(tab: TabContext, action: TabAction, known: Known): TabStep {
  switch (action.kind) {
    case 'report':
      return report(tab, action.frame, action.report, known);
    case 'look-again':
      return resolve({ tab, effects: [] }, known);
    case 'view':
      return takeView(tab, action.ctx, action.view, known);
    case 'unseen':
      // Where nobody looks any more, the record is not kept fresh for nobody.
      return tab.watching
        ? { tab: { ...tab, view: null, watching: false }, effects: [{ kind: 'unwatch' }] }
        : { tab, effects: [] };
    case 'close': {
      const cleared = clear(tab, known);
      return { ...cleared, effects: [...cleared.effects, { kind: 'badge', mark: 'none' }] };
    }
  }
}

function report(tab: TabContext, frame: object, said: Report | null, known: Known): TabStep {
  const reports = new Map(tab.reports);
  if (said === null) reports.delete(frame);
  else reports.set(frame, said);
  const subject = subjectOf(reports.values());
  if (sameSubject(subject, tab.subject)) return { tab: { ...tab, reports }, effects: [] };
  // It clears and looks nobody up: that is the next step.
  const cleared = clear(tab, known);
  return {
    tab: { ...cleared.tab, reports, subject },
    effects: [
      ...cleared.effects,
      ...(subject.kind === 'person' ? [{ kind: 'read-roster' } as const] : []),
      { kind: 'look-again' },
    ],
  };
}

/** Another context: nothing that was asked or answered for the former one counts any more. */
function clear(tab: TabContext, { freshContext }: Known): TabStep {
  return {
    tab: { ...tab, ctx: freshContext, resident: null, view: null, watching: false },
    effects: __CONTEXT_CHECK__ && tab.watching ? [{ kind: 'unwatch' }] : [],
  };
}

function takeView(tab: TabContext, ctx: string, view: ResidentView, known: Known): TabStep {
  // Guard: what comes late is about somebody who is no longer on screen.
  const isHers = tab.watching && ctx === tab.ctx && view.resident === tab.resident?.resident;
  if (__CONTEXT_CHECK__ && !isHers) return { tab, effects: [] };
  return resolve({ tab: { ...tab, view }, effects: [] }, known);
}

/** Decides what the tab shows from who is on screen and from the list of residents as it is now. */
function resolve(before: TabStep, known: Known): TabStep {
  const { tab, effects } = match(before, known);
  const state = sideStateOf(tab, known);
  // While nobody looks, nothing is asked of the server.
  const { ctx, resident } = tab;
  const watches = state.kind === 'shown' && known.isLookedAt && !tab.watching && resident !== null;
  return {
    tab: watches ? { ...tab, watching: true } : tab,
    effects: [
      ...effects,
      { kind: 'badge', mark: badgeOf(state) },
      { kind: 'show', state },
      ...(watches ? [{ kind: 'watch', ctx, resident: resident.resident } as const] : []),
    ],
  };
}

/** Whom the list has for the number on screen. Where that is another record than before, or in doubt, the tab is cleared. */
function match(before: TabStep, known: Known): TabStep {
  const { tab, effects } = before;
  if (tab.subject.kind !== 'person') return before;
  const { person } = tab.subject;
  const found = known.roster.find(person.nhsNumber);
  const resident = found[0] ?? null;
  // Also where nobody looks at the moment: one context is about one record, for ever.
  const isAnother = tab.resident !== null && tab.resident.resident !== resident?.resident;
  const isDoubted = tab.watching && checkIdentity(person, found).kind === 'block';
  if (!isAnother && !isDoubted) return { tab: { ...tab, resident }, effects };
  const cleared = clear(tab, known);
  return { tab: { ...cleared.tab, resident }, effects: [...effects, ...cleared.effects] };
}
