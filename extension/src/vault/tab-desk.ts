import type { ResidentView } from '@ehch/clinical';
import type { EngineResidents } from '@ehch/sdk/client';
import type { SideState } from '../messages/side-state.ts';
import type { BadgeMark } from './badge-mark.ts';
import type { LookUpLimit } from './look-up-limit.ts';
import { confirmedPair, type Known } from './side-state-of.ts';
import { newTab, stepTab, type TabAction, type TabContext, type TabEffect } from './tab-context.ts';

/** A state of a page, with the reports on which it rests. */
export interface Told {
  readonly reports: readonly string[];
  readonly state: SideState;
}

export interface TabDeskOptions {
  readonly residents: EngineResidents;
  readonly lookUps: LookUpLimit;
  /** What surrounds a tab now. */
  readonly around: (tab: number) => Omit<Known, 'confirmed' | 'waitMs'>;
  /** Since when a resident's record is news to the panels. */
  readonly before: (ctx: string, resident: string) => string | null;
  readonly readRoster: () => void;
  readonly setBadge: (tab: number, mark: BadgeMark) => void;
  /** Called when the page of a tab has changed, before anybody on it is looked up. */
  readonly changed: (tab: number) => void;
  readonly show: (tab: number, told: Told) => void;
}

/** Holds what each tab shows, and carries out the effects of the pure step in `tab-context.ts`. */
export class TabDesk {
  readonly #options: TabDeskOptions;
  readonly #tabs = new Map<number, TabContext>();
  readonly #watches = new Map<number, AbortController>();
  /** Looks that wait until the tab may ask for another record. */
  readonly #waiting = new Map<number, ReturnType<typeof setTimeout>>();
  /** The identities that the user has confirmed. They end with the vault. */
  readonly #confirmed = new Set<string>();

  constructor(options: TabDeskOptions) {
    this.#options = options;
  }

  get ids(): readonly number[] {
    return [...this.#tabs.keys()];
  }

  of(id: number | null): TabContext | undefined {
    return id === null ? undefined : this.#tabs.get(id);
  }

  act(id: number, action: TabAction): void {
    const { around, lookUps } = this.#options;
    const known = { ...around(id), confirmed: this.#confirmed, waitMs: lookUps.waitMs(id) };
    const { tab, effects } = stepTab(this.#tabs.get(id) ?? newTab(known.freshContext), action, known);
    this.#tabs.set(id, tab);
    for (const effect of effects) this.#run(id, effect);
  }

  /** The user compared the name on this page with the record's, and says that they belong to one person. */
  confirm(id: number): void {
    const tab = this.#tabs.get(id);
    if (!tab?.resident || tab.subject.kind !== 'person') return;
    this.#confirmed.add(confirmedPair(tab.resident, tab.subject.person.family));
    this.act(id, { kind: 'look-again' });
  }

  remove(id: number): void {
    this.#watches.get(id)?.abort();
    this.#watches.delete(id);
    this.#tabs.delete(id);
    this.#options.lookUps.forget(id);
  }

  close(): void {
    for (const id of this.ids) this.act(id, { kind: 'close' });
    for (const waiting of this.#waiting.values()) clearTimeout(waiting);
    this.#tabs.clear();
  }

  #run(id: number, effect: TabEffect): void {
    switch (effect.kind) {
      case 'unwatch':
        this.#watches.get(id)?.abort();
        return;
      case 'read-roster':
        return this.#options.readRoster();
      case 'look-again':
        return this.#lookAgain(id, effect.afterMs);
      case 'badge':
        return this.#options.setBadge(id, effect.mark);
      case 'show':
        return this.#options.show(id, effect);
      case 'watch':
        return this.#watch(id, effect.ctx, effect.resident);
    }
  }

  #watch(id: number, ctx: string, resident: string): void {
    const { residents, lookUps, before } = this.#options;
    lookUps.took(id);
    const watch = new AbortController();
    this.#watches.set(id, watch);
    const take = (view: ResidentView): void => {
      // A late answer must not bring a closed tab back.
      if (this.#tabs.has(id)) this.act(id, { kind: 'view', ctx, view });
    };
    residents.watch(resident, take, watch.signal, { since: before(ctx, resident) });
  }

  #lookAgain(id: number, afterMs: number | undefined): void {
    if (afterMs === undefined) {
      this.#options.changed(id);
      return this.act(id, { kind: 'look-again' });
    }
    clearTimeout(this.#waiting.get(id));
    // The tab may have been closed by then, and must not come back.
    const again = () => this.#tabs.has(id) && this.act(id, { kind: 'look-again' });
    this.#waiting.set(id, setTimeout(again, afterMs));
  }
}
