// One long random day of the vault and a panel: pages that change, tabs, late answers, messages that arrive late, a
// vault that is held up. Everything but the browser and the engine is real.
import fc from 'fast-check';
import type { ToSide } from '../messages/side-state.ts';
import { panelStateOf, STARTING, stepStanding, type StandingAction } from '../shell/standing.ts';
import type { OnScreen } from '../messages/page.ts';
import { ANNE, BESS, ROSTER, setUp, STRANGER, turn } from './hand-driven.fixtures.ts';

const PEOPLE = { anne: ANNE, bess: BESS, stranger: STRANGER } as const;
const OWNERS: Readonly<Record<string, string>> = { anne: ANNE.nhsNumber, bess: BESS.nhsNumber };

export type Happening =
  | { readonly kind: 'page'; readonly tab: number; readonly shows: keyof typeof PEOPLE | null }
  | { readonly kind: 'front'; readonly tab: number }
  | { readonly kind: 'gone'; readonly tab: number }
  /** The engine answers one of its open questions, whether or not anybody still waits. */
  | { readonly kind: 'answer'; readonly which: number }
  /** So many messages arrive on the way to the vault, or on the way to the panel. */
  | { readonly kind: 'to-vault' | 'to-panel'; readonly count: number };

const tab = fc.constantFrom(1, 2);
export const happening: fc.Arbitrary<Happening> = fc.oneof(
  {
    weight: 5,
    arbitrary: fc.record({
      kind: fc.constant('page' as const),
      tab,
      shows: fc.constantFrom('anne' as const, 'bess' as const, 'stranger' as const, null),
    }),
  },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('front' as const), tab }) },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('gone' as const), tab }) },
  { weight: 4, arbitrary: fc.record({ kind: fc.constant('answer' as const), which: fc.nat({ max: 30 }) }) },
  {
    weight: 8,
    arbitrary: fc.record({
      kind: fc.constantFrom('to-vault' as const, 'to-panel' as const),
      count: fc.integer({ min: 1, max: 4 }),
    }),
  },
);

/** What a panel must never show, in words, and what it had shown by the end. */
export interface Driven {
  readonly broken: readonly string[];
  /** How often a record stood on the panel. A drive that shows nobody proves nothing. */
  readonly records: number;
}

/** Runs a sequence of happenings, and then lets everything arrive. */
export async function drive(happenings: readonly Happening[]): Promise<Driven> {
  const world = new World();
  await world.start();
  for (const one of happenings) world.take(one);
  world.settle();
  return { broken: [...world.broken], records: world.records };
}

class World {
  readonly broken = new Set<string>();
  records = 0;
  readonly #all = setUp();
  readonly #frames = new Map<number, object>();
  /** Who stands on each page, with the report that said so. */
  readonly #pages = new Map<number, { readonly report: string; readonly person: OnScreen }>();
  readonly #toVault: (() => void)[] = [];
  readonly #toPanel: ToSide[] = [];
  /** Reports that the panel has heard taken back. It hears the page itself, so never late. */
  readonly #takenBack = new Set<string>();
  #standing = STARTING;
  #front = 1;
  #reports = 0;
  readonly #panel = { tab: 1 as number | null, tell: (message: ToSide) => void this.#toPanel.push(message) };

  async start(): Promise<void> {
    const { vault, lists } = this.#all;
    vault.addPanel(this.#panel);
    vault.readRoster();
    for (const list of lists) list.settle(ROSTER);
    await turn();
    this.#hear({ kind: 'front', tab: this.#front });
  }

  take(one: Happening): void {
    switch (one.kind) {
      case 'page':
        return this.#page(one.tab, one.shows);
      case 'front':
        this.#front = one.tab;
        this.#toVault.push(() => this.#all.vault.follow(this.#panel, one.tab));
        return this.#hear({ kind: 'front', tab: one.tab });
      case 'gone':
        this.#takeBack(one.tab);
        this.#toVault.push(() => this.#all.vault.lostPage(one.tab, this.#frame(one.tab)));
        return;
      case 'answer': {
        const { asked } = this.#all;
        asked[one.which % Math.max(1, asked.length)]?.give();
        return;
      }
      case 'to-vault':
        for (const arrive of this.#toVault.splice(0, one.count)) arrive();
        return;
      case 'to-panel':
        for (const message of this.#toPanel.splice(0, one.count)) this.#arrive(message);
    }
  }

  /** Everything arrives. The panel then says what is so. */
  settle(): void {
    for (let round = 0; round < 4; round += 1) {
      for (const arrive of this.#toVault.splice(0)) arrive();
      for (const each of this.#all.asked) each.give();
      for (const message of this.#toPanel.splice(0)) this.#arrive(message);
    }
    const shown = panelStateOf(this.#standing);
    const page = this.#pages.get(this.#front);
    const there = page?.person.nhsNumber ?? null;
    if (shown.kind === 'shown' && shown.onScreen.nhsNumber !== there)
      this.broken.add('in the end somebody is shown who is not on the page in front');
    if (there !== null && there !== STRANGER.nhsNumber && !['shown', 'too-many'].includes(shown.kind))
      this.broken.add(`in the end a resident on the page in front is not shown: ${shown.kind}`);
  }

  #frame(id: number): object {
    const frame = this.#frames.get(id) ?? {};
    this.#frames.set(id, frame);
    return frame;
  }

  #page(id: number, shows: keyof typeof PEOPLE | null): void {
    this.#takeBack(id);
    if (shows === null) return;
    const report = `r${++this.#reports}`;
    const person = PEOPLE[shows];
    this.#pages.set(id, { report, person });
    this.#toVault.push(() =>
      this.#all.vault.heardPage(id, this.#frame(id), 'https://gp.example', {
        kind: 'candidate',
        report,
        adapter: 'gp',
        person,
      }),
    );
  }

  #takeBack(id: number): void {
    const page = this.#pages.get(id);
    if (page === undefined) return;
    this.#pages.delete(id);
    this.#takenBack.add(page.report);
    this.#hear({ kind: 'taken-back', report: page.report });
    this.#toVault.push(() =>
      this.#all.vault.heardPage(id, this.#frame(id), 'https://gp.example', {
        kind: 'clear',
        report: page.report,
      }),
    );
  }

  #arrive(message: ToSide): void {
    if (message.kind === 'alive') return this.#hear({ kind: 'alive' });
    if (message.kind === 'state') this.#hear({ kind: 'told', told: message });
  }

  #hear(action: StandingAction): void {
    this.#standing = stepStanding(this.#standing, action);
    const state = panelStateOf(this.#standing);
    if (state.kind !== 'shown' || !('state' in this.#standing.told)) return;
    const { told } = this.#standing;
    if (state.record.nhsNumber !== state.onScreen.nhsNumber)
      this.broken.add('mixed: a record stands below another number');
    if (state.view !== null) {
      this.records += 1;
      if (OWNERS[state.view.resident] !== state.onScreen.nhsNumber)
        this.broken.add('mixed: a view of another resident stands below a name');
    }
    if (told.reports.some((report) => this.#takenBack.has(report)))
      this.broken.add('late: somebody is shown whose page has taken it back');
    if (told.tab !== this.#front) this.broken.add('late: somebody is shown of a tab that is not in front');
  }
}
