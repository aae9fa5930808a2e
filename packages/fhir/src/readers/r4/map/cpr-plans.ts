import type { ConceptLike } from '../../../coding.ts';
import { firstDate, readDate } from '../../../dates.ts';
import { joined, words } from '../../../text.ts';
import { cautionsFor, type Cautions } from '../cautions.ts';
import { isHeld, type Held, type PatientRecord } from '../record.ts';
import { orderedReading, saidWords, type CprReading } from './cpr-reading.ts';
import { whyUndecided, type CprRow } from './cpr-row.ts';
import { requestRow, RUNNING } from './cpr-sources.ts';
import { cprMeaning } from './cpr-words.ts';

/** What care plans say about CPR, in a title, a description or an activity. */
export function planRows(record: PatientRecord): readonly CprRow[] {
  return record.all('CarePlan').flatMap((held): readonly CprRow[] => {
    const said = planStatements(record, held);
    if (said.length === 0) return [];
    const { status, period, created, author } = held.value;
    // R4 gives a plan in force the intent "plan". Only a proposal or an option leaves open what it is.
    const intent = held.value.intent === 'plan' ? undefined : held.value.intent;
    const over = whyUndecided({ status, ...(intent !== undefined && { intent }) });
    return said.map((statement, index): CprRow => {
      const cautions: Cautions = cautionsFor(held);
      const isOpen = status !== 'active' || statement.unconfirmed;
      if (isOpen && over === null && statement.notInForce === null) cautions.add('unconfirmed');
      const from = readDate(period?.start, cautions);
      const until = readDate(period?.end, cautions);
      const on = firstDate([created, period?.start], cautions);
      const { reading, words: own } = statement;
      const notInForce = over ?? statement.notInForce;
      const part = `cpr-${index}`;
      return { held, part, reading, said: own, cautions, on, from, until, by: [author], notInForce };
    });
  });
}

/** One statement about CPR in a care plan. */
interface PlanStatement {
  readonly reading: CprReading;
  readonly words: string;
  readonly unconfirmed: boolean;
  readonly notInForce: string | null;
}

function planStatements(record: PatientRecord, held: Held<'CarePlan'>): readonly PlanStatement[] {
  const { title, description, activity = [] } = held.value;
  const texts = [title, description].flatMap((text): readonly PlanStatement[] => {
    const meaning = cprMeaning(text);
    // A plan with the title "CPR" only names the subject. Its activities decide.
    if (meaning === null || meaning === 'question') return [];
    return [{ reading: meaning, words: words(text) ?? '', unconfirmed: false, notInForce: null }];
  });
  const activities = activity.flatMap(({ detail, reference }): readonly PlanStatement[] => {
    if (detail !== undefined) return activityStatement(detail);
    const target = record.resolve(reference, held);
    // A request with a record of its own is read on its own. One contained in the plan is read with the plan.
    if (!isHeld(target, 'ServiceRequest') || record.all('ServiceRequest').includes(target)) return [];
    return (requestRow(target) ?? []).map(({ reading, said, cautions, notInForce }) => ({
      reading,
      notInForce,
      words: said,
      unconfirmed: cautions.has('unconfirmed'),
    }));
  });
  return [...texts, ...activities];
}

/** An activity that is described in the plan itself. */
export type PlanDetail = NonNullable<NonNullable<Held<'CarePlan'>['value']['activity']>[number]['detail']>;

function activityStatement({
  code,
  description,
  doNotPerform,
  status,
}: PlanDetail): readonly PlanStatement[] {
  if (status === 'entered-in-error') return [];
  const order: ConceptLike = { ...code, text: code?.text };
  const readings = [order, { text: description }].map((each) => orderedReading(each, doNotPerform));
  const found = new Set(readings.filter((reading) => reading !== null));
  const [only] = found;
  if (only === undefined) return [];
  const said = joined([doNotPerform === true ? 'do not' : null, saidWords(code), description], ': ') ?? '';
  const running = status === undefined || RUNNING.includes(status);
  // A completed activity may be the writing of a form, so its decision still stands.
  const notInForce = status === 'completed' || status === undefined ? null : whyUndecided({ status });
  return [{ reading: found.size === 1 ? only : 'unclear', words: said, unconfirmed: !running, notInForce }];
}
