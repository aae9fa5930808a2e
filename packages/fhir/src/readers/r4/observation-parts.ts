import { marksIn } from '../../score-marks.ts';
import { tellsOfFall } from './map/fall-words.ts';
import { asksForLimit, LAST_DAYS, placeKind, tellsOfLimit } from './map/limits-words.ts';
import { kindOf, kindsOf } from './map/kind-of-code.ts';
import { VITAL_KINDS } from './map/vital-parts.ts';
import { namesOf, type ConceptLike } from '../../coding.ts';
import type { ObservationKind } from '../../codes/observation-codes.ts';
import type { Held } from './record.ts';

/** Kinds whose readers look into the components themselves. */
const TOLD_WITHIN: readonly ObservationKind[] = [...VITAL_KINDS, 'usualSpo2', 'cpr', 'swallowing'];

/**
 * A panel that no section reads may hold what one does: a NEWS2 or a frailty level as a component of "Assessment". Each such
 * part is read like an observation of its own, with the status, the day and the people of its panel.
 */
export function withParts(held: Held<'Observation'>): readonly Held<'Observation'>[] {
  const { component = [], ...panel } = held.value;
  // A plan that is told as a whole tells its parts.
  const isLimit = namesOf(panel.code).some(tellsOfLimit);
  const isRead = kindsOf(panel.code).length > 0 || marksIn(held.raw) !== null;
  const parts = component.filter(({ code }) => !isRead && isTold(code, isLimit));
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

function isTold(code: ConceptLike, isWithinLimit: boolean): boolean {
  const kind = kindOf(code);
  if (kind !== null) return !TOLD_WITHIN.includes(kind);
  const names = isWithinLimit ? [] : namesOf(code);
  return names.some(
    (name) =>
      placeKind(name) !== null ||
      LAST_DAYS.test(name) ||
      tellsOfLimit(name) ||
      asksForLimit(name) ||
      tellsOfFall(name),
  );
}

/** What is the panel's own, and none of its parts'. */
const OWN = /^(?:value|dataAbsentReason$|interpretation$|hasMember$|derivedFrom$|method$|bodySite$)/;
