import { isEndInSight, type Thread } from '@ehch/clinical/thread';
import type { PatientRecord } from '../record.ts';
import { threadsIn } from './threads-in.ts';

/**
 * The threads of a record that were closed or withdrawn lately. Whoever saw one open has to see that it was withdrawn, or that
 * it happened: a line that only goes reads as an answer.
 */
export function endedThreads(record: PatientRecord): readonly Thread[] {
  return threadsIn(record)
    .threads.map(({ thread }) => thread)
    .filter((thread) => isEndInSight(thread, record.input.now));
}
