import type { Author, CareActions, Decider, ResidentId, ResidentView } from '@ehch/clinical';
import { nothing } from 'lit';
import type { TemplateResult } from 'lit';
import { PartLoader } from '../internal/part-loader.ts';
import type { PartState } from '../internal/part-loader.ts';
import type { PartSource } from '../internal/part-source.ts';
import { partNews } from '../internal/part-words.ts';
import type { PartSaid } from '../internal/part-words.ts';
import type { PlanChanging } from './changing-part.ts';
import type { PlanHost } from './changing/care-plan-controller.ts';
import type { PlanDesk, PlanDesks } from './changing/plan-desks.ts';
import type { PlanChangePress } from './changing/take-change.ts';
import type { PlanEdit } from './plan-edit.ts';

/** What is said where a plan cannot be changed here. */
export const CHANGING_SAID: PartSaid = {
  awaited: 'Fetching what changes a plan. It opens by itself when it is here.',
  failed: 'This plan cannot be changed here now: what changes it could not be fetched. It can be read.',
  instead:
    'Write the change on paper, and hand it to a colleague who can enter it. Until then the plan stands as it is.',
};

/** The plan on screen as somebody may change it. */
export interface PlanAtHand {
  readonly view: ResidentView;
  /** Whose desk it is. */
  readonly owner: ResidentId;
  readonly port: CareActions;
  readonly isOnline: boolean;
  /** Who reads and presses, as the page says it. */
  readonly author: Author | null;
  /** What they may decide; `null`: they propose. */
  readonly decider: Decider | null;
}

interface ChangesHost extends PlanHost {
  /** `null`: nothing can be changed, because nobody living is shown, or there is nowhere for a change to go. */
  atHand(): PlanAtHand | null;
  moveFocus(selector: string): void;
}

/**
 * What is changed on one card, as far as the part that changes is here. Whatever was typed or saved needed it, so it is here then.
 */
export class PlanChanges {
  readonly #host: ChangesHost;
  readonly #loader: PartLoader<PlanChanging>;
  #desks: PlanDesks | null = null;
  /** The desk of whoever was on screen at the last look; `null`: nothing can be changed, or what changes it is not here yet. */
  #desk: PlanDesk | null = null;
  /** The name as typed, where the page gives none. */
  #presser = '';

  constructor(host: ChangesHost, source: () => PartSource<PlanChanging>) {
    this.#host = host;
    this.#loader = new PartLoader(source, () => host.requestUpdate());
  }

  /** `null`: nothing can be changed. */
  get state(): PartState | null {
    return this.#host.atHand() === null ? null : this.#loader.state;
  }

  prepare(): void {
    if (this.#host.atHand() !== null) this.#loader.prepare();
  }

  forgetPress(): void {
    this.#loader.forgetPress();
  }

  /** Goes to the desk of whoever is on screen, and tells it what the record says now. */
  look(): void {
    const plan = this.#host.atHand();
    this.#desk = plan === null ? null : this.#deskOf(plan);
  }

  #deskOf({ view, owner, port, isOnline }: PlanAtHand): PlanDesk | null {
    this.#desks ??= this.#loader.part?.desks(this.#host) ?? null;
    if (this.#desks === null) return null;
    const desk = this.#desks.of(owner, port, isOnline);
    this.#desks.read(desk, view);
    return desk;
  }

  get edit(): PlanEdit | null {
    const plan = this.#host.atHand();
    if (plan === null || this.#desk === null) return null;
    const who = { author: plan.author, typed: this.#presser, mayDecide: plan.decider !== null };
    return this.#loader.part?.edit(this.#desk, who) ?? null;
  }

  writePresser(name: string): void {
    this.#presser = name;
    this.#host.requestUpdate();
  }

  /** Takes a press to the desk of whoever is on screen then: at once, or when the part comes. */
  take(action: PlanChangePress): void {
    this.#loader.use((part) => {
      this.look();
      const { edit } = this;
      const plan = this.#host.atHand();
      if (this.#desk === null || edit === null || plan === null) return;
      const by = { name: edit.presser, role: plan.author?.role ?? null };
      const focus = part.take(this.#desk, action, { by, decider: plan.decider });
      this.#host.requestUpdate();
      if (focus !== null) this.#host.moveFocus(focus);
    });
  }

  handAgain(intent: string): void {
    this.#desks?.handAgain(intent);
  }

  tellConnection(isOnline: boolean): void {
    this.#desks?.tellConnection(isOnline);
  }

  /** Leaves the screen, and ends what nobody is doing anything with any more. */
  leave(): void {
    this.#desk = null;
    this.#loader.forgetPress();
    this.#desks?.tidy();
  }

  /** Whether the memory of this page alone has something. */
  get isBusy(): boolean {
    return this.#desks?.isBusy ?? false;
  }

  renderElsewhere(resident: ResidentId | null): TemplateResult | typeof nothing {
    if (this.#desks === null) return nothing;
    const here = this.#desk === null ? null : resident;
    return this.#loader.part?.renderElsewhere(this.#desks, here, this.#host.now()) ?? nothing;
  }

  /** For the live region. */
  get news(): string {
    const said = this.#desk === null ? '' : (this.#loader.part?.news(this.#desk, this.#host.now()) ?? '');
    return [said, partNews(this.#loader.state, CHANGING_SAID)].filter((one) => one !== '').join(' ');
  }

  /** How far each change is, without a word of it. */
  get codes(): readonly string[] {
    if (this.#desk === null) return [`changing=${this.#loader.state}`];
    return this.#loader.part?.codes(this.#desk) ?? [];
  }
}
