import type { Clock, PlaceConfiguration, ResidentView, SectionName } from '@ehch/clinical';
import type { EngineResidents, RosterEntry } from '@ehch/sdk/client';
import type { PageMessage } from '../messages/page.ts';
import type { IdentityWarning, SideMessage, SideState, ToSide } from '../messages/side.ts';
import { checkIdentity } from './identity-check.ts';
import { rosterBook } from './roster-book.ts';
import { sameSubject, subjectOf, type Report, type Subject } from './subject.ts';

export type BadgeMark = 'none' | 'resident' | 'doubt';

export interface VaultOptions {
  readonly residents: EngineResidents;
  readonly place: PlaceConfiguration;
  readonly clock: Clock;
  readonly newContext: () => string;
  readonly setBadge: (tab: number, mark: BadgeMark) => void;
}

/** One side panel. It is told about one tab at a time. */
export interface SidePanel {
  tab: number | null;
  readonly tell: (message: ToSide) => void;
}

/** The vault's own state about one tab. A new `ctx` is made whenever the person on screen changes in any way. */
interface Tab {
  readonly reports: Map<object, Report>;
  ctx: string;
  subject: Subject;
  resident: RosterEntry | null;
  view: ResidentView | null;
  watch: AbortController | null;
}

/**
 * The patient-context state machine: who is on screen in which tab, whether that is a resident, and what each side
 * panel may show. It clears before it resolves: the old content is taken back before anything is looked up.
 */
export function createVault({ residents, place, clock, newContext, setBadge }: VaultOptions) {
  const tabs = new Map<number, Tab>();
  const panels = new Set<SidePanel>();
  /** Pairs of record and name on screen that a person has looked at, for as long as the vault lives. */
  const confirmed = new Set<string>();
  const roster = rosterBook(
    () => residents.listResidents(),
    place.staleAfterMinutes,
    () => {
      for (const id of tabs.keys()) resolve(id);
      tellAll();
    },
  );

  function tabOf(id: number): Tab {
    const tab = tabs.get(id) ?? {
      reports: new Map<object, Report>(),
      ctx: newContext(),
      subject: { is: 'nobody' } as const,
      resident: null,
      view: null,
      watch: null,
    };
    tabs.set(id, tab);
    return tab;
  }

  function report(id: number, frame: object, said: Report | null): void {
    const tab = tabOf(id);
    if (said === null) tab.reports.delete(frame);
    else tab.reports.set(frame, said);
    const subject = subjectOf(tab.reports.values());
    if (sameSubject(subject, tab.subject)) return;
    clear(tab);
    tab.subject = subject;
    if (subject.is === 'person') roster.read(clock(), false);
    resolve(id);
  }

  function clear(tab: Tab): void {
    tab.ctx = newContext();
    tab.resident = null;
    tab.view = null;
    if (__CONTEXT_CHECK__) tab.watch?.abort();
    tab.watch = null;
  }

  /** Decides what the tab shows from who is on screen and from the roster as it is now, and tells whoever looks at it. */
  function resolve(id: number): void {
    const tab = tabOf(id);
    const state = stateOf(tab);
    setBadge(
      id,
      state.is === 'shown' ? 'resident' : state.is === 'blocked' || state.is === 'confirm' ? 'doubt' : 'none',
    );
    const looking = [...panels].filter((panel) => panel.tab === id);
    // Nobody looks: nothing is asked of the server.
    if (state.is === 'shown' && looking.length > 0) watch(id, tab);
    for (const panel of looking) panel.tell({ kind: 'state', state });
  }

  function stateOf(tab: Tab): SideState {
    const now = clock();
    const { subject } = tab;
    if (subject.is === 'nobody') return { is: 'no-patient', roster: roster.state(now) };
    if (subject.is === 'ambiguous') return { is: 'ambiguous', roster: roster.state(now) };
    const { person, origin } = subject;
    const found = roster.find(person.nhsNumber);
    const [entry] = found;
    const result = checkIdentity(person, found);
    // The list may be another one than when her record was asked for: what was asked then is not about this any more.
    if (tab.watch && (result.is === 'block' || entry?.resident !== tab.resident?.resident)) clear(tab);
    tab.resident = entry ?? null;
    if (!entry) return { is: 'not-on-roster', roster: roster.state(now) };
    const { ctx } = tab;
    const record = { name: entry.name, born: entry.born, nhsNumber: person.nhsNumber };
    if (result.is === 'block')
      return {
        is: 'blocked',
        ctx,
        origin,
        onScreen: person,
        record,
        why: result.why,
        differs: result.differs,
      };
    const later = tab.view ? laterDoubt(tab, tab.view) : null;
    if (later) return later;
    if (result.is === 'confirm' && !confirmed.has(pairOf(entry, person.family))) {
      return { is: 'confirm', ctx, origin, onScreen: person, record, warns: result.warns };
    }
    const warns: readonly IdentityWarning[] = result.is === 'confirm' ? result.warns : [];
    return { is: 'shown', ctx, origin, onScreen: person, record, warns, view: tab.view, place, now };
  }

  /** The record itself may say another date of birth, or another number, than the list did when it was read. */
  function laterDoubt({ subject, ctx }: Tab, view: ResidentView): SideState | null {
    const { identity } = view.sections;
    if (
      !__CONTEXT_CHECK__ ||
      subject.is !== 'person' ||
      identity.state !== 'known' ||
      identity.content.kind !== 'recorded'
    )
      return null;
    const { name, born, nhsNumber } = identity.content.value;
    const result = checkIdentity(subject.person, [{ name, born, nhsNumber }]);
    const number = nhsNumber.state === 'verified' || nhsNumber.state === 'unverified' ? nhsNumber.value : '';
    const differs =
      number === subject.person.nhsNumber
        ? result.is === 'block'
          ? result.differs
          : []
        : (['nhs-number'] as const);
    if (differs.length === 0) return null;
    return {
      is: 'blocked',
      ctx,
      origin: subject.origin,
      onScreen: subject.person,
      record: { name, born, nhsNumber: number },
      why: 'differs',
      differs,
    };
  }

  function watch(id: number, tab: Tab): void {
    if (tab.watch || !tab.resident) return;
    const {
      ctx,
      resident: { resident },
    } = tab;
    tab.watch = new AbortController();
    residents.watch(
      resident,
      (view) => {
        // Guard: what comes late is about somebody who is no longer on screen.
        if (__CONTEXT_CHECK__ && (tab.ctx !== ctx || view.resident !== resident)) return;
        tab.view = view;
        resolve(id);
      },
      tab.watch.signal,
    );
  }

  /** Where nobody looks any more, the record is not kept fresh for nobody. */
  function leaveUnseen(): void {
    for (const [id, tab] of tabs) {
      if (!tab.watch || [...panels].some((panel) => panel.tab === id)) continue;
      tab.watch.abort();
      tab.watch = null;
      tab.view = null;
    }
  }

  function tellAll(): void {
    for (const panel of panels) tellNow(panel);
  }

  function tellNow(panel: SidePanel): void {
    if (panel.tab === null)
      panel.tell({ kind: 'state', state: { is: 'no-patient', roster: roster.state(clock()) } });
    else resolve(panel.tab);
  }

  return {
    /** A frame of a page said something. `frame` is its port: it is forgotten with it. */
    heardPage(id: number, frame: object, origin: string, message: PageMessage): void {
      if (message.kind === 'clear') report(id, frame, null);
      else
        report(
          id,
          frame,
          message.kind === 'ambiguous'
            ? { is: 'ambiguous' }
            : { is: 'person', person: message.person, origin },
        );
    },
    lostPage(id: number, frame: object): void {
      if (tabs.has(id)) report(id, frame, null);
    },
    closedTab(id: number): void {
      const tab = tabs.get(id);
      if (tab) clear(tab);
      tabs.delete(id);
      for (const panel of panels) if (panel.tab === id) panel.tab = null;
      tellAll();
    },
    addPanel(panel: SidePanel): void {
      panels.add(panel);
      tellNow(panel);
    },
    removePanel(panel: SidePanel): void {
      panels.delete(panel);
      leaveUnseen();
    },
    /** The active tab of the panel's window is another one now. */
    follow(panel: SidePanel, id: number | null): void {
      if (panel.tab === id) return;
      panel.tab = id;
      tellNow(panel);
      leaveUnseen();
    },
    heardSide(panel: SidePanel, message: SideMessage): void {
      const tab = panel.tab === null ? undefined : tabs.get(panel.tab);
      if (message.kind === 'read-roster') return roster.read(clock(), true);
      // A press belongs to what was on screen when it was pressed.
      if (!tab || panel.tab === null || message.kind === 'subscribe' || message.ctx !== tab.ctx) return;
      if (message.kind === 'confirm-identity' && tab.resident && tab.subject.is === 'person') {
        confirmed.add(pairOf(tab.resident, tab.subject.person.family));
        resolve(panel.tab);
      }
      if (message.kind === 'retry' && tab.resident)
        void residents.refresh(
          tab.resident.resident,
          (message.section ?? undefined) as SectionName | undefined,
        );
    },
    readRoster: () => roster.read(clock(), false),
    close(): void {
      for (const [id, tab] of tabs) {
        clear(tab);
        setBadge(id, 'none');
      }
      tabs.clear();
      panels.clear();
      residents.close();
    },
  };
}

export type Vault = ReturnType<typeof createVault>;

function pairOf({ resident }: RosterEntry, family: string | null): string {
  return JSON.stringify([resident, family]);
}
