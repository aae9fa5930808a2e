/**
 * A moment by two clocks. Somebody may set the device's clock (`wall`). The other only runs on (`mono`), but starts anew
 * with each vault (`run`), and stands still while a computer sleeps.
 */
export interface Stamp {
  readonly wall: number;
  readonly mono: number;
  readonly run: string;
}

/** [P] Milliseconds. A clock that is put right by the network moves by less. */
const PUT_RIGHT_MS = 60_000;

/** Whether the device's clock was moved back since a moment. Then nobody knows how long ago that was. */
export function isMovedBack(since: Stamp, now: Stamp): boolean {
  return now.wall < since.wall - PUT_RIGHT_MS;
}

/** Milliseconds since a moment: whichever clock says more. */
export function elapsedMs(since: Stamp, now: Stamp): number {
  const byRunning = since.run === now.run ? now.mono - since.mono : 0;
  return Math.max(0, now.wall - since.wall, byRunning);
}
