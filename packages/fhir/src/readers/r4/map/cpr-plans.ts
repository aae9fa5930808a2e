import type { ConceptLike } from '../../../coding.ts';
import { firstDate, readDate } from '../../../dates.ts';
import { joined, words } from '../../../text.ts';
import { cautionsFor, type Cautions } from '../cautions.ts';
import { isHeld, type Held, type PatientRecord } from '../record.ts';
import { orderedReading, saidWords, type CprReading } from './cpr-reading.ts';
import type { CprRow } from './cpr-row.ts';
import { requestRow, RUNNING } from './cpr-sources.ts';
import { cprMeaning } from './cpr-words.ts';
import { whyNotInForce } from './not-in-force.ts';

/** What a care plan says about CPR: in its title, its description, or an activity. */
export function planRows(record: PatientRecord): readonly CprRow[] {
  return record.all('CarePlan').flatMap((held): readonly CprRow[] => {
    const said = planStatements(record, held);
    if (said.length === 0) return [];
    const { status, period, created, author } = held.value;
    // A draft plan is unconfirmed, as are its wishes.
    const over = status === 'draft' ? null : whyNotInForce(status);
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
    // "CPR" as the title of a plan names it; its activities decide.
    if (meaning === null || meaning === 'question') return [];
    return [{ reading: meaning, words: words(text) ?? '', unconfirmed: false, notInForce: null }];
  });
  const activities = activity.flatMap(({ detail, reference }): readonly PlanStatement[] => {
    if (detail !== undefined) return activityStatement(detail);
    const target = record.resolve(reference, held);
    // A request of its own is read by itself; one inside the plan is told from the plan.
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

/** An action that stands in the plan itself. */
export type PlanDetail = NonNullable<NonNullable<Held<'CarePlan'>['value']['activity']>[number]['detail']>;

function activityStatement({
  code,
  description,
  doNotPerform,
  status,
}: PlanDetail): readonly PlanStatement[] {
  if (status === 'entered-in-error') return [];
  const told: ConceptLike = { ...code, text: code?.text };
  const readings = [told, { text: description }].map((order) => orderedReading(order, doNotPerform));
  const found = new Set(readings.filter((reading) => reading !== null));
  const [only] = found;
  if (only === undefined) return [];
  const said = joined([doNotPerform === true ? 'do not' : null, saidWords(code), description], ': ') ?? '';
  const running = status === undefined || RUNNING.includes(status);
  const notInForce = status === 'completed' ? null : whyNotInForce(status);
  return [{ reading: found.size === 1 ? only : 'unclear', words: said, unconfirmed: !running, notInForce }];
}
