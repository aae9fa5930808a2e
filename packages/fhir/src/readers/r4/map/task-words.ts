import type { Caution } from '@ehch/clinical';
import { formatDate } from '@ehch/clinical/display';
import { byCode } from '../../../by-code.ts';
import { codesIn, conceptWords, namesOf } from '../../../coding.ts';
import { dayAsRead, readDate } from '../../../dates.ts';
import { listAt, textAt } from '../../../entry.ts';
import { joined, words } from '../../../text.ts';
import { nameOf } from '../author.ts';
import { PLAN_CODES } from '../../../care-plan/plan-codes.ts';
import type { Held, PatientRecord } from '../record.ts';

type Task = Held<'Task'>;

/** [P] Words for a worry that somebody raised. Any other task is an action. */
const WORRY = /\b(worry|worries|worried|concern|escalat|deteriorat)/i;

/** Words that fit every action of a plan, so they add nothing. */
const PLAN_ACTION = /^(action|activity)( of the care plan)?$/i;

/** Whether a task is a worry that somebody raised. */
export function isWorry({ value }: Task): boolean {
  const title =
    joined([conceptWords(value.code, new Set()), conceptWords(value.reasonCode, new Set())]) ?? '';
  return WORRY.test(title);
}

/** Whether a task stands for a proposed change of the plan, as this product writes it. */
export function isPlanProposal({ value }: Task): boolean {
  const isOurs = codesIn(value.code, PLAN_CODES).includes('proposal');
  return isOurs && value.intent === 'proposal' && value.reasonCode === undefined;
}

/** What is proposed, in words. Earlier versions wrote days in the form of machines, which nobody reads in the night. */
export function proposalText({ value }: Task): string | null {
  const said = words(value.description)?.replaceAll(/\b\d{4}-\d{2}-\d{2}\b/g, dayAsRead);
  return joined([words(value.code?.text), said ?? null], '. ');
}

/** What is to be done, with everything else that the task says in brackets. */
export function taskWords(record: PatientRecord, held: Task, cautions: Set<Caution>): string | null {
  const { value } = held;
  const focus = words(value.focus?.display) ?? nameOf(record, value.focus, held);
  const code = conceptWords(value.code, cautions);
  const parts = [words(value.description), conceptWords(value.reasonCode, cautions), focus, code];
  const [main, ...others] = parts.filter((part) => part !== null);
  if (main === undefined) return words(value.note?.[0]?.text);
  // "Escalation" and "action of the care plan" only repeat the kind of the task.
  const isKind = (part: string) => part === code && (isWorry(held) || PLAN_ACTION.test(part));
  const beside = others.filter((part) => !main.includes(part) && !isKind(part));
  const asides = joined([...new Set([...beside, ...standing(record, held, cautions)])], '; ');
  return asides === null ? main : `${main} (${asides})`;
}

/** R4 request-intent under which nobody has asked for a task or a request. */
export const PROPOSED = byCode<string>({
  proposal: 'proposed, not asked for yet',
  option: 'one of several options, not chosen yet',
});

/**
 * How a task is only proposed, in words (R4 request-intent). `null`: somebody asks for it. A worry needs no order,
 * so it counts as soon as somebody has it.
 */
export function proposedAs(record: PatientRecord, held: Task): string | null {
  if (isWorry(held)) return null;
  const { intent, status } = held.value;
  if (intent !== 'plan') return PROPOSED[intent ?? ''] ?? null;
  const isInHand = status === 'accepted' || status === 'in-progress';
  return isInHand || isOfPlan(record, held) ? null : 'planned, not asked for yet';
}

/**
 * Whether a task is an action of a plan of care, which is agreed with the plan: by its own code, or because it names
 * the plan or the plan names it.
 */
function isOfPlan(record: PatientRecord, held: Task): boolean {
  const { code } = held.value;
  if (codesIn(code, PLAN_CODES).includes('action') || namesOf(code).some((name) => PLAN_ACTION.test(name)))
    return true;
  const targets = listAt(held.raw, 'basedOn').map((one) => textAt(one, 'reference') ?? '');
  return (
    targets.some((target) => /\bCarePlan\//.test(target)) ||
    record
      .all('CarePlan')
      .some((plan) =>
        (plan.value.activity ?? []).some(({ reference }) => record.resolve(reference, plan) === held),
      )
  );
}

/** How a task stands in the sender's own words, and from when it applies. */
function standing(record: PatientRecord, held: Task, cautions: Set<Caution>): readonly string[] {
  const { value } = held;
  const start = readDate(value.restriction?.period?.start ?? value.executionPeriod?.start, cautions);
  const proposed = proposedAs(record, held);
  if (proposed !== null) cautions.add('unconfirmed');
  const isSaidElsewhere = !['requested', 'received', 'accepted', 'ready', 'in-progress'].includes(
    value.status,
  );
  const reason = isSaidElsewhere ? null : conceptWords(value.statusReason, cautions);
  return [
    conceptWords(value.businessStatus, cautions),
    reason,
    proposed,
    start === null ? null : `from ${formatDate(start)}`,
  ].flatMap((part) => part ?? []);
}
