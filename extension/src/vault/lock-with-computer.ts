import { browser } from '../browser.ts';

/** The part of the browser's idle API that this file uses. Firefox never says that a computer is locked. */
interface IdleApi {
  queryState(detectionIntervalInSeconds: number): Promise<string>;
  setDetectionInterval?(seconds: number): void;
  readonly onStateChanged: { addListener(hear: (state: string) => void): void };
}

export type ComputerState = 'active' | 'idle' | 'locked';

const idle = (): IdleApi | undefined => (browser as { idle?: IdleApi }).idle;

/** Whether somebody is at the computer, by the seconds after which nobody counts as there. Where the browser cannot say, somebody is. */
export async function computerState(seconds: number): Promise<ComputerState> {
  return stateOf((await idle()?.queryState(seconds)) ?? 'active');
}

/** Calls back when somebody locks the computer, leaves it untouched, and works at it again. */
export function onComputerState(changed: (state: ComputerState) => void): void {
  idle()?.onStateChanged.addListener((state) => changed(stateOf(state)));
}

/** The seconds without a touch after which {@link onComputerState} says `idle`. */
export function watchForIdle(seconds: number): void {
  idle()?.setDetectionInterval?.(seconds);
}

function stateOf(state: string): ComputerState {
  return state === 'locked' || state === 'idle' ? state : 'active';
}
