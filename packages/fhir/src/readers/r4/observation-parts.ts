import { marksIn } from '../../score-marks.ts';
import { kindOf, kindsOf } from './map/observation-kind.ts';
import { VITAL_KINDS } from './map/vital-parts.ts';
import type { ObservationKind } from '../../codes/observation-codes.ts';
import type { Held } from './record.ts';

/** Kinds whose readers look into the components themselves. */
const TOLD_WITHIN: readonly (ObservationKind | null)[] = [
  ...VITAL_KINDS,
  'usualSpo2',
  'cpr',
  'swallowing',
  null,
];

/**
 * A panel that no section reads may hold what one does: a NEWS2 or a frailty level as a component of "Assessment". Each such
 * part is read like an observation of its own, with the status, the day and the people of its panel.
 */
export function withParts(held: Held<'Observation'>): readonly Held<'Observation'>[] {
  const { component = [], ...panel } = held.value;
  const isRead = kindsOf(panel.code).length > 0 || marksIn(held.raw) !== null;
  const parts = component.filter(({ code }) => !isRead && !TOLD_WITHIN.includes(kindOf(code)));
  const shared = Object.fromEntries(
    Object.entries(panel).filter(([name]) => !OWN.test(name)),
  ) as typeof panel;
  return [
    held,
    ...parts.map((part, at) => ({
      ...held,
      key: `${held.key}#part${at}`,
      value: { ...shared, ...part },
      partOf: held,
    })),
  ];
}

/** What is the panel's own, and none of its parts'. */
const OWN = /^(?:value|dataAbsentReason$|interpretation$|hasMember$|derivedFrom$|method$|bodySite$)/;
