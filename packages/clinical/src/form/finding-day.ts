import type { PartialDate } from '../time/types.ts';
import { answerOf } from './answer-of.ts';
import type { ItemKey } from './answer.ts';
import { compiledForm } from './engine/compile.ts';
import type { FormState } from './state.ts';

type Dated = Pick<FormState, 'form' | 'draft' | 'hidden'>;

/**
 * The day on which a finding was made: the one that its own question says, else the one that it has in the record it was
 * taken over from, else that of the assessment. A finding has no other day, and whatever is made of it has this one.
 */
export function findingDay(state: Dated, key: ItemKey): PartialDate {
  return ownDayOf(state, key) ?? state.draft.assessedAt;
}

/** The same where it is not that of the assessment; else `null`. */
export function ownDayOf(state: Dated, key: ItemKey): PartialDate | null {
  const answer = answerOf(state, key);
  if (answer?.state !== 'given') return null;
  const said = saidDay(state, key);
  if (said !== null) return said;
  // A value does not get younger by being taken over.
  return answer.from.kind === 'accepted' ? answer.from.recordedOn : null;
}

function saidDay(state: Dated, key: ItemKey): PartialDate | null {
  const row = key.indexOf('[');
  const [item, rows] = row === -1 ? [key, ''] : [key.slice(0, row), key.slice(row)];
  const question = compiledForm(state.form).dayQuestions.get(item);
  if (question === undefined || state.hidden.has(question + rows)) return null;
  const answer = answerOf(state, question + rows);
  const value = answer?.state === 'given' ? answer.values[0] : undefined;
  return value?.type === 'date' ? value.value : null;
}
