import { conceptWords } from '../../../coding.ts';
import { listAt, textAt } from '../../../entry.ts';
import { words } from '../../../text.ts';
import { elementText } from '../elements/words.ts';
import type { Cautions } from '../cautions.ts';
import type { Reference } from '../datatypes.ts';
import type { ReadableType } from '../resources/index.ts';
import { isHeld, type Held, type PatientRecord } from '../record.ts';

/**
 * The name of another record: what it is coded as, else the words of the reference. A record without a name
 * goes to "more in the record".
 */
export function namedRecord(
  record: PatientRecord,
  held: Held,
  reference: Reference,
  element: string,
  cautions: Cautions,
): string | null {
  const target = record.resolve(reference, held);
  const name = isHeld(target, 'Observation', 'Condition') ? conceptWords(target.value.code, cautions) : null;
  const text = withStandingWithin(record, target, name) ?? words(reference.display);
  if (text === null) cautions.leave(element);
  return text;
}

/**
 * Leaves to "more in the record" referenced records that no section shows: a goal, a team, a problem. If the
 * record did not arrive, or is contained in this one, only this fact can mention it.
 */
export function leaveAbsent(
  record: PatientRecord,
  held: Held,
  references: readonly (Reference | undefined)[] | undefined,
  [element, type]: readonly [element: string, type: ReadableType],
  cautions: Cautions,
): void {
  for (const reference of references ?? []) {
    if (reference === undefined) continue;
    const target = record.resolve(reference, held);
    if (target?.type === type && record.all(type).some((shown) => shown === target)) continue;
    const { description, code, name } = target?.raw ?? {};
    const text = words(reference.display) ?? elementText(description ?? code ?? name);
    cautions.leave(element, withStandingWithin(record, target, text));
  }
}

/** States that everybody expects of a record that another one names. */
const USUAL = new Set(['active', 'accepted', 'completed', 'final', 'current', 'confirmed']);

/**
 * The words of a contained record with how it stands: "Walk (rejected)". No section lists such a record, so
 * nothing else says it. Of a problem that is on the list, only how certain it is: "Stroke (differential)".
 */
export function withStandingWithin(
  record: PatientRecord,
  target: Held | null,
  text: string | null,
): string | null {
  if (target === null || text === null) return text;
  const { lifecycleStatus, status, verificationStatus, clinicalStatus } = target.raw;
  const isListed = record.all(target.type).some((one) => one === target);
  const states = isListed
    ? [verificationStatus]
    : [lifecycleStatus, status, verificationStatus, clinicalStatus];
  const said = states.flatMap((state) => {
    const codes = listAt(state, 'coding').flatMap((coding) => textAt(coding, 'code') ?? []);
    return codes.length > 0 ? codes : (elementText(state) ?? []);
  });
  const unusual = said.filter((state) => !USUAL.has(state.toLowerCase()));
  return unusual.length === 0 ? text : `${text} (${unusual.join(', ')})`;
}

/** Leaves the goals and the team of a plan to "more in the record", where no section shows them. */
export function leaveOfPlan(record: PatientRecord, held: Held<'CarePlan'>, cautions: Cautions): void {
  leaveAbsent(record, held, held.value.goal, ['goal', 'Goal'], cautions);
  leaveAbsent(record, held, held.value.careTeam, ['care team', 'CareTeam'], cautions);
}

/** The problems that a plan is for. A problem without a name goes to "more in the record". */
export function addressedBy(
  record: PatientRecord,
  held: Held<'CarePlan'>,
  cautions: Cautions,
): readonly string[] {
  const named = (held.value.addresses ?? []).flatMap((reference) => {
    const target = record.resolve(reference, held);
    const problem = isHeld(target, 'Condition') ? conceptWords(target.value.code, cautions) : null;
    const said = withStandingWithin(record, target, problem) ?? words(reference.display);
    if (said === null) cautions.leave('addresses');
    return said ?? [];
  });
  return named.length === 0 ? [] : [`for ${[...new Set(named)].join(', ')}`];
}
