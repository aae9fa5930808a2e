import type { FormSession, FormSessions } from '@ehch/clinical/session';
import type { ResidentId } from '@ehch/clinical';
import { EhchAssessmentUndoneEvent } from './events.ts';

/**
 * The signatures that the page was told of. Whoever goes by a score has to hear that it stands no more: it was taken back, given
 * up, or marked as entered in error.
 */
export class ToldFinished {
  readonly #told = new Map<string, { readonly session: string; readonly resident: ResidentId }>();

  add(intent: string, session: string, resident: ResidentId): void {
    this.#told.set(intent, { session, resident });
  }

  /** What stands no more since the last look. Each is told once. */
  undoneIn({ front, left }: FormSessions): readonly EhchAssessmentUndoneEvent[] {
    const all = front === null ? left : [front, ...left];
    return [...this.#told].flatMap(([intent, { session, resident }]) => {
      if (!isUndone(all, intent, session)) return [];
      this.#told.delete(intent);
      return [new EhchAssessmentUndoneEvent(resident, intent)];
    });
  }
}

function isUndone(all: readonly FormSession[], intent: string, session: string): boolean {
  for (const { phase } of all)
    if ((phase.state === 'finished' || phase.state === 'withdrawing') && phase.intent === intent)
      return phase.inError !== null || phase.receipt?.state === 'given-up';
  // A session that has settled and gone says nothing: its signature stands.
  return all.some(({ id, phase }) => id === session && phase.state === 'open');
}
