import type { CareEvent } from '@ehch/clinical';
import { conceptWords } from '../../../coding.ts';
import { firstDate } from '../../../dates.ts';
import { cautionsFor } from '../cautions.ts';
import { fact } from '../fact.ts';
import type { Held, PatientRecord } from '../record.ts';
import { partsOfHalfEntry } from '../../../threads/read-entry.ts';
import { elementText } from '../elements/words.ts';
import { deliveryWords, messageWords } from './message-words.ts';
import { isWaiting } from './open-matters.ts';
import { taskWords } from './task-words.ts';
import { isHalfEntry } from './threads-in.ts';

/** A task that has ended, done or not, as an event. */
export function taskEvent(record: PatientRecord, held: Held<'Task'>): readonly CareEvent[] {
  const { value } = held;
  if (isWaiting(held) || value.status === 'draft') return [];
  const cautions = cautionsFor(held);
  const text = taskWords(record, held, cautions);
  if (text === null) return record.refuse(held, 'missing', 'description');
  record.show(held, 'events');
  const on = firstDate([value.executionPeriod?.end, value.lastModified, value.authoredOn], cautions);
  const why = conceptWords(value.statusReason, cautions);
  return [
    {
      ...fact(record, held, cautions, { on, by: [value.owner, value.requester] }),
      kind: 'other',
      text,
      until: null,
      notDone: value.status === 'completed' ? null : { why: why ?? value.status },
    },
  ];
}

/**
 * A message that was delivered or that failed, as an event. The answer to an open task is shown here too,
 * because the task has no room for its words.
 */
export function messageEvent(
  record: PatientRecord,
  held: Held<'Communication'>,
  isAlone: boolean,
): readonly CareEvent[] {
  const { value } = held;
  if (['preparation', 'in-progress', 'on-hold'].includes(value.status)) return [];
  const cautions = cautionsFor(held);
  // A press on a matter that has not arrived: what it answers or adds to is not here.
  if (isAlone) cautions.add('reference-missing');
  // It claims to be a press on a thread and is not whole: nothing follows from it, and a reader has to look.
  if (isHalfEntry(held)) cautions.add('partly-unreadable');
  for (const part of partsOfHalfEntry(held.raw))
    cautions.leave(part.url.replaceAll('-', ' '), elementText(part));
  const said = messageWords(record, held, cautions);
  if (said === null) return record.refuse(held, 'missing', 'payload');
  record.show(held, 'events');
  const delivery = deliveryWords(record, held, cautions);
  const text = delivery === null ? said : `${said} (${delivery})`;
  const isLost = value.status === 'not-done' || value.status === 'stopped';
  const on = firstDate([value.sent, value.received], cautions);
  const why = isLost ? conceptWords(value.statusReason, cautions) : null;
  return [
    {
      ...fact(record, held, cautions, { on, by: [value.sender] }),
      kind: 'message',
      text,
      until: null,
      notDone: isLost ? { why } : null,
    },
  ];
}
