import type { Gap, SectionName } from '@ehch/clinical';
import { formatDate } from '@ehch/clinical/display';
import { comparePartialDates, isSurelyOlder, type PartialDate } from '@ehch/clinical/time';
import { conceptWords } from '../../coding.ts';
import { firstDate } from '../../dates.ts';
import { isObject, textAt } from '../../entry.ts';
import { COUNTED } from '../../sections.ts';
import { joined, words } from '../../text.ts';
import { countedDetails } from './counted-words.ts';
import { concept, reference } from './datatypes.ts';
import { isAfterNow } from './fact.ts';
import { isHeld, type CountedRecord, type PatientRecord } from './record.ts';

/**
 * Records beside a section that it does not list: "3 records of dispensing, the last of 10-Nov-2026". The
 * section may still say "none": the screen shows both.
 */
export function countedGaps(record: PatientRecord, section: SectionName): readonly Gap[] {
  const here = record.counted.filter(({ type }) => COUNTED[type]?.sections.includes(section));
  return [...Map.groupBy(here, ({ type }) => type)].flatMap(([type, all]) =>
    COUNTED[type]?.isToldOneByOne === true
      ? oneByOne(record, all).map((some) => gapOf(record, type, some))
      : [gapOf(record, type, all)],
  );
}

/** [P] Records that each have words of their own. Older ones are counted together. */
const MOST_ONE_BY_ONE = 5;

/** Each of the newest records alone, because the last of two diet orders does not say what the other says. */
function oneByOne(
  record: PatientRecord,
  all: readonly CountedRecord[],
): readonly (readonly CountedRecord[])[] {
  const newest = all
    .map((counted) => ({ counted, on: dayOf(counted) }))
    .toSorted(
      (a, b) =>
        Number(isAfterNow(a.on, record)) - Number(isAfterNow(b.on, record)) ||
        comparePartialDates(a.on, b.on),
    )
    .map(({ counted }) => counted);
  const rest = newest.slice(MOST_ONE_BY_ONE);
  return [...newest.slice(0, MOST_ONE_BY_ONE).map((one) => [one]), ...(rest.length === 0 ? [] : [rest])];
}

function gapOf(record: PatientRecord, type: string, all: readonly CountedRecord[]): Gap {
  const [one, many] = COUNTED[type]?.words ?? ['record', 'records'];
  const dated = all.map((counted) => ({ counted, on: dayOf(counted) }));
  // A record dated in the future must not pass for the last event.
  const past = dated.filter(({ on }) => !isAfterNow(on, record));
  const [last, ...others] = (past.length > 0 ? past : dated).toSorted((a, b) =>
    comparePartialDates(a.on, b.on),
  );
  const on = last?.on ?? null;
  const isLast = others.every((other) => other.on === on || isSurelyOlder(other.on, on));
  const word = all.length === 1 ? 'of' : `${isLast ? '' : 'perhaps '}the last of`;
  const day = on === null ? null : `${word} ${formatDate(on)}`;
  const count = joined([`${all.length} ${all.length === 1 ? one : many}`, day], ', ');
  return {
    why: 'more',
    what: joined([count, last === undefined ? null : saidBy(record, last.counted)], ': ') ?? one,
  };
}

/** The day of the event, else the day of writing. */
function dayOf({ raw }: CountedRecord): PartialDate | null {
  const texts = [
    'occurrenceDateTime',
    'timingDateTime',
    'whenHandedOver',
    'effectiveDateTime',
    'date',
    'identifiedDateTime',
    'dateTime',
    'whenPrepared',
  ];
  const period = ['effectivePeriod', 'identifiedPeriod', 'occurrencePeriod', 'timingPeriod']
    .map((key) => raw[key])
    .find(isObject);
  const days = [...texts.map((key) => textAt(raw, key)), textAt(period, 'end'), textAt(period, 'start')];
  return firstDate([...days, textAt(raw, 'recordedDate'), textAt(raw, 'recordedOn')], new Set());
}

/** Statuses and intents of something that was done or that applies. Any other is shown. */
const USUAL = new Set([
  'completed',
  'active',
  'final',
  'actual',
  'order',
  'original-order',
  'instance-order',
  'filler-order',
]);

/** Types that last: a diet or a device that is "completed" is one no longer in use. */
const LASTING: ReadonlySet<string> = new Set(['NutritionOrder', 'DeviceUseStatement']);

/** How a record stands, where that is not as everybody expects. */
function standingOf({ type, raw }: CountedRecord): string | null {
  const states = ['status', 'actuality', 'intent'].flatMap((key) => textAt(raw, key) ?? []);
  const told = states.filter((state) => !USUAL.has(state) || (state === 'completed' && LASTING.has(type)));
  return joined(told, ', ')?.replaceAll('-', ' ') ?? null;
}

function saidBy(record: PatientRecord, counted: CountedRecord): string | null {
  const { raw, ...place } = counted;
  const concepts = [raw['medicationCodeableConcept'], raw['event'], raw['code']].map(
    (part) => concept.safeParse(part).data,
  );
  const named = reference.safeParse(raw['medicationReference']).data;
  const target = record.resolve(named, { raw, ...place });
  const inRecord = isHeld(target, 'Medication') ? target.value.code : undefined;
  const said = [...concepts, inRecord]
    .map((one) => conceptWords(one, new Set()))
    .find((text) => text !== null);
  const state = standingOf(counted);
  const own = ['description', 'summary', 'conclusion'].flatMap((key) => words(textAt(raw, key)) ?? []);
  const shown = said ?? words(named?.display ?? textAt(raw['device'], 'display'));
  // "Not detected" says nothing without the title of its report.
  const whole = joined([...new Set([shown, ...own])], ': ');
  const name = joined([whole, state === null ? null : `(${state})`], ' ');
  return joined([name, countedDetails(record, { raw, ...place })], '; ');
}
