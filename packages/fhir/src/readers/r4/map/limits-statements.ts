import type { Caution, LimitsDecision } from '@ehch/clinical';
import { conceptWords, firstWords, statusCode } from '../../../coding.ts';
import { firstDate, readDate } from '../../../dates.ts';
import type { TextPart, Unwritten } from '../../../recorded-view.ts';
import { flatMapInSteps, type Steps } from '../../../steps.ts';
import { joined } from '../../../text.ts';
import { cautionsFor } from '../cautions.ts';
import { cautionWhenPast, fact, isAfterNow } from '../fact.ts';
import type { Held, PatientRecord } from '../record.ts';
import { answerIn } from './answered.ts';
import type { PlanDetail } from './cpr-plans.ts';
import { preconditionOf } from './circumstances.ts';
import { answeredReading, statedReading } from './cpr-reading.ts';
import { flagReading } from './cpr-sources.ts';
import { asksForLimit, isRefusalTitle, namesLimit, placeKind, tellsOfLimit } from './limits-words.ts';
import { notInForceToday, whyNotInForce, withStanding, type Standing } from './not-in-force.ts';
import { isAskedInWords, isDeniedByNote } from './denied-in-words.ts';
import { isOfFamily } from './family-words.ts';
import { kindOf } from './kind-of-code.ts';
import { cautionsForObservation, isAboutResident, observed, whenOver } from './observation-kind.ts';
import { isFormOver, isOverInNotes } from './over-in-words.ts';
import { overWithVisit } from './flag-visit.ts';
import { isPreference } from './preferences.ts';
import { isLastDaysFlag } from './last-days.ts';
import { isLastDaysObservation } from './last-days-statements.ts';
import { saidValue } from './cpr-reading.ts';
import { isProposal, isReplacedByPlan, planPurpose } from './wishes.ts';

type Decision = Unwritten<LimitsDecision>;

/**
 * Limits outside plans, forms and consents, as a flag, a problem or an observation: "ceiling of care: ward
 * based". Their words decide, and are shown. Those about CPR are shown with the decisions about CPR.
 */
export function* limitsStatements(record: PatientRecord): Steps<readonly Standing<Decision>[]> {
  return [
    ...record.all('Flag').flatMap((held) => fromFlag(record, held)),
    ...record.all('Condition').flatMap((held) => fromCondition(record, held)),
    ...(yield* flatMapInSteps(record.all('Observation'), (held) => fromObservation(record, held))),
    ...record.all('Goal').flatMap((held) => fromGoal(record, held)),
    ...record.all('CarePlan').flatMap((held) => fromPlan(record, held)),
    ...record.all('CarePlan').flatMap((held) => fromPlanWords(record, held)),
  ];
}

/** Whether a flag belongs to the agreed limits rather than the alerts. */
export function isLimitsFlag(held: Held<'Flag'>): boolean {
  return flagReading(held) === null && !isLastDaysFlag(held) && tellsOfLimit(flagWords(held) ?? '');
}

function flagWords({ value: { code, category } }: Held<'Flag'>): string | null {
  return joined([firstWords(category, new Set()), conceptWords(code, new Set())], ': ');
}

function fromFlag(record: PatientRecord, held: Held<'Flag'>): readonly Standing<Decision>[] {
  const text = flagWords(held);
  if (text === null || !isLimitsFlag(held)) return [];
  const cautions = cautionsFor(held);
  const notInForce = whyNotInForce(held.value.status) ?? overWithVisit(record, held, cautions);
  const { period, author } = held.value;
  const start = readDate(period?.start, cautions);
  const end = readDate(period?.end, cautions);
  cautionWhenPast(end, record, cautions);
  if (notInForce === null && isFormOver([text])) cautions.add('contradicts-itself');
  doubtInWords([text], cautions);
  const inTime: readonly TextPart[] =
    cautions.has('past-its-date') && end !== null
      ? [', until ', { date: end }, ': past, not in force today']
      : isAfterNow(start, record)
        ? [': not in force today']
        : [];
  const until: readonly TextPart[] = end === null ? [] : [', until ', { date: end }];
  const told: Decision = {
    ...fact(record, held, cautions, { on: start, by: [author] }),
    kind: decisionKind(text),
    text: notInForce === null ? [text, ...inTime] : withStanding([text, ...until], notInForce),
  };
  return [{ held, told, subject: text, notInForce }];
}

/**
 * A problem that is a limit. One that is over limits nothing. The entry stays on the problem list with all
 * its details.
 */
function fromCondition(record: PatientRecord, held: Held<'Condition'>): readonly Standing<Decision>[] {
  const { code, clinicalStatus, verificationStatus, abatementDateTime, abatementString } = held.value;
  const text = conceptWords(code, new Set());
  if (text === null || !tellsOfLimit(text) || statedReading(code) !== null) return [];
  const isOver = statusCode(clinicalStatus, ['inactive', 'resolved', 'remission']) !== null;
  const cautions = cautionsFor(held);
  cautionWhenPast(readDate(abatementDateTime, cautions), record, cautions);
  if (isOver || cautions.has('past-its-date') || abatementString !== undefined) return [];
  const isDoubtful = statusCode(verificationStatus, ['unconfirmed', 'provisional', 'differential']) !== null;
  if (isDoubtful) cautions.add('unconfirmed');
  if (isFormOver([text]) || isDeniedByNote(held)) cautions.add('contradicts-itself');
  doubtInWords([text], cautions);
  const on = firstDate(
    [held.value.onsetDateTime, held.value.onsetPeriod?.start, held.value.recordedDate],
    cautions,
  );
  const by = [held.value.asserter, held.value.recorder];
  const told: Decision = {
    ...fact(record, held, cautions, { on, by, part: 'limit' }),
    kind: decisionKind(text),
    text,
  };
  return [{ held, told, subject: text, notInForce: null }];
}

/** A goal that is a limit: "comfort care only". It stays in the plan with all its details. */
function fromGoal(record: PatientRecord, held: Held<'Goal'>): readonly Standing<Decision>[] {
  const { description, startDate, statusDate, expressedBy, lifecycleStatus } = held.value;
  const said = joined([preconditionOf(held), conceptWords(description, new Set())], ': ');
  if (said === null || !tellsOfLimit(said) || statedReading(description) !== null) return [];
  const cautions = cautionsFor(held);
  const notInForce = whyNotInForce(lifecycleStatus);
  if (['planned', 'on-hold'].includes(lifecycleStatus)) cautions.add('unconfirmed');
  if (notInForce === null && isFormOver([said])) cautions.add('contradicts-itself');
  const on = firstDate([startDate, statusDate], cautions);
  const isAhead = notInForce === null && isAfterNow(on, record);
  const told: Decision = {
    ...fact(record, held, cautions, { on, by: [expressedBy], part: 'limit' }),
    kind: decisionKind(said),
    text: withStanding(`${said} (a goal)${isAhead ? ': not in force today' : ''}`, notInForce),
  };
  return [{ held, told, subject: said, notInForce }];
}

/**
 * An activity of a care plan that is a limit: "not for hospital admission". It stays in the plan with all its
 * details.
 */
function fromPlan(record: PatientRecord, held: Held<'CarePlan'>): readonly Standing<Decision>[] {
  const { status, activity = [], created, period, author } = held.value;
  if (planPurpose(held) !== 'care' || whyNotInForce(status) !== null || isReplacedByPlan(record, held))
    return [];
  return activity.flatMap(({ detail }, index): readonly Standing<Decision>[] => {
    const text = detail === undefined ? null : limitInAction(detail);
    if (text === null) return [];
    const cautions = cautionsFor(held);
    if (status !== 'active') cautions.add('unconfirmed');
    const on = firstDate([period?.start, created], cautions);
    const told: Decision = {
      ...fact(record, held, cautions, { on, by: [author], part: `limit-${index}` }),
      kind: 'other',
      text: `${text} (in a care plan)${isAfterNow(on, record) ? ': not in force today' : ''}`,
    };
    return [{ held, told, subject: text, notInForce: null }];
  });
}

function limitInAction({ code, description, doNotPerform, status }: PlanDetail): string | null {
  const said = joined([conceptWords(code, new Set()), description], ': ');
  const isOver = status === 'entered-in-error' || (status !== 'completed' && whyNotInForce(status) !== null);
  if (said === null || isOver) return null;
  if ([code, { text: description }].some((order) => statedReading(order) !== null)) return null;
  const forbids = doNotPerform === true;
  if (!tellsOfLimit(forbids ? `not for ${said}` : said)) return null;
  return forbids ? `do not: ${said}` : said;
}

/** A care plan with another title whose words name a limit. It stays among the plans with all its details. */
function fromPlanWords(record: PatientRecord, held: Held<'CarePlan'>): readonly Standing<Decision>[] {
  const { title, description, status, period, created, author } = held.value;
  const said = joined([title, description], ': ');
  if (said === null || !namesLimit(said)) return [];
  if (planPurpose(held) !== 'care' || isReplacedByPlan(record, held)) return [];
  const cautions = cautionsFor(held);
  const notInForce = whyNotInForce(status);
  if (notInForce === null && (status !== 'active' || isProposal(held))) cautions.add('unconfirmed');
  if (notInForce === null && isFormOver([said])) cautions.add('contradicts-itself');
  cautionWhenPast(readDate(period?.end, cautions), record, cautions);
  const isAhead = isAfterNow(readDate(period?.start, cautions), record);
  if (isAhead) cautions.add('future-dated');
  const inTime = cautions.has('past-its-date')
    ? ': past, not in force today'
    : isAhead
      ? ': not in force today'
      : '';
  const told: Decision = {
    ...fact(record, held, cautions, {
      on: firstDate([created, period?.start], cautions),
      by: [author],
      part: 'limit',
    }),
    kind: decisionKind(said),
    text: withStanding(`${said} (a care plan)${notInForce === null ? inTime : ''}`, notInForce),
  };
  return [{ held, told, subject: said, notInForce }];
}

function fromObservation(record: PatientRecord, held: Held<'Observation'>): readonly Standing<Decision>[] {
  const { value } = held;
  const title = conceptWords(value.code, new Set()) ?? '';
  const said = saidValue(value);
  const isElsewhere =
    kindOf(value.code) !== null ||
    isPreference(held) ||
    placeKind(title) !== null ||
    isLastDaysObservation(held) ||
    answeredReading(value.code, value) !== null;
  const isGroup = said === null && (value.component ?? value.hasMember) !== undefined;
  const isTold = [title, said ?? ''].some(tellsOfLimit) || (!isGroup && asksForLimit(title));
  if (isElsewhere || !isTold || !isAboutResident(record, held)) return [];
  const notInForce = whyNotInForce(value.status);
  const cautions = cautionsForObservation(held);
  const isSaidOver = isFormOver([title, said]) || isOverInNotes(held);
  if (notInForce === null && isSaidOver) cautions.add('contradicts-itself');
  doubtInWords([title, said], cautions);
  // "Advance decision to refuse treatment: no" refuses nothing.
  const kind = answerIn(value) === 'no' ? 'other' : decisionKind(title);
  const over = whenOver(record, held, cautions);
  const text = `${joined([title, said], ': ') ?? title}${notInForceToday(notInForce ?? over)}`;
  const told = { ...observed(record, held, cautions, { value: said !== null }), kind, text };
  return [{ held, told, subject: title, notInForce }];
}

/** "?TLC only" only asks, and "husband not for hospital" is about him. */
function doubtInWords(texts: readonly (string | null)[], cautions: Set<Caution>): void {
  if (isAskedInWords(...texts)) cautions.add('unconfirmed');
  if (isOfFamily(...texts)) cautions.add('contradicts-itself');
}

function decisionKind(text: string): Decision['kind'] {
  return isRefusalTitle(text) ? 'refusal-of-treatment' : 'other';
}
