import { reportCaught } from '@ehch/clinical/diagnostics';
import type { Adapter } from '../hosts/binding.ts';
import { ADAPTERS_PLEASE } from '../messages/ports.ts';

/**
 * Asks the vault which adapters are for this frame. The question names nothing: the browser tells the vault where it
 * comes from. Without an answer there is none, and the script does nothing.
 */
export async function askForAdapters(
  ask: (question: typeof ADAPTERS_PLEASE) => Promise<unknown>,
): Promise<readonly Adapter[]> {
  try {
    const answer = await ask(ADAPTERS_PLEASE);
    return Array.isArray(answer) ? (answer as readonly Adapter[]) : [];
  } catch (error) {
    // The extension has gone, or nobody listens.
    reportCaught(error, 'extension/adapters');
    return [];
  }
}
