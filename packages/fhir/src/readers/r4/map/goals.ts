import type { Caution, GoalEntry } from '@ehch/clinical';
import { formatDate } from '@ehch/clinical/display';
import { comparePartialDates, isSurelyOlder } from '@ehch/clinical/time';
import { conceptWords, type ConceptLike } from '../../../coding.ts';
import { firstDate, readDate } from '../../../dates.ts';
import { joined, words } from '../../../text.ts';
import { goalTargetLabel } from '../../../care-plan/goal-codec.ts';
import { cautionsFor, type Cautions } from '../cautions.ts';
import { byNewest, fact } from '../fact.ts';
import type { Held, PatientRecord } from '../record.ts';
import { preconditionOf } from './circumstances.ts';
import { codedDetails } from './coded-as.ts';

/** R4 goal-status, as the plan shows it. */
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

/** The goals of the resident, newest first. */
export function goals(record: PatientRecord): readonly GoalEntry[] {
  return record
    .all('Goal')
    .flatMap((held): readonly GoalEntry[] => {
      const { value } = held;
      const cautions = cautionsFor(held);
      const said = joined([preconditionOf(held), conceptWords(value.description, cautions)], ': ');
      if (said === null) return record.refuse(held, 'missing', 'description');
      record.show(held, 'plan');
      const standing = standingWords(held);
      const achieved = achievementOf(held, cautions);
      const since = readDate(value.statusDate, cautions);
      if (value.startDate !== undefined && since !== null && value.statusDate !== value.startDate)
        cautions.leave('status since', formatDate(since));
      const text = standing === null ? said : `${said} (${standing})`;
      const dates = (value.target ?? []).flatMap(({ dueDate }) => readDate(dueDate, cautions) ?? []);
      const [due = null, ...later] = dates.toSorted((a, b) => comparePartialDates(b, a));
      for (const date of new Set(later)) cautions.leave('another due date', formatDate(date));
      const ours = targetLines(held, cautions);
      const coded = codedDetails(said, value.description);
      const details = [...(coded.details ?? []), ...ours];
      const on = firstDate([value.startDate, value.statusDate], cautions);
      if (isSurelyOlder(due, readDate(value.startDate, cautions))) cautions.add('contradicts-itself');
      return [
        {
          ...fact(record, held, cautions, { on, by: [value.expressedBy] }),
          ...(details.length > 0 && { details }),
          text,
          status: statusOf(held, achieved),
          due,
        },
      ];
    })
    .toSorted(byNewest);
}

/**
 * The lines of a goal that stand as targets, in the words of the plan. A target of another system may mean anything,
 * so it stands as it is.
 */
function targetLines({ value }: Held<'Goal'>, cautions: Cautions): readonly string[] {
  const others = { measure: [] as string[], detail: [] as string[] };
  const told = (value.target ?? []).flatMap(({ measure, detailString }) => {
    const label = goalTargetLabel(measure);
    const detail = words(detailString);
    if (label !== null && detail !== null) return [`${label}: ${detail}`];
    const named = conceptWords(measure, cautions);
    if (named !== null) others.measure.push(named);
    if (detail !== null) others.detail.push(detail);
    return [];
  });
  if (others.measure.length > 0) cautions.leave('measure', others.measure.join('; '));
  if (others.detail.length > 0) cautions.leave('target: detail', others.detail.join('; '));
  return told;
}

/** What the status of the entry leaves out: on hold, rejected, improving. */
function standingWords(held: Held<'Goal'>): string | null {
  const { value } = held;
  const life = ['on-hold', 'rejected', 'cancelled'].includes(value.lifecycleStatus)
    ? value.lifecycleStatus
    : null;
  const said = achievementsIn(value.achievementStatus);
  const own = words(value.achievementStatus?.text);
  const [only = null] = said;
  // A goal that goes on is "current", which does not say that it was not achieved.
  const isSaid = said.length === 1 && own === null && statusOf(held, only) === only;
  const both = said.length > 1 ? said.join(' and ') : null;
  const achievement = isSaid ? null : (both ?? conceptWords(value.achievementStatus, new Set()));
  return joined(
    [life, achievement].map((word) => word?.replaceAll('-', ' ')),
    ', ',
  );
}

const ACHIEVED = ['achieved', 'not-achieved'] as const;

/** What the codes and words of the status say, each once. Words that contradict the code count too. */
function achievementsIn(concept: ConceptLike | undefined): readonly (typeof ACHIEVED)[number][] {
  const texts = [concept?.text, ...(concept?.coding ?? []).flatMap(({ code, display }) => [code, display])];
  const plain = texts.map((text) =>
    text
      ?.trim()
      .toLowerCase()
      .replaceAll(/[\s_]+/g, '-'),
  );
  return ACHIEVED.filter((status) => plain.includes(status));
}

function achievementOf({ value }: Held<'Goal'>, cautions: Set<Caution>): (typeof ACHIEVED)[number] | null {
  const [only = null, ...others] = achievementsIn(value.achievementStatus);
  if (others.length === 0) return only;
  cautions.add('contradicts-itself');
  return null;
}

/** A goal that ended is "achieved" only where the record says so. */
function statusOf({ value }: Held<'Goal'>, achieved: (typeof ACHIEVED)[number] | null): GoalEntry['status'] {
  const life = STATUS[value.lifecycleStatus];
  return life === 'ended' || achieved === 'achieved' ? (achieved ?? life) : life;
}
