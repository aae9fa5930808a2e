import type { Steps } from '@ehch/fhir';

/**
 * Lets whoever waits on this thread go first, and settles when it is our turn again. An engine with a thread of its own
 * has none, because nobody waits there.
 */
export type Pause = () => Promise<void>;

/**
 * Runs work that gives way, with a pause wherever it does. The work must not look at anything that others change: it is
 * handed a copy of one moment, and says what was true then.
 */
export async function inSlices<T>(steps: Steps<T>, pause: Pause | undefined): Promise<T> {
  let step = steps.next();
  while (step.done !== true) {
    if (pause) await pause();
    step = steps.next();
  }
  return step.value;
}

/**
 * A pause of one task. Messages that have come meanwhile are heard in it. A timer would wait at least four milliseconds
 * each time, and a record of 10 MB has more than a thousand pauses.
 */
export function oneTask(): Promise<void> {
  return new Promise((resolve) => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = () => {
      port1.close();
      resolve();
    };
    port2.postMessage(null);
  });
}
