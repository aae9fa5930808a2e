import {
  EhchError,
  type PlaceConfiguration,
  type ResidentId,
  type ResidentSource,
  type ResidentView,
} from '@ehch/clinical';
import { withGlance } from '@ehch/clinical/glance';
import type { Clock } from '@ehch/clinical/time';
import { buildViewInSteps, patientsIn } from '@ehch/fhir';
import { afterPaint } from '@ehch/elements/after-paint';
import { checkClock } from '../check-options.ts';
import { deviceClock } from '../device-clock.ts';
import { viewWithout } from '../client/view-without.ts';
import { checkedPlace } from '../place/checked-place.ts';
import { giveTold } from './told-each-minute.ts';

/** How to read records that the host page already has. */
export interface RecordsOptions {
  /** The origin of the records, named in the footer of every view. */
  readonly sourceLabel: string;
  /** The clinical clock. Defaults to the device's. */
  readonly clock?: Clock | undefined;
  /** The place's own facts: homes, contacts and bank holidays. */
  readonly place?: PlaceConfiguration | null | undefined;
}

/**
 * Makes a source from a FHIR R4 Bundle or a list of resources that the host page already has. A resident is read when a
 * component first asks: identity, agreed limits and allergies at once, and the rest after these have been painted.
 *
 * @throws EhchError `malformed` if the records hold no Patient, or are text. `bad-argument` for what is no place, without a
 *   `sourceLabel`, and for a clock that gives no ISO instant
 */
export function residentsFromFhir(
  records: unknown,
  options: RecordsOptions,
): ResidentSource & { readonly residents: readonly string[] } {
  checkRecords(records, options);
  const { sourceLabel, clock = deviceClock, ...given } = options;
  checkClock(clock);
  const patients = patientsIn([records]);
  if (patients.length === 0)
    throw new EhchError(
      'malformed',
      'There is no Patient in these records. Give a FHIR R4 Bundle with the resident’s Patient and other resources.',
    );
  const place = given.place ? checkedPlace(given.place) : null;
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
  // A view is kept once it is whole, because reading a long record again would take time and change nothing.
  const wholes = new Map<ResidentId, ResidentView>();
  return {
    residents,
    watch(resident, onView, signal, asked = {}) {
      if (signal.aborted) return;
      const known = wholes.get(resident);
      if (known !== undefined) return giveTold(known, onView, signal, asked, { clock, place });
      // An unknown id is `not-found`. An empty view would read as a resident without allergies or limits.
      if (!residents.includes(resident)) return onView(viewWithout(resident, '', 'not-found', now));
      const steps = open(resident);
      const { since } = asked;
      onView(since === undefined ? steps.leading : withGlance(steps.leading, { since, now: clock(), place }));
      afterPaint(() => {
        if (signal.aborted) return;
        const whole = wholes.get(resident) ?? steps.whole();
        wholes.set(resident, whole);
        giveTold(whole, onView, signal, asked, { clock, place });
      });
    },
    async refresh() {
      // The records in hand do not change, and there is no server to ask.
    },
  };
}

/** Guard: a page in JavaScript has no types. Without a label, no view would say where its facts come from. */
function checkRecords(records: unknown, options: Partial<RecordsOptions> | undefined): void {
  if (typeof records === 'string')
    throw new EhchError('malformed', 'Give the records as an object: JSON.parse makes one of their text.');
  if (typeof options?.sourceLabel !== 'string')
    throw new EhchError('bad-argument', 'Say as `sourceLabel` where the records come from.');
}
