import { formatDate } from '@ehch/clinical/display';
import { statusCode, conceptWords, type ConceptLike } from '../../../coding.ts';
import { firstDate, readDate } from '../../../dates.ts';
import { joined } from '../../../text.ts';
import { cautionsFor } from '../cautions.ts';
import type { Held, PatientRecord } from '../record.ts';
import {
  answeredReading,
  conceptMeaning,
  orderedReading,
  saidWords,
  statedReading,
  saidValue,
  type CprReading,
} from './cpr-reading.ts';
import { cautionsOfDecision } from './original.ts';
import { isFormOver } from './over-in-words.ts';
import { endedWhen } from './began.ts';
import { preconditionOf, trialPeriodOf } from './circumstances.ts';
import { whyUndecided, type CprRow } from './cpr-row.ts';
import { isDeniedByNote } from './denied-in-words.ts';
import { detailsOf } from './details.ts';
import { overWithVisit } from './flag-visit.ts';
import { whyNotInForce } from './not-in-force.ts';
import {
  cautionsForObservation,
  effectiveOf,
  heldUntil,
  isAboutResident,
  type Observation,
} from './observation-kind.ts';

/** What a flag says about CPR, by its code, or by a category that its code answers. */
export function flagReading({ value: { code, category = [] } }: Held<'Flag'>): CprReading | null {
  return statedReading(code) ?? (category.some((one) => conceptMeaning(one) !== null) ? 'unclear' : null);
}

/** What flags say about CPR. An end of the flag's period ends the decision. */
export function flagRows(record: PatientRecord): readonly CprRow[] {
  return record.all('Flag').flatMap((held): readonly CprRow[] => {
    const reading = flagReading(held);
    if (reading === null) return [];
    const { code, category = [], status, period, author } = held.value;
    const cautions = cautionsOfDecision(held);
    const said =
      joined(
        [...category, code].map((one) => saidWords(one)),
        ': ',
      ) ?? '';
    const from = readDate(period?.start, cautions);
    const until = readDate(period?.end, cautions);
    const notInForce = whyNotInForce(status) ?? overWithVisit(record, held, cautions);
    const details = category
      .filter((one) => conceptMeaning(one) === null && !isPlainCategory(one))
      .flatMap((one) => saidWords(one) ?? []);
    const by = [author];
    // The category "withdrawn" on the code "not for CPR" leaves the decision unclear.
    const whole = isFormOver(details) ? 'unclear' : reading;
    return [
      { held, part: 'cpr', reading: whole, said, cautions, on: from, from, until, by, notInForce, details },
    ];
  });
}

/** Whether a category is one of R4's own (clinical, administrative …), which add nothing to the decision. */
function isPlainCategory({ text, coding = [] }: ConceptLike): boolean {
  return text === undefined && coding.every(({ system = '' }) => system.endsWith('/flag-category'));
}

/** Clinical statuses of a condition that is over. */
const OVER = ['inactive', 'resolved', 'remission'] as const;

/** What a condition says about CPR. */
export function conditionReading({ value: { code } }: Held<'Condition'>): CprReading | null {
  return statedReading(code);
}

/** What problems say about CPR. A problem entered in error by its clinical status is set aside. */
export function conditionRows(record: PatientRecord): readonly CprRow[] {
  return record.all('Condition').flatMap((held): readonly CprRow[] => {
    const reading = conditionReading(held);
    if (reading === null) return [];
    const { value } = held;
    const { abatementDateTime: dateTime, abatementPeriod, abatementString, abatementAge: age } = value;
    const cautions = cautionsFor(held);
    // The start of the abatement is not the end of the condition.
    const period = { end: abatementPeriod?.end };
    const ended = endedWhen(
      { dateTime, period, age, range: value.abatementRange, string: abatementString },
      cautions,
    );
    const until = ended.on;
    if (statusCode(value.clinicalStatus, ['entered-in-error']) !== null)
      return record.setAside(held, 'entered-in-error');
    const status = whyNotInForce(statusCode(value.clinicalStatus, OVER) ?? undefined);
    const isEnded = ended.byAge || abatementString !== undefined;
    const notInForce = joined([status, isEnded ? `ended ${ended.words ?? ''}` : null], ', ');
    // A condition that was not understood is shown among the problems, with its end.
    if (notInForce !== null && reading === 'unclear') return record.setAside(held, 'not-in-force');
    const doubts = ['unconfirmed', 'provisional', 'differential'] as const;
    if (statusCode(value.verificationStatus, doubts) !== null) cautions.add('unconfirmed');
    if (isDeniedByNote(held)) cautions.add('contradicts-itself');
    const severity = conceptWords(value.severity, cautions);
    if (severity !== null) cautions.leave('severity', severity);
    const from = firstDate([value.onsetDateTime, value.onsetPeriod?.start], cautions);
    const on = from ?? readDate(value.recordedDate, cautions);
    const said = saidWords(value.code) ?? '';
    return [
      {
        held,
        part: 'cpr',
        reading,
        said,
        cautions,
        on,
        from,
        until,
        by: [value.recorder, value.asserter],
        notInForce,
      },
    ];
  });
}

/** What goals say about CPR. A goal that is planned or on hold decides nothing. */
export function goalRows(record: PatientRecord): readonly CprRow[] {
  return record.all('Goal').flatMap((held): readonly CprRow[] => {
    const { description, lifecycleStatus, achievementStatus, startDate, statusDate, expressedBy } =
      held.value;
    const reading = statedReading(description);
    if (reading === null) return [];
    const cautions = cautionsFor(held);
    const condition = preconditionOf(held);
    const from = readDate(startDate, cautions);
    const reached = conceptWords(achievementStatus, cautions);
    return [
      {
        held,
        part: 'cpr',
        // A decision for some circumstances only is for a person to weigh.
        reading: condition === null ? reading : 'unclear',
        said: joined([condition, saidWords(description)], ': ') ?? '',
        cautions,
        on: from ?? readDate(statusDate, cautions),
        from,
        until: null,
        by: [expressedBy],
        notInForce: whyUndecided({ status: lifecycleStatus }),
        details: ['recorded as a goal', ...(reached === null ? [] : [`how far it is reached: ${reached}`])],
      },
    ];
  });
}

/** What an observation and its components say about CPR. */
export function observationRows(record: PatientRecord, held: Observation): readonly CprRow[] {
  const statements = [held.value, ...(held.value.component ?? [])];
  const about = statements.flatMap((statement, index) => {
    const reading = answeredReading(statement.code, statement);
    return reading === null ? [] : [{ statement, reading, index }];
  });
  if (about.length === 0) return [];
  if (!isAboutResident(record, held)) return [];
  const notInForce = whyNotInForce(held.value.status);
  return about.map(({ statement, reading, index }) => {
    const cautions = cautionsForObservation(held);
    const on = effectiveOf(record, held, cautions);
    const condition = preconditionOf(held);
    const said = joined([condition, saidWords(statement.code), saidValue(statement)], ': ') ?? '';
    const part = index === 0 ? 'cpr' : `cpr-${index}`;
    // A decision for some circumstances only is for a person to weigh.
    const whole = condition === null ? reading : 'unclear';
    const isDecision = whole === 'attempt' || whole === 'do-not-attempt';
    const details = detailsOf(record, held, cautions, {
      // The value was read, or is already in the words. A value that no rule reads is shown beside them.
      value: saidValue(held.value) !== null,
      component: (one) => !isDecision && one === statement,
      circumstances: true,
    });
    return {
      held,
      part,
      reading: whole,
      details,
      said,
      cautions,
      on,
      from: null,
      until: heldUntil(held, cautions),
      by: held.value.performer ?? [],
      notInForce,
    };
  });
}

/**
 * Statuses in which a request or an activity is certainly in force. "Completed" may mean that a form was
 * written.
 */
export const RUNNING = ['active', 'scheduled', 'in-progress', 'not-started'];

/** R4 request-intent values under which somebody has decided. */
const ORDERED = ['directive', 'order', 'original-order', 'reflex-order', 'filler-order', 'instance-order'];

/** What an order says about CPR, in its code and details. Its category only asks the question. */
export function requestReading({ value }: Held<'ServiceRequest'>): CprReading | null {
  const { code, orderDetail = [], category = [], doNotPerform } = value;
  const readings = [code, ...orderDetail].map((order) => orderedReading(order, doNotPerform));
  const found = new Set(readings.filter((reading) => reading !== null));
  const [only] = found;
  if (found.size === 1 && only !== undefined) return only;
  return found.size > 1 || category.some((one) => conceptMeaning(one) !== null) ? 'unclear' : null;
}

/** What orders say about CPR. */
export function requestRows(record: PatientRecord): readonly CprRow[] {
  return record.all('ServiceRequest').flatMap((held) => requestRow(held) ?? []);
}

/** An order about CPR as a row. `null`: it is not about CPR. */
export function requestRow(held: Held<'ServiceRequest'>): readonly CprRow[] | null {
  const reading = requestReading(held);
  if (reading === null) return null;
  const { value } = held;
  const { status = 'unknown', intent = 'order' } = value;
  const cautions = cautionsFor(held);
  const notInForce = whyUndecided(status === 'completed' ? { intent } : { status, intent });
  const isRunning = RUNNING.includes(status) || notInForce !== null;
  // Nobody knows whether an order of an unknown kind decides.
  const isOrdered = ORDERED.includes(intent) || notInForce !== null;
  if (!isRunning || !isOrdered) cautions.add('unconfirmed');
  const trial = trialPeriodOf(held);
  const details = [value.code, ...(value.orderDetail ?? [])].map((one) => saidWords(one));
  const said =
    joined(
      [
        ...(value.category ?? []).map((one) => saidWords(one)),
        value.doNotPerform === true ? 'do not perform' : null,
        joined([...new Set(details)], ', '),
        trial === null ? null : `trial period ${trial}`,
      ],
      ': ',
    ) ?? '';
  const from = firstDate([value.occurrencePeriod?.start, value.occurrenceDateTime], cautions);
  const on = readDate(value.authoredOn, cautions) ?? from;
  const until = readDate(value.occurrencePeriod?.end, cautions);
  const whole = trial === null ? reading : 'unclear';
  const beside = [
    ...requestDetails(held),
    ...(isRunning ? [] : [`order recorded as ${status}`]),
    ...(isOrdered ? [] : [`kind of order: ${intent}`]),
  ];
  return [
    {
      held,
      part: 'cpr',
      reading: whole,
      said,
      cautions,
      on,
      from,
      until,
      by: [value.requester],
      details: beside,
      notInForce,
    },
  ];
}

/** What an order says beside its decision and no table covers: "except for choking". */
function requestDetails({ value }: Held<'ServiceRequest'>): readonly string[] {
  const { code, orderDetail = [], category = [], doNotPerform } = value;
  const unread = [code, ...orderDetail].filter((order) => orderedReading(order, doNotPerform) === null);
  return [...unread, ...category.filter((one) => conceptMeaning(one) === null)].flatMap(
    (one) => saidWords(one) ?? [],
  );
}

/** Decisions about CPR that are recorded as procedures. */
export function procedureRows(record: PatientRecord): readonly CprRow[] {
  return record.all('Procedure').flatMap((held): readonly CprRow[] => {
    const { value } = held;
    const meaning = conceptMeaning(value.code);
    // CPR that was given or not given is an event, not a decision.
    if (meaning === null || meaning === 'question') return [];
    const cautions = cautionsFor(held);
    if (value.status === 'unknown') cautions.add('unconfirmed');
    const isDone = value.status !== 'not-done';
    const said = joined([isDone ? null : 'not done', saidWords(value.code)], ': ') ?? '';
    const on = firstDate([value.performedDateTime, value.performedPeriod?.start], cautions);
    const reading: CprReading = isDone ? meaning : 'unclear';
    const by = [value.recorder, value.asserter];
    // The end of the procedure does not end the decision.
    const over = readDate(value.performedPeriod?.end, cautions);
    const details = [
      ...(over === null ? [] : [`recorded as done by ${formatDate(over)}`]),
      ...(value.status === 'unknown' ? ['not known whether it was done'] : []),
    ];
    const notInForce = value.status === 'completed' ? null : whyUndecided(value);
    return [
      { held, part: 'cpr', reading, said, cautions, on, from: null, until: null, by, details, notInForce },
    ];
  });
}
