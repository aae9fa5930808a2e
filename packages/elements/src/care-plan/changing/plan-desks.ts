import type { CareActions, ResidentId, ResidentView } from '@ehch/clinical';
import { editableLines } from '@ehch/clinical/care-plan';
import { openPlan, unsettledLines } from '@ehch/clinical/session';
import type { HandedLine, PlanSession } from '@ehch/clinical/session';
import { CarePlanController } from './care-plan-controller.ts';
import type { PlanHost } from './care-plan-controller.ts';

/** What somebody does with the plan of one resident: the session, and what is asked beside it. */
export interface PlanDesk {
  readonly controller: CarePlanController;
  readonly port: CareActions;
  /** Whether each line shows how it is changed. */
  isOn: boolean;
  /** The view that the session last heard of. */
  read: ResidentView | null;
  /** The line of which somebody is saying that it holds no longer. */
  ending: string | null;
  reason: string;
}

/**
 * The desks of all residents whose plan somebody has begun to change on this card. What was typed about one waits for the return
 * to that resident, and stands under no other name.
 */
export class PlanDesks {
  readonly #host: PlanHost;
  readonly #desks = new Map<ResidentId, PlanDesk>();

  constructor(host: PlanHost) {
    this.#host = host;
  }

  /** The desk of this resident, as it was left. A desk under another port is finished and not taken over. */
  of(resident: ResidentId, port: CareActions, isOnline: boolean): PlanDesk {
    const found = this.#desks.get(resident);
    if (found !== undefined && (found.port === port || isBusy(found.controller.session))) return found;
    found?.controller.leave();
    const controller = new CarePlanController(this.#host, port, openPlan(resident, { isOnline }));
    const desk = { controller, port, isOn: false, read: null, ending: null, reason: '' };
    this.#desks.set(resident, desk);
    return desk;
  }

  /** Tells the session what the record says now. The lines are as the record has them, because a change names what it replaces. */
  read(desk: PlanDesk, view: ResidentView): void {
    if (desk.read === view) return;
    desk.read = view;
    desk.controller.dispatch({
      kind: 'plan-arrived',
      resident: view.resident,
      ...editableLines(view),
    });
  }

  tellConnection(isOnline: boolean): void {
    for (const { controller } of this.#desks.values()) controller.dispatch({ kind: 'connection', isOnline });
  }

  /** Ends what nobody is doing anything with any more. */
  tidy(): void {
    for (const [resident, { controller }] of this.#desks) {
      if (isBusy(controller.session)) continue;
      controller.leave();
      this.#desks.delete(resident);
    }
  }

  /** Whether something is typed here, or was saved and not taken over. */
  get isBusy(): boolean {
    return [...this.#desks.values()].some(({ controller }) => isBusy(controller.session));
  }

  /** The savings about others than this resident that no port has taken over, as far as is known. */
  notTakenOver(except: ResidentId | null): readonly HandedLine[] {
    return this.#others(except)
      .flatMap(({ controller }) => unsettledLines(controller.session))
      .filter(({ handing }) => handing.state !== 'on-its-way');
  }

  /** Whether something is typed about others than this resident. */
  hasTyped(except: ResidentId | null): boolean {
    return this.#others(except).some(({ controller }) => controller.session.open.length > 0);
  }

  handAgain(intent: string): void {
    for (const { controller } of this.#desks.values()) controller.dispatch({ kind: 'hand-again', intent });
  }

  #others(except: ResidentId | null): readonly PlanDesk[] {
    return [...this.#desks.values()].filter(({ controller }) => controller.session.resident !== except);
  }
}

/** Whether something is typed, or was saved and not taken over. */
function isBusy(session: PlanSession): boolean {
  return session.open.length > 0 || unsettledLines(session).length > 0;
}
