import { LONGEST_BACK_OFF_MS, LONGEST_ESCALATION_BACK_OFF_MS } from './back-off.ts';

/** How much a server may be asked: a value of its last answers (P12). */
export interface Circuit {
  /** Timeouts, lost connections and 5xx since the last answer. */
  readonly failures: number;
  /** Answers in a row since the circuit closed. */
  readonly answers: number;
  /** When the last failure came, by the device's clock, and how long the next try waits for it. */
  readonly failedAt: number;
  readonly waitMs: number;
  /** Until when the server asked to be left alone (`Retry-After`). */
  readonly askedUntil: number;
}

export const CLOSED: Circuit = { failures: 0, answers: 3, failedAt: 0, waitMs: 0, askedUntil: 0 };

/** Failures in a row that open it, and answers in a row after which all lanes run again. */
const OPENS_AFTER = 5;
const HEALS_AFTER = 3;

export function afterFailure(
  circuit: Circuit,
  { now, retryAfterMs }: { readonly now: number; readonly retryAfterMs: number | null },
  random: () => number,
): Circuit {
  const failures = circuit.failures + 1;
  // At least half of the bound, because an open circuit is there to give the server a rest.
  const bound = Math.min(LONGEST_BACK_OFF_MS, 1000 * 2 ** Math.min(failures, 20));
  return {
    failures,
    answers: failures >= OPENS_AFTER ? 0 : circuit.answers,
    failedAt: now,
    waitMs: failures >= OPENS_AFTER ? bound / 2 + (random() * bound) / 2 : 0,
    askedUntil: retryAfterMs === null ? circuit.askedUntil : Math.max(circuit.askedUntil, now + retryAfterMs),
  };
}

export function afterAnswer({ answers }: Circuit): Circuit {
  return { ...CLOSED, answers: Math.min(HEALS_AFTER, answers + 1) };
}

/** How many lanes may run now. An escalation waits for an open circuit no longer than its own bound. */
export function lanesAllowed(circuit: Circuit, now: number, most: number, isEscalation: boolean): number {
  if (now < opensAt(circuit, isEscalation)) return 0;
  return circuit.failures >= OPENS_AFTER || circuit.answers < HEALS_AFTER ? 1 : most;
}

/** When the server may be asked again, by the device's clock. */
export function opensAt(circuit: Circuit, isEscalation: boolean): number {
  const wait = isEscalation ? Math.min(circuit.waitMs, LONGEST_ESCALATION_BACK_OFF_MS) : circuit.waitMs;
  return Math.max(circuit.failedAt + wait, circuit.askedUntil);
}

/** The circuit of a device whose clock was set back: it waits no longer than it would have. */
export function afterClockJump(circuit: Circuit, now: number): Circuit {
  return circuit.failedAt > now
    ? { ...circuit, failedAt: now, askedUntil: Math.min(circuit.askedUntil, now) }
    : circuit;
}
