import { comparePartialDates } from '@ehch/clinical/time';
import { readDate } from '../../../dates.ts';
import { listAt, textAt } from '../../../entry.ts';
import { recordName } from '../../../record-name.ts';
import { INTENT } from '../../../threads/thread-codes.ts';
import type { Held, PatientRecord } from '../record.ts';
import { allBehind } from './all-behind.ts';
import { endsNamed } from './ends-named.ts';
import { isFirm, whyNotInForce } from './not-in-force.ts';
import { cautionsForObservation, type Observation } from './observation-kind.ts';

/** The settings of one kind that no other has ended by name. The others are set aside. */
export function notEndedByName(record: PatientRecord, all: readonly Observation[]): readonly Observation[] {
  const isEnded = endedByName(
    all.filter((held) => whyNotInForce(held.value.status) === null && isFirm(cautionsForObservation(held))),
  );
  return all.filter((held) => {
    if (isEnded(held)) record.setAside(held, 'newer-shown');
    return !isEnded(held);
  });
}

/**
 * Whether a setting that somebody made later has ended a record, whatever the clocks say: it names it, or names one
 * that is no older. The author had that one on screen, and so came after everything before it. A setting that came
 * after the end is not ended by it.
 *
 * @param settings the settings of one kind that count
 */
export function endedByName(settings: readonly Observation[]): (held: Held) => boolean {
  const named = new Map(settings.map((one) => [one, endsNamed(one)]));
  const isNamed = (held: Held, by: Observation) =>
    namesOf(held).some((name) => named.get(by)?.includes(name) === true);
  const ended = new Map<Held, readonly Observation[]>(
    settings.map((by) => [by, settings.filter((one) => isNamed(one, by))]),
  );
  return (held) => {
    // Whatever this one ended, and whatever that had ended, was there before it.
    const earlier = allBehind<Held>(held, (one) => ended.get(one) ?? []);
    return settings.some(
      (by) =>
        by !== held &&
        !earlier.has(by) &&
        (isNamed(held, by) || ended.get(by)?.some((one) => one !== held && isNoOlder(one, held)) === true),
    );
  };
}

/** Guard: what has no date may be later than anything, so only its own name ends it. */
function isNoOlder(one: Held, than: Held): boolean {
  const [a, b] = [dayOf(one), dayOf(than)];
  return a !== null && b !== null && comparePartialDates(a, b) <= 0;
}

function dayOf({ raw }: Held) {
  const period = raw['effectivePeriod'];
  return readDate(textAt(raw, 'effectiveDateTime') ?? textAt(period, 'start') ?? undefined, new Set());
}

/** A record has the id that the server gives it. One that gives all ids itself keeps ours as an identifier. */
function namesOf({ type, key, raw }: Held): readonly string[] {
  const own = listAt(raw, 'identifier').filter((one) => textAt(one, 'system') === INTENT);
  const ids = [textAt(raw, 'id'), ...own.map((one) => textAt(one, 'value'))];
  return [recordName(key), ...ids.flatMap((id) => (id === null ? [] : [`${type}/${id}`]))];
}
