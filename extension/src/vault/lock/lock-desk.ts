import { reportCaught } from '@ehch/clinical/diagnostics';
import { keptLock, keptWork, NOT_COUNTED, type KeptWork } from './kept-lock.ts';
import { holdsBack, type Lock, type LockEffect, type LockEvent, type LockSettings } from './lock.ts';
import { isRightPin } from './pin.ts';
import type { SessionMemory } from './session-memory.ts';
import type { Stamp } from './stamp.ts';
import { stepLock } from './step.ts';

export interface LockDeskPorts {
  readonly memory: SessionMemory;
  readonly settings: LockSettings;
  readonly now: () => Stamp;
  /** The newest order to erase that was carried out. */
  readonly wiped: () => number;
  /** Runs in the same task as the step: nothing of anybody may stand on a screen from here on. */
  readonly blank: () => void;
  /** Runs after each step, when what screens may say has changed. */
  readonly changed: () => void;
  /** Carries out the rest, one effect after another. */
  readonly run: (effect: Exclude<LockEffect, { kind: 'blank' | 'compare-pin' }>) => Promise<void>;
}

/** Holds the lock, keeps it in the session's memory, and carries out the effects of the pure step. */
export class LockDesk {
  readonly #ports: LockDeskPorts;
  #lock: Lock;
  #work: KeptWork = NOT_COUNTED;
  #turn: Promise<void> = Promise.resolve();

  private constructor(ports: LockDeskPorts, lock: Lock) {
    this.#ports = ports;
    this.#lock = lock;
  }

  /** Goes on where an earlier vault ended, and counts the time in between. */
  static async restore(ports: LockDeskPorts): Promise<LockDesk> {
    const desk = new LockDesk(ports, keptLock(await ports.memory.read('lock')));
    desk.#work = keptWork(await ports.memory.read('work'));
    desk.act({ kind: 'time' });
    await desk.settled();
    return desk;
  }

  /** A browser without accounts: the computer's own lock counts alone. */
  static free(ports: LockDeskPorts, isComputerLocked: boolean): LockDesk {
    return new LockDesk(ports, { at: 'free', isComputerLocked });
  }

  get lock(): Lock {
    return this.#lock;
  }

  get isHeldBack(): boolean {
    return holdsBack(this.#lock);
  }

  /** Resolves once everything that was decided so far is carried out. */
  settled(): Promise<void> {
    return this.#turn;
  }

  /** @param pin where the event is one: compared once its try is counted, and kept nowhere */
  act(event: LockEvent, pin?: string): void {
    const { settings, now, wiped, blank, changed } = this.#ports;
    const around = { now: now(), settings, work: this.#work, wiped: wiped() };
    const { lock, effects } = stepLock(this.#lock, event, around);
    const isNew = lock !== this.#lock;
    this.#lock = lock;
    if (effects.some(({ kind }) => kind === 'blank')) blank();
    if (isNew || effects.length > 0) this.#inTurn(() => this.#carryOut(lock, effects, pin));
    if (isNew) changed();
  }

  /** What is unsent here, whenever it was counted. */
  counted(work: KeptWork): void {
    const isSame = work.kept === this.#work.kept && work.escalations === this.#work.escalations;
    this.#work = work;
    if (!isSame) {
      this.#inTurn(() => this.#ports.memory.keep('work', work));
      this.#ports.changed();
    }
    if (work.escalations === 0) this.act({ kind: 'sent' });
  }

  get work(): KeptWork {
    return this.#work;
  }

  async #carryOut(lock: Lock, effects: readonly LockEffect[], pin?: string): Promise<void> {
    // First: a vault that ends now must find a try that was counted, and a lock that was pressed.
    if (lock.at !== 'free') await this.#ports.memory.keep('lock', lock);
    for (const effect of effects) {
      if (effect.kind === 'blank') continue;
      if (effect.kind !== 'compare-pin') await this.#run(effect);
      else {
        const isRight = await isRightPin(pin ?? '', await this.#ports.memory.read('pin'));
        this.act({ kind: isRight ? 'pin-right' : 'pin-wrong' });
      }
    }
  }

  /** Guard: an effect that fails must not keep the next from taking away what it can. */
  async #run(effect: Parameters<LockDeskPorts['run']>[0]): Promise<void> {
    try {
      await this.#ports.run(effect);
    } catch (error) {
      reportCaught(error, 'extension/lock');
    }
  }

  #inTurn(act: () => Promise<void>): void {
    this.#turn = this.#turn.then(act).catch((error: unknown) => reportCaught(error, 'extension/lock-turn'));
  }
}
