import type { CareActions, DeviceRecords, Drill, PlaceConfiguration, ResidentSource } from '@ehch/clinical';
import type { Clock } from '@ehch/clinical/time';
import { createContext } from '@lit/context';
import type { SignedHere } from './signed-here.ts';

// Global symbols, so that a component of one copy of the kit finds the provider of another copy on the page.
// The number goes up when the port behind it changes incompatibly.

/** Where residents come from. */
export const sourceContext = createContext<ResidentSource | null>(Symbol.for('ehch.source.1'));

/** Where what people do goes to. */
export const actionsContext = createContext<CareActions | null>(Symbol.for('ehch.actions.1'));

/** What this device holds and has not sent. */
export const deviceContext = createContext<DeviceRecords | null>(Symbol.for('ehch.device.1'));

/** What is particular to this place. */
export const placeContext = createContext<PlaceConfiguration | null>(Symbol.for('ehch.place.1'));

/** What time it is. */
export const clockContext = createContext<Clock | null>(Symbol.for('ehch.clock.1'));

/** The observations that were signed within this provider, in the order of the signing. */
export const signedContext = createContext<readonly SignedHere[]>(Symbol.for('ehch.signed.1'));

/** The drill whose residents alone may be shown here; `null`: this is no drill. */
export const drillContext = createContext<Drill | null>(Symbol.for('ehch.drill.1'));
