import { marksIn } from '../../score-marks.ts';
import { tellsOfFall } from './map/fall-words.ts';
import { asksForLimit, LAST_DAYS, placeKind, tellsOfLimit } from './map/limits-words.ts';
import { kindOf, kindsOf } from './map/kind-of-code.ts';
import { VITAL_KINDS } from './map/vital-parts.ts';
import { namesOf, type ConceptLike } from '../../coding.ts';
import type { ObservationKind } from '../../codes/observation-codes.ts';
import type { Held } from './record.ts';

/** Kinds whose own maps read the components. */
const TOLD_WITHIN: readonly ObservationKind[] = [...VITAL_KINDS, 'usualSpo2', 'cpr', 'swallowing'];

/**
 * An observation, with those of its components that a section shows. A panel that no section reads may hold a
 * NEWS2 or a frailty level, as "Assessment" does. Such a component is read as an observation of its own, with
 * the status, date and people of the panel.
 */
export function withParts(held: Held<'Observation'>): readonly Held<'Observation'>[] {
  const { component = [], ...panel } = held.value;
  // A plan that is shown as a whole already shows its components.
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

/** Elements of the panel itself that do not apply to its components. */
const OWN = /^(?:value|dataAbsentReason$|interpretation$|hasMember$|derivedFrom$|method$|bodySite$)/;
