import type { GoalEntry } from '@ehch/clinical';
import { conceptWords, statusCode } from '../../../coding.ts';
import { firstDate } from '../../../dates.ts';
import { joined, words } from '../../../text.ts';
import { careFor } from '../care.ts';
import { byNewest, fact } from '../fact.ts';
import type { Held, PatientRecord } from '../record.ts';
import { preconditionOf } from './circumstances.ts';

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
      const said = joined([preconditionOf(held), conceptWords(value.description, care)], ': ');
      if (said === null) return record.refuse(held, 'missing', 'description');
      record.show(held, 'plan');
      const standing = standingWords(held);
      const text = standing === null ? said : `${said} (${standing})`;
      const due = firstDate(value.target?.map(({ dueDate }) => dueDate) ?? [], care);
      const on = firstDate([value.startDate, value.statusDate], care);
      return [
        { ...fact(record, held, care, { on, by: [value.expressedBy] }), text, status: statusOf(held), due },
      ];
    })
    .toSorted(byNewest);
}

/** What the status of the entry does not say: on hold, rejected, improving. */
function standingWords({ value }: Held<'Goal'>): string | null {
  const life = ['on-hold', 'rejected', 'cancelled'].includes(value.lifecycleStatus)
    ? value.lifecycleStatus
    : null;
  const isSaid = statusCode(value.achievementStatus, ['achieved', 'not-achieved']) !== null;
  const own = words(value.achievementStatus?.text);
  const achievement = isSaid && own === null ? null : conceptWords(value.achievementStatus, new Set());
  return joined(
    [life, achievement].map((word) => word?.replaceAll('-', ' ')),
    ', ',
  );
}

/** A goal that ended is "achieved" only where the record says so. */
function statusOf({ value }: Held<'Goal'>): GoalEntry['status'] {
  const achieved = statusCode(value.achievementStatus, ['achieved', 'not-achieved']);
  const life = STATUS[value.lifecycleStatus];
  return life === 'ended' || achieved === 'achieved' ? (achieved ?? life) : life;
}
