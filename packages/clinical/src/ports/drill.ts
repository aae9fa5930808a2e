import type { PlaceConfiguration } from '../place/place.ts';
import type { ResidentId } from '../resident/identity.ts';
import type { Clock } from '../time/types.ts';
import type { CareActions } from './care-actions.ts';
import type { ResidentSource } from './resident-source.ts';

/** An invented resident to practise with. */
export interface DrilledResident {
  readonly id: ResidentId;
  /** What there is to practise: "In the last days of life". */
  readonly title: string;
}

/**
 * Everything that the screens of a drill are drawn from. Its ports end in it: nothing is sent, rung or kept elsewhere.
 */
export interface Drill {
  readonly source: ResidentSource;
  readonly actions: CareActions;
  readonly place: PlaceConfiguration;
  readonly clock: Clock;
  /** Nobody else is shown in a drill. */
  readonly residents: readonly [DrilledResident, ...DrilledResident[]];
}
