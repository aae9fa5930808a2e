import type { PlaceConfiguration, ResidentView, SectionName } from '@ehch/clinical';
import type { Clock } from '@ehch/clinical/time';
import type { EngineResidents } from '@ehch/sdk/client';
import type { PageMessage } from '../messages/page.ts';
import type { SideState, ToSide } from '../messages/side-state.ts';
import type { SideMessage } from '../messages/side.ts';
import type { BadgeMark } from './badge-mark.ts';
import { lastLooks } from './last-looks.ts';
import { LookUpLimit } from './look-up-limit.ts';
import { rosterBook } from './roster-book.ts';
import { confirmedPair } from './side-state-of.ts';
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
}

/** What a user presses about the person on screen. The rest of the panel's messages is not about a person. */
type PressInRecord = Extract<SideMessage, { kind: 'read-roster' | 'confirm-identity' | 'retry' }>;

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

  constructor(ports: VaultOptions) {
    this.#ports = ports;
    const { residents, place } = ports;
    this.#lookUps = new LookUpLimit(ports.milliseconds ?? (() => performance.now()));
    this.#roster = rosterBook(
      // The host's banner is looked up in it. No panel shows the list.
      () => residents.listResidents('program'),
      place.staleAfterMinutes,
      () => this.#lookAgain(),
    );
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
    this.#leaveUnseen();
    // Guard: several people share a PC, and the next one must not learn who was looked at.
    if (this.#panels.size === 0) this.#looks.forget();
  }

  /** Points a panel at the tab that is now active in its window. */
  follow(panel: SidePanel, id: number | null): void {
    if (panel.tab === id) return;
    panel.tab = id;
    this.#tell(panel);
    this.#leaveUnseen();
  }

  heardSide(panel: SidePanel, message: PressInRecord): void {
    if (message.kind === 'read-roster') return this.#roster.read(this.#ports.clock(), true);
    const tab = panel.tab === null ? undefined : this.#tabs.get(panel.tab);
    // Guard: a press belongs to the context that was on screen when the user pressed.
    if (!tab?.resident || panel.tab === null || message.ctx !== tab.ctx) return;
    if (message.kind === 'confirm-identity' && tab.subject.kind === 'person') {
      this.#confirmed.add(confirmedPair(tab.resident, tab.subject.person.family));
      this.#act(panel.tab, { kind: 'look-again' });
    }
    if (message.kind === 'retry') {
      const section = (message.section ?? undefined) as SectionName | undefined;
      // The watch of this tab receives the result; a failure appears in the sections.
      void this.#ports.residents.refresh(tab.resident.resident, section);
    }
  }

  readRoster(): void {
    this.#roster.read(this.#ports.clock(), false);
  }

  /** Clears every tab and closes the engine, when a vault with another configuration takes over. */
  close(): void {
    for (const id of this.#tabs.keys()) this.#act(id, { kind: 'close' });
    for (const waiting of this.#waiting.values()) clearTimeout(waiting);
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
    if (!this.#isLookedAt(id)) return;
    // Only a record that was given to a panel was looked at: a blocked one was not.
    if (state.kind === 'shown' && state.view !== null)
      this.#looks.shown(state.ctx, state.view.resident, state.view.glance?.at ?? state.now);
    for (const panel of this.#panels)
      if (panel.tab === id) panel.tell({ kind: 'state', tab: id, reports, state });
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
    if (afterMs === undefined) return this.#act(id, { kind: 'look-again' });
    clearTimeout(this.#waiting.get(id));
    // The tab may have been closed by then, and must not come back.
    const again = () => this.#tabs.has(id) && this.#act(id, { kind: 'look-again' });
    this.#waiting.set(id, setTimeout(again, afterMs));
  }

  /** Runs when the list of residents has changed: the person on screen may have joined or left it. */
  #lookAgain(): void {
    for (const id of this.#tabs.keys()) this.#act(id, { kind: 'look-again' });
    for (const panel of this.#panels) this.#tell(panel);
  }

  #tell(panel: SidePanel): void {
    if (panel.tab !== null) return this.#act(panel.tab, { kind: 'look-again' });
    panel.tell({
      kind: 'state',
      tab: null,
      reports: [],
      state: { kind: 'no-patient', roster: this.#roster.state(this.#ports.clock()) },
    });
  }

  /** Stops watching the records that no panel shows any more. */
  #leaveUnseen(): void {
    for (const id of this.#tabs.keys()) if (!this.#isLookedAt(id)) this.#act(id, { kind: 'unseen' });
  }

  #isLookedAt(id: number): boolean {
    return [...this.#panels].some(({ tab }) => tab === id);
  }
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
