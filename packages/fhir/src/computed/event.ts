import type { CareEvent } from '@ehch/clinical';
import type { RecordedEvent } from '../recorded-view.ts';
import { textOf } from './written.ts';

/** Events, with the answers of their forms in words. */
export function completeEvents(events: readonly RecordedEvent[]): readonly CareEvent[] {
  return events.map(({ answers, ...event }) => ({
    ...event,
    ...(answers !== undefined && {
      answers: answers.map((answer) => ({
        ...answer,
        answer: answer.answer === null ? null : textOf(answer.answer),
      })),
    }),
  }));
}
