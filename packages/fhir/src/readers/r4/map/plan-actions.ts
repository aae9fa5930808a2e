import type { CarePlanEntry, Caution } from '@ehch/clinical';
import { formatDate } from '@ehch/clinical/display';
import { conceptWords, firstWords } from '../../../coding.ts';
import { firstDate } from '../../../dates.ts';
import { isObject, listAt } from '../../../entry.ts';
import { joined, words } from '../../../text.ts';
import { firstNameOf, nameOf } from '../author.ts';
import type { Cautions } from '../cautions.ts';
import type { Reference } from '../datatypes.ts';
import { isHeld, type Held, type PatientRecord } from '../record.ts';
import { medicineName } from './medicine-name.ts';
import { PROPOSED, proposedAs, taskWords } from './task-words.ts';

type Action = CarePlanEntry['actions'][number];

/** Statuses of activities that no longer need doing. */
const OVER = ['completed', 'cancelled', 'stopped', 'entered-in-error'];

/** The actions of a plan that are still to be done. */
export function actionsOf(
  record: PatientRecord,
  held: Held<'CarePlan'>,
  cautions: Cautions,
): readonly Action[] {
  const sent = listAt(held.raw, 'activity');
  return (held.value.activity ?? []).flatMap((activity, index): readonly Action[] => {
    const outcome = joined(
      (activity.outcomeCodeableConcept ?? []).map((one) => conceptWords(one, cautions)),
      ', ',
    );
    const actions = actionOf(record, held, activity, cautions);
    const name = actions.length === 0 ? nameOfOver(activity, cautions) : null;
    // A reason alone, such as "unsafe", would say nothing of what it is about.
    if (name !== null && hasReason(sent[index]))
      cautions.leave('action that is over', joined([name, activity.detail?.status], ', '));
    if (outcome === null) return actions;
    // What came of an action that is over is told with the plan, because the action is not.
    if (actions.length === 0) cautions.leave('outcome of an action', joined([name, outcome], ': '));
    return actions.map((action) => ({ ...action, text: `${action.text}; outcome: ${outcome}` }));
  });
}

function hasReason(activity: unknown): boolean {
  const detail = isObject(activity) ? activity['detail'] : undefined;
  return isObject(detail) && 'statusReason' in detail;
}

/** The name of an action that is over. A mistaken one is not told. */
function nameOfOver({ detail }: Activity, cautions: Cautions): string | null {
  if (detail === undefined || detail.status === 'entered-in-error') return null;
  const said = joined([...new Set([words(detail.description), conceptWords(detail.code, cautions)])], ': ');
  return said !== null && detail.doNotPerform === true ? `Do not: ${said}` : said;
}

type Activity = NonNullable<Held<'CarePlan'>['value']['activity']>[number];

function actionOf(
  record: PatientRecord,
  held: Held<'CarePlan'>,
  { detail, reference }: Activity,
  cautions: Cautions,
): readonly Action[] {
  if (detail === undefined) return referenced(record, held, reference, cautions);
  if (OVER.includes(detail.status ?? '')) return [];
  const named = [words(detail.description), conceptWords(detail.code, cautions)];
  const said = joined([...new Set(named)], ': ');
  if (said === null) {
    cautions.add('partly-unreadable');
    return [];
  }
  const due = firstDate([detail.scheduledPeriod?.end], cautions);
  const owner = firstNameOf(record, detail.performer, held);
  // A plan may say what not to do. Without "Do not" it would say the opposite.
  const told =
    joined([detail.doNotPerform === true ? 'Do not:' : null, said, detail.scheduledString]) ?? said;
  const start = firstDate([detail.scheduledPeriod?.start], cautions);
  // "In progress" goes without saying for an action of a plan.
  const status = detail.status === 'in-progress' ? null : detail.status?.replaceAll('-', ' ');
  const asides = [status, start === null ? null : `from ${formatDate(start)}`];
  const aside = joined(asides, ', ');
  const text = aside === null ? told : `${told} (${aside})`;
  return [{ text, owner, due }];
}

/** Statuses that go without saying for an action of a plan: it was requested, or is under way. */
const IN_HAND = ['active', 'requested', 'received', 'accepted', 'ready', 'in-progress'];

function statusAside(status: string | undefined): string | null {
  return status === undefined || IN_HAND.includes(status) ? null : status.replaceAll('-', ' ');
}

/** An activity that has a record of its own. */
function referenced(
  record: PatientRecord,
  held: Held<'CarePlan'>,
  reference: Reference | undefined,
  cautions: Cautions,
): readonly Action[] {
  if (reference === undefined) return [];
  const target = record.resolve(reference, held);
  if (isHeld(target, 'Task')) {
    if (['completed', 'cancelled', 'rejected', 'failed'].includes(target.value.status)) return [];
    record.show(target, 'plan');
    const text = taskWords(record, target, cautions);
    const due = firstDate(
      [target.value.restriction?.period?.end, target.value.executionPeriod?.end],
      cautions,
    );
    const status = statusAside(target.value.status);
    const told = text === null || status === null ? text : `${text} (${status})`;
    if (told === null) return [];
    const owner = nameOf(record, target.value.owner, target);
    return [
      { text: told, owner, due, ...(proposedAs(record, target) !== null && { proposed: true as const }) },
    ];
  }
  if (isHeld(target, 'MedicationRequest')) {
    const name = medicineName(record, target, target.value, cautions)?.generic ?? null;
    if (OVER.includes(target.value.status ?? '')) return [];
    const text = joined([target.value.doNotPerform === true ? 'Do not give:' : null, name]) ?? '';
    return name === null ? [] : [asRequested(target, text)];
  }
  const text = words(reference.display);
  if (target === null) cautions.add('reference-missing');
  const coded = isHeld(target, 'ServiceRequest') ? requestWords(target, cautions) : null;
  if (isHeld(target, 'ServiceRequest') && OVER.concat('revoked').includes(target.value.status ?? ''))
    return [];
  const said = coded ?? text;
  // An activity without a name is still an activity.
  if (said === null) cautions.add('partly-unreadable');
  if (said === null) return [];
  return [
    isHeld(target, 'ServiceRequest') ? asRequested(target, said) : { text: said, owner: null, due: null },
  ];
}

/** An action with how its request stands: on hold, or only proposed. */
function asRequested({ value }: Held<'ServiceRequest'> | Held<'MedicationRequest'>, text: string): Action {
  const proposed = PROPOSED[value.intent ?? ''] ?? null;
  const aside = joined([statusAside(value.status), proposed], ', ');
  return {
    text: aside === null ? text : `${text} (${aside})`,
    owner: null,
    due: null,
    ...(proposed !== null && { proposed: true as const }),
  };
}

/** A request in words. Without "Do not" a prohibition would say the opposite. */
function requestWords({ value }: Held<'ServiceRequest'>, cautions: Set<Caution>): string | null {
  const said = joined(
    [firstWords(value.code && [value.code], cautions), firstWords(value.orderDetail, cautions)],
    ', ',
  );
  return said !== null && value.doNotPerform === true ? `Do not: ${said}` : said;
}
