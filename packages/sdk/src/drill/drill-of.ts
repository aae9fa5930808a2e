import type { Drill, PlaceConfiguration } from '@ehch/clinical';
import type { Clock } from '@ehch/clinical/time';
import { memoryActions } from '../actions/memory-actions.ts';
import { deviceClock } from '../device-clock.ts';
import { checkedPlace } from '../place/checked-place.ts';
import { residentsFromViews } from '../records/residents-from-views.ts';
import { DRILL_HOME, DRILLED, drilledViews } from './drilled-residents.ts';

/** Ofcom reserves this number for drama: whoever dials it from the paper reaches nobody. */
const RINGS_NOBODY = '01632 960999';

/** A drill that can be emptied, for the next person who practises. */
export interface OpenDrill extends Drill {
  /** Forgets everything that was pressed. */
  forget(): void;
}

/**
 * Makes a drill with the ladder, the hours and the service names of a place, about residents who do not exist. Its database is
 * the memory of this page: it asks no server, writes no row, and every receipt says that nothing was sent.
 *
 * @throws EhchError `bad-argument` without a place
 */
export function drillOf({
  place,
  clock = deviceClock,
}: {
  readonly place: PlaceConfiguration;
  readonly clock?: Clock | undefined;
}): OpenDrill {
  const own = drillPlace(checkedPlace(place));
  const actions = memoryActions({ clock });
  return {
    source: residentsFromViews(drilledViews(clock()), { clock, place: own }),
    actions,
    place: own,
    clock,
    residents: DRILLED,
    forget: () => actions.forget(),
  };
}

/** The place as its people know it, with one home that stands nowhere and numbers that ring nobody. */
function drillPlace(place: PlaceConfiguration): PlaceConfiguration {
  const { residents: _residents, server: _server, ...rest } = place;
  const [inbox] = place.inboxes ?? [];
  return {
    ...rest,
    id: `drill-${place.id}`,
    title: `${place.title}, practice run`,
    isSample: true,
    homes: [
      {
        id: 'drill',
        name: DRILL_HOME,
        kind: 'residential',
        roster: { kind: 'local' },
        practice: null,
        ...(inbox && { inbox: inbox.id }),
        address: 'nowhere: this is a practice run',
        phone: RINGS_NOBODY,
      },
    ],
    contacts: place.contacts.map((contact) => ({ ...contact, phone: RINGS_NOBODY })),
  };
}
