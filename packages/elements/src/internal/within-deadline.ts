import { EhchError } from '@ehch/clinical';

/** [P] How long a port may take. It works on this device or its network, and a person waits for it beside a resident. */
const DEADLINE_MS = 30_000;

/** What a port gave or threw. */
type Outcome<T> = { readonly value: T } | { readonly error: unknown };

/**
 * Asks a port and tells what it gave or threw. Once the deadline has passed, that is told first; what comes later is told as
 * well, and the session decides whether it still counts (S6). A port may throw before it gives a promise.
 */
export async function withinDeadline<T>(
  ask: () => Promise<T>,
  tell: (outcome: Outcome<T>) => void,
): Promise<void> {
  const late = setTimeout(() => tell({ error: unheard() }), DEADLINE_MS);
  const outcome = await outcomeOf(ask);
  clearTimeout(late);
  tell(outcome);
}

async function outcomeOf<T>(ask: () => Promise<T>): Promise<Outcome<T>> {
  try {
    return { value: await ask() };
  } catch (error) {
    return { error };
  }
}

function unheard(): EhchError {
  return new EhchError(
    'timeout',
    'The page’s port gave no answer in 30 seconds. Let each of its methods settle.',
  );
}
