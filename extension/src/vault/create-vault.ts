import type { PlaceConfiguration, SectionName } from '@ehch/clinical';
import type { Clock } from '@ehch/clinical/time';
import type { EngineResidents } from '@ehch/sdk/client';
import type { AccountsMessage } from '../messages/accounts.ts';
import type { PageMessage } from '../messages/page.ts';
import type { SideState, ToSide } from '../messages/side-state.ts';
import type { SideMessage } from '../messages/side.ts';
import type { BadgeMark } from './badge-mark.ts';
import { ByHandDesk } from './by-hand/by-hand-desk.ts';
import { lastLooks } from './last-looks.ts';
import { LookUpLimit } from './look-up-limit.ts';
import { rosterBook } from './roster-book.ts';
import { aboutNobody } from './side-state-of.ts';
import type { Report } from './subject.ts';
import type { Site } from './sites/site-of-tab.ts';
import type { TabContext } from './tab-context.ts';
import { TabDesk, type Told } from './tab-desk.ts';

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
  | AccountsMessage
  | {
      kind:
        | 'subscribe'
        | 'alive?'
        | 'page-loaded'
        | 'enable-site'
        | 'revoke-site'
        | 'teach-begin'
        | 'teach-press';
    }
>;

/** One side panel. The vault tells it about one tab at a time; `null` means no tab. */
export interface SidePanel {
  tab: number | null;
  readonly tell: (message: ToSide) => void;
}

/**
 * Holds the panels, and leads each to what it shows: the page of its tab, or whom somebody chose by hand. The list of
 * residents and the lock are one for all of them.
 */
class Vault {
  readonly #ports: VaultOptions;
  readonly #panels = new Set<SidePanel>();
  readonly #looks = lastLooks();
  readonly #roster;
  readonly #tabs: TabDesk;
  readonly #byHand: ByHandDesk;
  #isLocked;

  constructor(ports: VaultOptions) {
    this.#ports = ports;
    const { residents, place } = ports;
    const milliseconds = ports.milliseconds ?? (() => performance.now());
    const lookUps = new LookUpLimit(milliseconds);
    this.#isLocked = ports.isLocked ?? false;
    this.#roster = rosterBook(
      // The host's banner is looked up in it. No panel shows the list.
      () => residents.listResidents('program'),
      place.staleAfterMinutes,
      () => this.#lookAgain(),
    );
    const around = () => ({
      now: ports.clock(),
      place,
      roster: this.#roster,
      isLocked: this.#isLocked,
      freshContext: ports.newContext(),
    });
    const { before } = this.#looks;
    this.#tabs = new TabDesk({
      residents,
      lookUps,
      around: (id) => ({ ...around(), isLookedAt: this.#isLookedAt(id) }),
      before,
      readRoster: () => {
        // Guard: while nobody looks and no mark is wanted, no server is asked for anything.
        if (this.#panels.size > 0 || ports.wantsBadge) this.readRoster();
      },
      setBadge: (id, mark) => ports.setBadge(id, ports.wantsBadge ? mark : 'none'),
      // Whoever was chosen by hand may have to go.
      changed: (id) => this.#panelsAt(id).forEach((panel) => this.#byHand.act(panel, { kind: 'look-again' })),
      show: (id, told) => this.#panelsAt(id).forEach((panel) => this.#front(panel, told)),
    });
    this.#byHand = new ByHandDesk({
      residents,
      lookUps,
      around: ({ tab }) => ({
        ...around(),
        ms: milliseconds(),
        page: this.#tabs.of(tab)?.subject ?? { kind: 'nobody' },
      }),
      before,
      readRoster: () => this.readRoster(),
      // The page may now be looked at again, or no longer.
      changed: (panel) => this.#tell(panel),
    });
  }

  /** Takes a report of one frame of a page. `frame` is the frame's port; `lostPage` forgets the report with it. */
  heardPage(id: number, frame: object, origin: string, message: PageMessage): void {
    this.#tabs.act(id, { kind: 'report', frame, report: reportOf(message, origin) });
  }

  lostPage(id: number, frame: object): void {
    if (this.#tabs.of(id)) this.#tabs.act(id, { kind: 'report', frame, report: null });
  }

  /** Takes where a tab's page stands. Only a tab that a panel shows is looked at. */
  heardSite(id: number, site: Site): void {
    this.#tabs.act(id, { kind: 'site', site });
  }

  closedTab(id: number): void {
    this.#tabs.remove(id);
    for (const panel of this.#panelsAt(id)) panel.tab = null;
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
      case 'go-on-with-page':
        return this.#byHand.act(panel, { ...message, kind: 'go-on' });
      case 'retry':
        return this.#retry(panel, message.ctx, message.section);
      case 'confirm-identity':
        if (panel.tab !== null && this.#tabIn(panel, message.ctx)) this.#tabs.confirm(panel.tab);
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

  /** Guard: a press belongs to the context that was on screen when the user pressed. */
  #tabIn(panel: SidePanel, ctx: string): TabContext | null {
    const tab = this.#tabs.of(panel.tab);
    return tab !== undefined && tab.ctx === ctx && !this.#byHand.standsBefore(panel) ? tab : null;
  }

  readRoster(): void {
    this.#roster.read(this.#ports.clock(), false);
  }

  /** Clears every tab and closes the engine, when a vault with another configuration takes over. */
  close(): void {
    this.#tabs.close();
    for (const panel of this.#panels) this.#byHand.remove(panel);
    this.#panels.clear();
    this.#ports.residents.close();
  }

  /** Tells a panel what it shows: its page, or whom somebody chose by hand. */
  #front(panel: SidePanel, page: Told): void {
    const state = this.#byHand.frontOf(panel, page.state);
    // Only a record that was given to a panel was looked at: a blocked one was not.
    if ((state.kind === 'shown' || state.kind === 'by-hand') && state.view !== null)
      this.#looks.shown(state.ctx, state.view.resident, state.view.glance?.at ?? state.now);
    panel.tell({ kind: 'state', tab: panel.tab, reports: page.reports, state });
  }

  /** Runs when the list of residents or the lock has changed: the person on screen may have joined or left it. */
  #lookAgain(): void {
    for (const id of this.#tabs.ids) this.#tabs.act(id, { kind: 'look-again' });
    for (const panel of this.#panels) {
      this.#byHand.act(panel, { kind: 'look-again' });
      this.#tell(panel);
    }
  }

  #tell(panel: SidePanel): void {
    if (panel.tab !== null) return this.#tabs.act(panel.tab, { kind: 'look-again' });
    const { clock, place } = this.#ports;
    const state: SideState = this.#isLocked
      ? { kind: 'locked' }
      : aboutNobody({ roster: this.#roster, place, now: clock() });
    this.#front(panel, { reports: [], state });
  }

  /** Stops watching the records that no panel shows any more. */
  #leaveUnseen(): void {
    for (const id of this.#tabs.ids) if (!this.#isLookedAt(id)) this.#tabs.act(id, { kind: 'unseen' });
  }

  #isLookedAt(id: number): boolean {
    return this.#panelsAt(id).some((panel) => !this.#byHand.standsBefore(panel));
  }

  #panelsAt(id: number): readonly SidePanel[] {
    return [...this.#panels].filter(({ tab }) => tab === id);
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
