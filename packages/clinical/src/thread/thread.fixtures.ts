import type { About, Actor, ThreadAct, ThreadEntry } from './entry.ts';

/** Residents and people of the invented home. */
export const MARY: About = { kind: 'resident', resident: 'mary' };
export const CARER: Actor = { name: 'Sam Okafor', role: 'carer', side: 'home' };
export const NURSE: Actor = { name: 'Ines Duarte', role: 'nurse', side: 'home' };
export const GP: Actor = { name: 'Dr Asha Rao', role: 'GP', side: 'practice' };
export const PHARMACIST: Actor = { name: 'Tom Webb', role: 'pharmacist', side: 'practice' };

/** A thread that is being written: each press knows the one before, as on one screen. */
export class Presses {
  readonly entries: ThreadEntry[] = [];
  readonly #thread: string;
  readonly #about: About;
  #minute = 0;

  constructor(thread = 'worry-1', about: About = MARY, startMinute = 0) {
    this.#thread = thread;
    this.#about = about;
    this.#minute = startMinute;
  }

  /** Presses something a minute later. `change` says what differs. Returns the entry's id. */
  press(by: Actor, act: ThreadAct, change: Partial<ThreadEntry> = {}): string {
    const id = act.kind === 'raise' ? this.#thread : `${this.#thread}-${this.entries.length}`;
    const at = new Date(Date.UTC(2026, 10, 20, 9, this.#minute++)).toISOString();
    const entry: ThreadEntry = {
      id,
      thread: this.#thread,
      about: this.#about,
      by,
      pressedAt: at,
      clockOffsetMs: 0,
      receivedAt: at,
      after: this.entries.at(-1)?.id ?? null,
      act,
      ...change,
    };
    this.entries.push(entry);
    return entry.id;
  }

  raise(by: Actor = CARER, change: Partial<Extract<ThreadAct, { kind: 'raise' }>> = {}): string {
    return this.press(by, {
      kind: 'raise',
      matter: 'worry',
      urgency: 'same-day',
      words: 'Not herself since breakfast.',
      signs: ['worry'],
      since: '',
      observations: null,
      askedBy: { kind: 'presser' },
      ...change,
    });
  }

  answer(by: Actor = GP, change: Partial<Extract<ThreadAct, { kind: 'answer' }>> = {}): string {
    return this.press(by, {
      kind: 'answer',
      outcome: 'visit',
      further: [],
      promisedBy: '2026-11-20T17:00:00.000Z',
      words: 'I will come this afternoon.',
      ...change,
    });
  }
}
