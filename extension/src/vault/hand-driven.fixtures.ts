import { SECTION_ORDER, type Identity, type ResidentView, type Section } from '@ehch/clinical';
import type { EngineResidents, RosterEntry } from '@ehch/sdk/client';
import type { OnScreen } from '../messages/page.ts';
import type { SideState } from '../messages/side-state.ts';
import type { BadgeMark } from './badge-mark.ts';
import { createVault, type SidePanel, type VaultOptions } from './create-vault.ts';

export const NOW = '2026-11-21T09:30:00Z';
export const PLACE = {
  id: 'p',
  title: 'P',
  version: '1',
  owner: 'o',
  dated: '2026-11-01',
  signedOff: null,
  homes: [],
  bankHolidays: [],
  staleAfterMinutes: 60,
  contacts: [],
};

export const entry = (resident: string, family: string, born: string, value: string): RosterEntry => ({
  resident,
  name: { family, given: ['M'], title: null, text: null },
  born,
  nhsNumber: { state: 'verified', value },
});
export const ROSTER = [
  entry('anne', 'Ashdown', '1938-02-11', '9990000018'),
  entry('bess', 'Birchall', '1941-07-14', '9990000026'),
];
const screen = (nhsNumber: string, born: string | null, family: string | null): OnScreen => ({
  nhsNumber,
  born,
  family,
  given: null,
});
export const ANNE = screen('9990000018', '1938-02-11', 'ASHDOWN');
export const BESS = screen('9990000026', '1941-07-14', 'BIRCHALL');
export const STRANGER = screen('9990000034', '1950-01-01', 'STRANGER');

/** A view in which nothing but the identity may have been answered. */
export function viewOf(resident: string, identity: Section<Identity>): ResidentView {
  const loading = { state: 'loading' } as const;
  const sections = Object.fromEntries(
    SECTION_ORDER.map((name) => [name, loading]),
  ) as ResidentView['sections'];
  return { resident, sections: { ...sections, identity }, sourceLabel: '' };
}

/** The port to the engine, driven by hand: the test decides when an answer comes, however late. */
function handDriven() {
  const asked: {
    resident: string;
    since: string | null | undefined;
    give: (identity?: Section<Identity>, about?: string) => void;
    stopped: () => boolean;
  }[] = [];
  const lists: { settle: (roster: readonly RosterEntry[] | null) => void }[] = [];
  let requests = 0;
  let closed = false;
  const refreshed: (readonly [resident: string, section: string | undefined])[] = [];
  const residents: EngineResidents = {
    watch(resident, onView, signal, wanted) {
      requests++;
      // A source that misbehaves: it sends views after the vault stopped it.
      asked.push({
        resident,
        since: wanted?.since,
        give: (identity = { state: 'loading' }, about = resident) => onView(viewOf(about, identity)),
        stopped: () => signal.aborted,
      });
    },
    refresh: async (resident, section) => void refreshed.push([resident, section]),
    listResidents: () =>
      new Promise((resolve, reject) => {
        lists.push({
          settle: (found) =>
            found ? resolve({ residents: found, asOf: NOW, incomplete: false }) : reject(new Error('no')),
        });
      }),
    forget: async () => {},
    conceal: () => undefined,
    reveal: () => undefined,
    close: () => {
      closed = true;
    },
  };
  return { residents, asked, lists, refreshed, requests: () => requests, closed: () => closed };
}

/** The vaults of a test. One that shows somebody chosen by hand keeps looking at the time. */
const opened: ReturnType<typeof createVault>[] = [];

export function closeVaults(): void {
  for (const vault of opened.splice(0)) vault.close();
}

export function setUp({
  homes = PLACE.homes,
  wantsBadge = true,
  ...more
}: Partial<Pick<VaultOptions, 'clock' | 'isLocked' | 'milliseconds' | 'wantsBadge'>> &
  Partial<Pick<VaultOptions['place'], 'homes'>> = {}) {
  const driven = handDriven();
  const badges = new Map<number, BadgeMark>();
  let contexts = 0;
  const vault = createVault({
    residents: driven.residents,
    place: { ...PLACE, homes },
    clock: () => NOW,
    newContext: () => `ctx-${++contexts}`,
    setBadge: (tab, mark) => void badges.set(tab, mark),
    wantsBadge,
    ...more,
  });
  opened.push(vault);
  const told: SideState[] = [];
  let reports = 0;
  const panel: SidePanel = {
    tab: 1,
    tell: (message) => void (message.kind === 'state' && told.push(message.state)),
  };
  const say = (person: OnScreen, tab = 1, frame: object = FRAME) =>
    vault.heardPage(tab, frame, 'https://gp.example', {
      kind: 'candidate',
      report: `report-${++reports}`,
      adapter: 'gp',
      person,
    });
  const clear = (tab = 1, frame: object = FRAME) =>
    vault.heardPage(tab, frame, 'https://gp.example', { kind: 'clear', report: `report-${reports}` });
  const last = () => told.at(-1);
  return { ...driven, vault, badges, told, panel, say, clear, last };
}
export const FRAME = {};
export const turn = () => new Promise((resolve) => setTimeout(resolve, 0));

export async function withRoster(options: Parameters<typeof setUp>[0] = {}) {
  const all = setUp(options);
  all.vault.addPanel(all.panel);
  all.vault.readRoster();
  all.lists[0]?.settle(ROSTER);
  await turn();
  return all;
}
