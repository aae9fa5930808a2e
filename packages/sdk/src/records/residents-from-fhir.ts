import {
  EhchError,
  type PlaceConfiguration,
  type ResidentId,
  type ResidentSource,
  type ResidentView,
} from '@ehch/clinical';
import type { Clock } from '@ehch/clinical/time';
import { buildViewInSteps, patientsIn } from '@ehch/fhir';
import { afterPaint } from '@ehch/elements/after-paint';
import { deviceClock } from '../device-clock.ts';
import { viewWithout } from '../client/view-without.ts';

export interface RecordsOptions {
  /** Named in the footer of every view: where the records came from. */
  readonly sourceLabel: string;
  /** The clinical clock. Defaults to the device's. */
  readonly clock?: Clock;
  /** What is particular to this place: homes, contacts, bank holidays. */
  readonly place?: PlaceConfiguration | null;
}

/**
 * Residents from a FHIR R4 Bundle, or a list of resources: entries, that the embedder has in hand. A resident is read when a
 * component first asks for her: who she is, what is agreed and allergies at once, the rest after these have been painted.
 *
 * @throws EhchError `malformed` when there is no Patient in it
 */
export function residentsFromFhir(
  records: unknown,
  { sourceLabel, clock = deviceClock, place = null }: RecordsOptions,
): ResidentSource & { readonly residents: readonly string[] } {
  const patients = patientsIn([records]);
  if (patients.length === 0)
    throw new EhchError(
      'malformed',
      'There is no Patient in these records. Give a FHIR R4 Bundle that holds the resident’s Patient and her other resources.',
    );
  const now = clock();
  const roster = patients.flatMap(({ id, name, born }) => (name ? [{ id, name, born }] : []));
  const residents = patients.map(({ id }) => id);
  const open = (id: ResidentId) =>
    buildViewInSteps({
      resident: id,
      patient: id,
      resources: [records],
      outcomes: {},
      now,
      sourceLabel,
      roster,
      ...(place === null ? {} : { place }),
    });
  const wholes = new Map<ResidentId, ResidentView>();
  return {
    residents,
    watch(resident, onView, signal) {
      if (signal.aborted) return;
      const known = wholes.get(resident);
      if (known !== undefined) return onView(known);
      if (!residents.includes(resident)) return onView(viewWithout(resident, '', 'not-found', now));
      const steps = open(resident);
      onView(steps.leading);
      afterPaint(() => {
        if (signal.aborted) return;
        const whole = wholes.get(resident) ?? steps.whole();
        wholes.set(resident, whole);
        onView(whole);
      });
    },
    async refresh() {
      // What is in hand does not change: there is nobody to ask.
    },
  };
}
