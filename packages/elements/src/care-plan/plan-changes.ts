import type { CareActions, ResidentId, ResidentView } from '@ehch/clinical';
import type { PlanPresser } from '@ehch/clinical/session';
import type { Instant } from '@ehch/clinical/time';
import { nothing } from 'lit';
import type { TemplateResult } from 'lit';
import { PartLoader } from '../internal/part-loader.ts';
import type { PartState } from '../internal/part-loader.ts';
import type { PartSource } from '../internal/part-source.ts';
import { partNews } from '../internal/part-words.ts';
import type { PartSaid } from '../internal/part-words.ts';
import type { PlanChanging, WhoChanges } from './changing-part.ts';
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

/**
 * What is changed on one card, as far as the part that changes is here. Whatever was typed or saved needed it, so it is here then.
 */
export class PlanChanges {
  readonly #host: PlanHost;
  readonly #loader: PartLoader<PlanChanging>;
  #desks: PlanDesks | null = null;

  constructor(host: PlanHost, source: () => PartSource<PlanChanging>) {
    this.#host = host;
    this.#loader = new PartLoader(source, () => host.requestUpdate());
  }

  get state(): PartState {
    return this.#loader.state;
  }

  prepare(): void {
    this.#loader.prepare();
  }

  forgetPress(): void {
    this.#loader.forgetPress();
  }

  /** The desk of this resident, which has heard of the view. `null`: the part is not here yet. */
  deskOf(
    resident: ResidentId,
    { view, port, isOnline }: { view: ResidentView; port: CareActions; isOnline: boolean },
  ): PlanDesk | null {
    this.#desks ??= this.#loader.part?.desks(this.#host) ?? null;
    if (this.#desks === null) return null;
    const desk = this.#desks.of(resident, port, isOnline);
    this.#desks.read(desk, view, this.#host.now());
    return desk;
  }

  edit(desk: PlanDesk | null, who: WhoChanges): PlanEdit | null {
    return desk === null ? null : (this.#loader.part?.edit(desk, who) ?? null);
  }

  /**
   * Takes a press to its desk, at once or when the part comes. `deskNow`: the desk of whoever is on screen then. `moveFocus`: told
   * where the focus goes.
   */
  take(
    action: PlanChangePress,
    deskNow: () => { readonly desk: PlanDesk; readonly presser: PlanPresser } | null,
    moveFocus: (selector: string) => void,
  ): void {
    this.#loader.use((part) => {
      const on = deskNow();
      if (on === null) return;
      const focus = part.take(on.desk, action, on.presser);
      this.#host.requestUpdate();
      if (focus !== null) moveFocus(focus);
    });
  }

  handAgain(intent: string): void {
    this.#desks?.handAgain(intent);
  }

  tellConnection(isOnline: boolean): void {
    this.#desks?.tellConnection(isOnline);
  }

  /** Ends what nobody is doing anything with any more. */
  tidy(): void {
    this.#loader.forgetPress();
    this.#desks?.tidy();
  }

  /** Whether the memory of this page alone has something. */
  get isBusy(): boolean {
    return this.#desks?.isBusy ?? false;
  }

  renderElsewhere(resident: ResidentId | null, now: Instant): TemplateResult | typeof nothing {
    if (this.#desks === null) return nothing;
    return this.#loader.part?.renderElsewhere(this.#desks, resident, now) ?? nothing;
  }

  /** For the live region. */
  news(desk: PlanDesk | null, now: Instant): string {
    const said = desk === null ? '' : (this.#loader.part?.news(desk, now) ?? '');
    return [said, partNews(this.state, CHANGING_SAID)].filter((one) => one !== '').join(' ');
  }

  codes(desk: PlanDesk | null): readonly string[] {
    if (desk === null) return [`changing=${this.state}`];
    return this.#loader.part?.codes(desk) ?? [];
  }
}
