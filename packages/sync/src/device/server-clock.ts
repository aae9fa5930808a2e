import type { DeviceStatus } from '@ehch/clinical';
import type { Instant } from '@ehch/clinical/time';

/** [P] Milliseconds by which two clocks may differ before a person is told. */
const CLOCKS_DIFFER_MS = 120_000;

/** How far the clock of this device is from the server's, as the last answer told it. */
export class ClockDifference {
  /** Server time minus device time, in milliseconds; `null`: no answer told it. */
  offsetMs: number | null = null;

  /** Takes what an answer told. Returns whether a person is to be told something else than before. */
  note(ms: number): boolean {
    const before = this.status.clockOffsetMs;
    this.offsetMs = ms;
    return before !== this.status.clockOffsetMs;
  }

  /** A moment of this device by the server's clock, as far as an answer told it. */
  serverTime(now: number): Instant {
    return new Date(now + (this.offsetMs ?? 0)).toISOString();
  }

  /** To the minute, so that no status changes with every answer. */
  get status(): Pick<DeviceStatus, 'clockOffsetMs'> {
    const ms = this.offsetMs;
    if (ms === null || Math.abs(ms) < CLOCKS_DIFFER_MS) return {};
    return { clockOffsetMs: Math.round(ms / 60_000) * 60_000 };
  }
}
