import { formatDate } from '../display/date.ts';
import { withDoubt } from '../display/doubt.ts';
import { formatQuantity } from '../display/quantity.ts';
import { medicineText } from '../display/medicine.ts';
import type { Recorded } from '../recorded.ts';
import type { AgreedLimits } from '../resident/limits.ts';
import type {
  Measurement,
  NamedMeasurement,
  News2Entry,
  News2Story,
  NotMeasured,
  WeightStory,
} from '../resident/measurements.ts';
import type { MedicineList, MedicineStatus } from '../resident/medicine.ts';
import { isPastProblem, type Problem } from '../resident/problem.ts';
import type { Allergy } from '../resident/allergy.ts';
import type { CareEvent } from '../resident/care-event.ts';
import type { ResidentSections } from '../resident/sections.ts';
import { civilDayOf, comparePartialDates, isSurelyOlder } from '../time/partial-date.ts';
import type { PartialDate } from '../time/types.ts';

export type ChangeKind =
  | 'medicine-started'
  | 'medicine-stopped'
  | 'medicine-held'
  /** An instruction not to give the medicine. */
  | 'medicine-not-to-be-given'
  | 'allergy'
  | 'problem'
  | 'event'
  | 'news2'
  | 'limits'
  | 'weight'
  /** A vital sign or result, or the reason why it was not measured. */
  | 'observation'
  /** Somebody recorded that there is none. */
  | 'none-stated';

/** A fact that counts as a change if its date falls into the period. */
export interface DatedFact {
  readonly kind: ChangeKind;
  readonly text: string;
  readonly on: PartialDate | null;
  /** The id of the fact in the view. */
  readonly fact: string;
}

/** The sections whose facts count as changes, each with a function that lists its dated facts. */
export const DATED_FACTS = {
  limits,
  allergies,
  news2,
  weight,
  medicines,
  problems,
  events,
} as const satisfies { [N in keyof ResidentSections]?: (value: ResidentSections[N]) => readonly DatedFact[] };

function limits(value: AgreedLimits): readonly DatedFact[] {
  const fact = (recorded: Recorded, text: string): DatedFact => ({
    kind: 'limits',
    text: withDoubt(text, recorded),
    on: recorded.on,
    fact: recorded.id,
  });
  return [
    ...value.wishes.map((wish) => fact(wish, wish.text)),
    ...value.cpr.map((cpr) =>
      fact(
        cpr,
        cpr.decision === 'attempt' ? 'CPR decision: attempt CPR' : 'CPR decision: do not attempt CPR',
      ),
    ),
    ...value.documents.map((document) => fact(document, document.title)),
    ...value.decisions.map((decision) => fact(decision, decision.text)),
    ...value.decisionMakers.map((maker) => fact(maker, `${maker.authority}: ${maker.name}`)),
    ...(value.lastDays === null ? [] : [fact(value.lastDays, value.lastDays.text)]),
  ];
}

function allergies(value: readonly Allergy[]): readonly DatedFact[] {
  return value.map((allergy) => {
    const { id, substance, status } = allergy;
    const on = newSince(allergy);
    const text = status === 'inactive' || status === 'resolved' ? `${substance} (${status})` : substance;
    return { kind: 'allergy', text: withDoubt(text, allergy), on, fact: id };
  });
}

/**
 * When something was new to whoever reads it: a stroke of 2010 that was recorded last week is. What began only after it
 * was recorded was new on the day when it began.
 */
function newSince({ on, recorded = null }: Allergy | Problem): PartialDate | null {
  return recorded === null || isSurelyOlder(recorded, on) ? on : recorded;
}

/** What became of a medicine that began. */
const SINCE_THEN: Partial<Record<MedicineStatus, string>> = {
  stopped: 'now stopped',
  'on-hold': 'now on hold',
  completed: 'completed',
  'not-stated': 'not stated whether in use',
};

function medicines(value: MedicineList): readonly DatedFact[] {
  return value.medicines.flatMap((medicine): readonly DatedFact[] => {
    const { id, status, started, stopped } = medicine;
    const text = withDoubt(medicineText(medicine), medicine);
    const fact = (kind: ChangeKind, on: PartialDate | null): DatedFact => ({ kind, text, on, fact: id });
    if (status === 'not-to-be-given') return [fact('medicine-not-to-be-given', medicine.on)];
    // A prohibition that was lifted neither starts nor stops a medicine.
    if (status === 'intended' || medicine.prohibits === true) return [];
    // A record never says since when a medicine is on hold. The missing date makes the answer incomplete.
    const held = status === 'on-hold' ? [fact('medicine-held', null)] : [];
    const since = SINCE_THEN[status];
    const begin = fact('medicine-started', started);
    const isToldBeside = status === 'stopped' && stopped !== null;
    // One that began and is no longer in use must not read as one that is, unless its end stands beside it.
    const began =
      since === undefined || isToldBeside ? begin : { ...begin, text: `${begin.text} (${since})` };
    // A future end date has changed nothing yet.
    if (status !== 'stopped' && status !== 'past-its-end') return [began, ...held];
    const end = fact('medicine-stopped', stopped);
    return started === null ? [end] : [began, end];
  });
}

function problems(value: readonly Problem[]): readonly DatedFact[] {
  return value.flatMap((problem): readonly DatedFact[] => {
    const { id, on, ended, status } = problem;
    const since = newSince(problem);
    const text = withDoubt(problem.text, problem);
    const isLater = since !== null && (civilDayOf(since) ?? since) !== (civilDayOf(on) ?? on);
    const beside = [
      isLater && on !== null ? `began ${formatDate(on)}` : null,
      // A past problem must not read as a new one, unless its end stands beside it.
      isPastProblem(problem) && (ended === null || isLater) ? status : null,
    ].filter((words) => words !== null);
    const begin: DatedFact = {
      kind: 'problem',
      text: beside.length === 0 ? text : `${text} (${beside.join(', ')})`,
      on: since,
      fact: id,
    };
    return ended === null
      ? [begin]
      : [begin, { kind: 'problem', text: `${text}: ended`, on: ended, fact: id }];
  });
}

function events(value: readonly CareEvent[]): readonly DatedFact[] {
  return value.map((event) => {
    const { id, on, notDone } = event;
    const text =
      notDone === null ? event.text : `${event.text} (${notDone.planned ? 'planned' : 'did not take place'})`;
    return { kind: 'event', text: withDoubt(text, event), on, fact: id };
  });
}

function news2(story: News2Story): readonly DatedFact[] {
  const { scores, usual, observations, results = [], notMeasured = [] } = story;
  const changes = steps(
    scores,
    totalText,
    (text, before) => `NEWS2 ${text}${before ? `, was ${before}` : ''}`,
  );
  const scored = new Set(scores.map(({ on }) => civilDayOf(on)));
  const facts = [
    ...changes.map((change): DatedFact => ({ kind: 'news2', ...change })),
    // The readings of a day with a score already count with that score.
    ...observations.filter(({ on }) => on === null || !scored.has(civilDayOf(on))).map(observed),
    ...[...results, ...notMeasured].map(observed),
  ];
  if (usual === null) return facts;
  return [
    ...facts,
    {
      kind: 'news2',
      text: withDoubt(`Usual NEWS2 set to ${usual.total}`, usual),
      on: usual.on,
      fact: usual.id,
    },
  ];
}

function observed(one: NamedMeasurement | NotMeasured): DatedFact {
  const text = 'why' in one ? `${one.name}: ${one.why}` : `${one.name} ${one.text}`;
  return { kind: 'observation', text: withDoubt(text, one), on: one.on, fact: one.id };
}

function weight({ weights, height, bmi, notMeasured = [] }: WeightStory): readonly DatedFact[] {
  const changes = steps(
    weights,
    amountOf,
    (text, before) => `Weight ${text}${before ? `, was ${before}` : ''}`,
  );
  const others = [
    ...(height === null ? [] : [{ ...height, name: 'Height', text: amountOf(height) }]),
    ...(bmi === null ? [] : [{ ...bmi, name: 'BMI', text: amountOf(bmi) }]),
    ...notMeasured,
  ];
  return [...changes.map((change): DatedFact => ({ kind: 'weight', ...change })), ...others.map(observed)];
}

function amountOf({ value, unit }: Measurement): string {
  return formatQuantity(value, unit);
}

/**
 * Returns each entry that differs from the one before it in time. An entry without a date is kept. Another entry of the same time is
 * none before it, because their order is an accident.
 */
function steps<T extends Recorded>(
  entries: readonly T[],
  say: (entry: T) => string,
  compare: (text: string, before: string | null) => string,
): readonly Omit<DatedFact, 'kind'>[] {
  const newestFirst = entries.toSorted((a, b) => comparePartialDates(a.on, b.on));
  return newestFirst.flatMap((entry, index) => {
    const older = newestFirst.slice(index + 1).find((other) => isSurelyOlder(other.on, entry.on));
    const text = say(entry);
    const before = older === undefined ? null : say(older);
    // Two incomplete scores with the same words may differ. Only equal totals are no change.
    const same = before === text && /^\d/.test(text);
    if (same && entry.on !== null) return [];
    return [{ text: withDoubt(compare(text, before), entry), on: entry.on, fact: entry.id }];
  });
}

function totalText({ score, importedTotal }: News2Entry): string {
  const total = score.total ?? importedTotal;
  if (total !== null) return String(total);
  return score.atLeast === undefined ? 'without a total' : `incomplete, at least ${score.atLeast}`;
}
