import { browser } from '../browser.ts';

/** The part of the browser's idle API that this file uses. Firefox has no state for a locked computer. */
interface IdleApi {
  queryState(detectionIntervalInSeconds: number): Promise<string>;
  readonly onStateChanged: { addListener(hear: (state: string) => void): void };
}

/** Seconds. The API wants a number for its state `idle`, which nothing here uses. */
const ANY_INTERVAL = 60;

const idle = (): IdleApi | undefined => (browser as { idle?: IdleApi }).idle;

/** Whether the computer is locked. Where the browser cannot say, it is not. */
export async function isComputerLocked(): Promise<boolean> {
  return (await idle()?.queryState(ANY_INTERVAL)) === 'locked';
}

/** Calls back when somebody locks the computer, and when somebody works at it again. */
export function onComputerLock(changed: (isLocked: boolean) => void): void {
  idle()?.onStateChanged.addListener((state) => changed(state === 'locked'));
}
