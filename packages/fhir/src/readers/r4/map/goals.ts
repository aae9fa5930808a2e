import type { GoalEntry } from '@ehch/clinical';
import { conceptWords, statusCode } from '../../../coding.ts';
import { firstDate } from '../../../dates.ts';
import { careFor } from '../care.ts';
import { byNewest, fact } from '../fact.ts';
import type { Held, PatientRecord } from '../record.ts';

const STATUS: { readonly [S in Held<'Goal'>['value']['lifecycleStatus']]: GoalEntry['status'] } = {
  proposed: 'proposed',
  planned: 'proposed',
  accepted: 'current',
  active: 'current',
  'on-hold': 'current',
  completed: 'ended',
  cancelled: 'ended',
  'entered-in-error': 'ended',
  rejected: 'ended',
};

export function goals(record: PatientRecord): readonly GoalEntry[] {
  return record
    .all('Goal')
    .flatMap((held): readonly GoalEntry[] => {
      const { value } = held;
      const care = careFor(held);
      const text = conceptWords(value.description, care);
      if (text === null) return record.refuse(held, 'missing', 'description');
      record.show(held, 'plan');
      const due = firstDate(value.target?.map(({ dueDate }) => dueDate) ?? [], care);
      const on = firstDate([value.startDate, value.statusDate], care);
      return [
        { ...fact(record, held, care, { on, by: [value.expressedBy] }), text, status: statusOf(held), due },
      ];
    })
    .toSorted(byNewest);
}

/** A goal that ended is "achieved" only where the record says so. */
function statusOf({ value }: Held<'Goal'>): GoalEntry['status'] {
  const achieved = statusCode(value.achievementStatus, ['achieved', 'not-achieved']);
  const life = STATUS[value.lifecycleStatus];
  return life === 'ended' || achieved === 'achieved' ? (achieved ?? life) : life;
}
