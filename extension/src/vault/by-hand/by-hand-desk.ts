import type { EngineResidents } from '@ehch/sdk/client';
import type { SideState } from '../../messages/side-state.ts';
import type { SidePanel } from '../create-vault.ts';
import type { LookUpLimit } from '../look-up-limit.ts';
import { NOTHING_BY_HAND, type Around, type ByHand, type ByHandAction } from './by-hand.ts';
import { frontOf, standsBefore } from './state-of.ts';
import { stepByHand, type ByHandEffect } from './step.ts';

/** How often a choice is compared with the time, so that a computer that wakes shows nobody of before its sleep. */
const LOOK_EVERY_MS = 1000;

export interface ByHandDeskOptions {
  readonly residents: EngineResidents;
  readonly lookUps: LookUpLimit;
  /** What surrounds a panel now. */
  readonly around: (panel: SidePanel) => Omit<Around, 'waitMs'>;
  /** Since when a resident's record is news to the panels. */
  readonly before: (ctx: string, resident: string) => string | null;
  readonly readRoster: () => void;
  /** Called when a panel has to be told anew. */
  readonly changed: (panel: SidePanel) => void;
}

/** Holds what somebody chose by hand in each panel, and carries out the effects of the pure step in `step.ts`. */
export class ByHandDesk {
  readonly #options: ByHandDeskOptions;
  readonly #hands = new Map<SidePanel, ByHand>();
  readonly #watches = new Map<SidePanel, AbortController>();
  readonly #timers = new Map<SidePanel, ReturnType<typeof setTimeout>>();

  constructor(options: ByHandDeskOptions) {
    this.#options = options;
  }

  act(panel: SidePanel, action: ByHandAction): void {
    const before = this.#of(panel);
    const { hand, effects } = stepByHand(before, action, {
      ...this.#options.around(panel),
      waitMs: this.#options.lookUps.waitMs(panel),
    });
    this.#hands.set(panel, hand);
    for (const effect of effects) this.#run(panel, effect);
    this.#lookLater(panel);
    if (hand !== before) this.#options.changed(panel);
  }

  /** What the panel shows, given what it would show of the page alone. */
  frontOf(panel: SidePanel, page: SideState): SideState {
    return frontOf(this.#of(panel), page, this.#options.around(panel));
  }

  /** Whether the panel shows a resident chosen by hand in this context, and whom. `null`: it does not. */
  residentIn(panel: SidePanel, ctx: string): string | null {
    const hand = this.#of(panel);
    return hand.kind === 'chosen' && hand.ctx === ctx ? hand.resident.resident : null;
  }

  standsBefore(panel: SidePanel): boolean {
    return standsBefore(this.#of(panel));
  }

  remove(panel: SidePanel): void {
    this.#watches.get(panel)?.abort();
    clearTimeout(this.#timers.get(panel));
    for (const kept of [this.#watches, this.#timers, this.#hands]) kept.delete(panel);
    this.#options.lookUps.forget(panel);
  }

  #of(panel: SidePanel): ByHand {
    return this.#hands.get(panel) ?? NOTHING_BY_HAND;
  }

  #run(panel: SidePanel, effect: ByHandEffect): void {
    switch (effect.kind) {
      case 'unwatch':
        return this.#watches.get(panel)?.abort();
      case 'read-roster':
        return this.#options.readRoster();
      case 'watch':
        return this.#watch(panel, effect.ctx, effect.resident);
    }
  }

  #watch(panel: SidePanel, ctx: string, resident: string): void {
    const { residents, lookUps, before } = this.#options;
    const watch = new AbortController();
    lookUps.took(panel);
    this.#watches.set(panel, watch);
    residents.watch(
      resident,
      // A late answer must not bring a closed panel back.
      (view) => this.#hands.has(panel) && this.act(panel, { kind: 'view', ctx, view }),
      watch.signal,
      { since: before(ctx, resident) },
    );
  }

  #lookLater(panel: SidePanel): void {
    clearTimeout(this.#timers.get(panel));
    const { kind } = this.#of(panel);
    if (kind !== 'chosen' && kind !== 'choose') return;
    this.#timers.set(
      panel,
      setTimeout(() => this.act(panel, { kind: 'look-again' }), LOOK_EVERY_MS),
    );
  }
}
