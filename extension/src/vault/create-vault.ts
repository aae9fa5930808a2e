import type { PlaceConfiguration, ResidentView, SectionName } from '@ehch/clinical';
import type { Clock } from '@ehch/clinical/time';
import type { EngineResidents } from '@ehch/sdk/client';
import type { PageMessage } from '../messages/page.ts';
import type { SideState, ToSide } from '../messages/side-state.ts';
import type { SideMessage } from '../messages/side.ts';
import type { BadgeMark } from './badge-mark.ts';
import { ByHandDesk } from './by-hand/by-hand-desk.ts';
import { lastLooks } from './last-looks.ts';
import { LookUpLimit } from './look-up-limit.ts';
import { rosterBook } from './roster-book.ts';
import { aboutNobody, confirmedPair } from './side-state-of.ts';
import type { Report } from './subject.ts';
import type { Site } from './sites/site-of-tab.ts';
import { newTab, stepTab, type TabAction, type TabContext, type TabEffect } from './tab-context.ts';

/** Everything outside itself that the vault uses. */
export interface VaultOptions {
  readonly residents: EngineResidents;
  readonly place: PlaceConfiguration;
  readonly clock: Clock;
  readonly newContext: () => string;
  readonly setBadge: (tab: number, mark: BadgeMark) => void;
  /** Whether the toolbar button marks a resident while no panel is open. Without it, no list is read for that. */
  readonly wantsBadge: boolean;
  /** Milliseconds of a clock that nobody sets. Left out, it is the browser's. */
  readonly milliseconds?: () => number;
  /** Whether the computer is locked as the vault starts. */
  readonly isLocked?: boolean;
}

/** What a user presses about a person, on a page or by hand. The rest of the panel's messages is about none. */
type PressAboutPerson = Exclude<
  SideMessage,
  { kind: 'subscribe' | 'alive?' | 'page-loaded' | 'enable-site' | 'revoke-site' }
>;

/** One side panel. The vault tells it about one tab at a time; `null` means no tab. */
export interface SidePanel {
  tab: number | null;
  readonly tell: (message: ToSide) => void;
}

/**
 * Holds the browser's tabs and the panels that look at them. The pure step in `tab-context.ts` decides what a tab
 * shows; this class carries out the effects.
 */
class Vault {
  readonly #ports: VaultOptions;
  readonly #tabs = new Map<number, TabContext>();
  readonly #panels = new Set<SidePanel>();
  readonly #watches = new Map<number, AbortController>();
  /** The identities that the user has confirmed. They end with the vault. */
  readonly #confirmed = new Set<string>();
  readonly #looks = lastLooks();
  readonly #lookUps;
  /** Looks that wait until the tab may ask for another record. */
  readonly #waiting = new Map<number, ReturnType<typeof setTimeout>>();
  readonly #roster;
  readonly #byHand;
  #isLocked;

  constructor(ports: VaultOptions) {
    this.#ports = ports;
    const { residents, place } = ports;
    const milliseconds = ports.milliseconds ?? (() => performance.now());
    this.#isLocked = ports.isLocked ?? false;
    this.#lookUps = new LookUpLimit(milliseconds);
    this.#roster = rosterBook(
      // The host's banner is looked up in it. No panel shows the list.
      () => residents.listResidents('program'),
      place.staleAfterMinutes,
      () => this.#lookAgain(),
    );
    this.#byHand = new ByHandDesk({
      residents,
      lookUps: this.#lookUps,
      around: ({ tab }) => ({
        now: ports.clock(),
        ms: milliseconds(),
        place,
        roster: this.#roster,
        page: (tab === null ? undefined : this.#tabs.get(tab)?.subject) ?? { kind: 'nobody' },
        isLocked: this.#isLocked,
        freshContext: ports.newContext(),
      }),
      before: this.#looks.before,
      readRoster: () => this.readRoster(),
      // The page may now be looked at again, or no longer.
      changed: (panel) => this.#tell(panel),
    });
  }

  /** Takes a report of one frame of a page. `frame` is the frame's port; `lostPage` forgets the report with it. */
  heardPage(id: number, frame: object, origin: string, message: PageMessage): void {
    this.#act(id, { kind: 'report', frame, report: reportOf(message, origin) });
  }

  lostPage(id: number, frame: object): void {
    if (this.#tabs.has(id)) this.#act(id, { kind: 'report', frame, report: null });
  }

  /** Takes where a tab's page stands. Only a tab that a panel shows is looked at. */
  heardSite(id: number, site: Site): void {
    this.#act(id, { kind: 'site', site });
  }

  closedTab(id: number): void {
    this.#watches.get(id)?.abort();
    this.#watches.delete(id);
    this.#tabs.delete(id);
    this.#lookUps.forget(id);
    for (const panel of this.#panels) if (panel.tab === id) panel.tab = null;
    for (const panel of this.#panels) this.#tell(panel);
  }

  addPanel(panel: SidePanel): void {
    this.#panels.add(panel);
    this.#tell(panel);
  }

  removePanel(panel: SidePanel): void {
    this.#panels.delete(panel);
    this.#byHand.remove(panel);
    this.#leaveUnseen();
    // Guard: several people share a PC, and the next one must not learn who was looked at.
    if (this.#panels.size === 0) this.#looks.forget();
  }

  /** Points a panel at the tab that is now active in its window. */
  follow(panel: SidePanel, id: number | null): void {
    if (panel.tab === id) return;
    panel.tab = id;
    this.#byHand.act(panel, { kind: 'look-again' });
    this.#tell(panel);
    this.#leaveUnseen();
  }

  /** The computer was locked or opened again. Under a lock nothing of anybody stands on screen. */
  setLocked(isLocked: boolean): void {
    if (isLocked === this.#isLocked) return;
    this.#isLocked = isLocked;
    this.#lookAgain();
  }

  heardSide(panel: SidePanel, message: PressAboutPerson): void {
    if (message.kind === 'read-roster') return this.#roster.read(this.#ports.clock(), true);
    // A panel that was never added, or has gone, holds nobody.
    if (!this.#panels.has(panel)) return;
    switch (message.kind) {
      case 'find-by-hand':
        return this.#byHand.act(panel, { kind: 'find', asked: message.identifiers });
      case 'choose-by-hand':
        return this.#byHand.act(panel, { ...message, kind: 'choose' });
      case 'keep-by-hand':
        return this.#byHand.act(panel, { ...message, kind: 'keep' });
      case 'put-away':
        return this.#byHand.act(panel, message);
      case 'retry':
        return this.#retry(panel, message.ctx, message.section);
      case 'confirm-identity':
        return this.#confirm(panel, message.ctx);
    }
  }

  #retry(panel: SidePanel, ctx: string, section: string | null): void {
    const resident = this.#byHand.residentIn(panel, ctx) ?? this.#tabIn(panel, ctx)?.resident?.resident;
    if (resident === undefined) return;
    // Somebody works with this record, so it stays.
    this.#byHand.act(panel, { kind: 'keep', ctx });
    // The watch of this context receives the result; a failure appears in the sections.
    void this.#ports.residents.refresh(resident, (section ?? undefined) as SectionName | undefined);
  }

  #confirm(panel: SidePanel, ctx: string): void {
    const tab = this.#tabIn(panel, ctx);
    if (!tab?.resident || panel.tab === null || tab.subject.kind !== 'person') return;
    this.#confirmed.add(confirmedPair(tab.resident, tab.subject.person.family));
    this.#act(panel.tab, { kind: 'look-again' });
  }

  /** Guard: a press belongs to the context that was on screen when the user pressed. */
  #tabIn(panel: SidePanel, ctx: string): TabContext | null {
    const tab = panel.tab === null ? undefined : this.#tabs.get(panel.tab);
    return tab !== undefined && tab.ctx === ctx && !this.#byHand.differs(panel) ? tab : null;
  }

  readRoster(): void {
    this.#roster.read(this.#ports.clock(), false);
  }

  /** Clears every tab and closes the engine, when a vault with another configuration takes over. */
  close(): void {
    for (const id of this.#tabs.keys()) this.#act(id, { kind: 'close' });
    for (const waiting of this.#waiting.values()) clearTimeout(waiting);
    for (const panel of this.#panels) this.#byHand.remove(panel);
    this.#tabs.clear();
    this.#panels.clear();
    this.#ports.residents.close();
  }

  #act(id: number, action: TabAction): void {
    const { clock, place, newContext } = this.#ports;
    const before = this.#tabs.get(id) ?? newTab(newContext());
    const { tab, effects } = stepTab(before, action, {
      now: clock(),
      place,
      roster: this.#roster,
      confirmed: this.#confirmed,
      isLocked: this.#isLocked,
      isLookedAt: this.#isLookedAt(id),
      waitMs: this.#lookUps.waitMs(id),
      freshContext: newContext(),
    });
    this.#tabs.set(id, tab);
    for (const effect of effects) this.#run(id, effect);
  }

  #run(id: number, effect: TabEffect): void {
    switch (effect.kind) {
      case 'unwatch':
        this.#watches.get(id)?.abort();
        return;
      case 'read-roster':
        // Guard: while nobody looks and no mark is wanted, no server is asked for anything.
        if (this.#panels.size > 0 || this.#ports.wantsBadge) this.readRoster();
        return;
      case 'look-again':
        return this.#lookAgainAt(id, effect.afterMs);
      case 'badge':
        return this.#ports.setBadge(id, this.#ports.wantsBadge ? effect.mark : 'none');
      case 'show':
        return this.#show(id, effect.state, effect.reports);
      case 'watch':
        return this.#watch(id, effect.ctx, effect.resident);
    }
  }

  #show(id: number, state: SideState, reports: readonly string[]): void {
    for (const panel of this.#panels) if (panel.tab === id) this.#front(panel, { reports, state });
  }

  /** Tells a panel what it shows: its page, or whom somebody chose by hand. */
  #front(panel: SidePanel, page: Told): void {
    const state = this.#byHand.frontOf(panel, page.state);
    // Only a record that was given to a panel was looked at: a blocked one was not.
    if ((state.kind === 'shown' || state.kind === 'by-hand') && state.view !== null)
      this.#looks.shown(state.ctx, state.view.resident, state.view.glance?.at ?? state.now);
    panel.tell({ kind: 'state', tab: panel.tab, reports: page.reports, state });
  }

  #watch(id: number, ctx: string, resident: string): void {
    this.#lookUps.took(id);
    const watch = new AbortController();
    this.#watches.set(id, watch);
    const take = (view: ResidentView): void => {
      // A late answer must not bring a closed tab back.
      if (this.#tabs.has(id)) this.#act(id, { kind: 'view', ctx, view });
    };
    const since = this.#looks.before(ctx, resident);
    this.#ports.residents.watch(resident, take, watch.signal, { since });
  }

  #lookAgainAt(id: number, afterMs: number | undefined): void {
    if (afterMs === undefined) {
      // Before anybody on the page is looked up: whoever was chosen by hand may have to go.
      for (const panel of this.#panels) if (panel.tab === id) this.#byHand.act(panel, { kind: 'look-again' });
      return this.#act(id, { kind: 'look-again' });
    }
    clearTimeout(this.#waiting.get(id));
    // The tab may have been closed by then, and must not come back.
    const again = () => this.#tabs.has(id) && this.#act(id, { kind: 'look-again' });
    this.#waiting.set(id, setTimeout(again, afterMs));
  }

  /** Runs when the list of residents or the lock has changed: the person on screen may have joined or left it. */
  #lookAgain(): void {
    for (const id of this.#tabs.keys()) this.#act(id, { kind: 'look-again' });
    for (const panel of this.#panels) {
      this.#byHand.act(panel, { kind: 'look-again' });
      this.#tell(panel);
    }
  }

  #tell(panel: SidePanel): void {
    if (panel.tab !== null) return this.#act(panel.tab, { kind: 'look-again' });
    const { clock, place } = this.#ports;
    const state: SideState = this.#isLocked
      ? { kind: 'locked' }
      : aboutNobody({ roster: this.#roster, place, now: clock() });
    this.#front(panel, { reports: [], state });
  }

  /** Stops watching the records that no panel shows any more. */
  #leaveUnseen(): void {
    for (const id of this.#tabs.keys()) if (!this.#isLookedAt(id)) this.#act(id, { kind: 'unseen' });
  }

  #isLookedAt(id: number): boolean {
    return [...this.#panels].some((panel) => panel.tab === id && !this.#byHand.differs(panel));
  }
}

/** A state of a page, with the reports on which it rests. */
interface Told {
  readonly reports: readonly string[];
  readonly state: SideState;
}

/** Creates a vault. Tests give it their own engine, clock and badge. */
export function createVault(ports: VaultOptions): Vault {
  return new Vault(ports);
}

export type { Vault };

function reportOf(message: PageMessage, origin: string): Report | null {
  if (message.kind === 'clear') return null;
  const { report: id } = message;
  if (message.kind === 'ambiguous') return { kind: 'ambiguous', id };
  return message.kind === 'part'
    ? { kind: 'part', id, adapter: message.adapter, person: message.person, origin }
    : { kind: 'person', id, person: message.person, origin };
}
