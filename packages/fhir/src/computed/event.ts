import type { CareEvent } from '@ehch/clinical';
import type { RecordedEvent } from '../recorded-view.ts';
import { textOf } from './written.ts';

/** Events with the answers of their forms written out. */
export function completeEvents(events: readonly RecordedEvent[]): readonly CareEvent[] {
  return events.map(({ answers, ...event }) => ({
    ...event,
    ...(answers !== undefined && {
      answers: answers.map((one) => ({ ...one, answer: one.answer === null ? null : textOf(one.answer) })),
    }),
  }));
}
