import { conceptWords } from '../../../coding.ts';
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
  const text = name ?? words(reference.display);
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
    cautions.leave(element, words(reference.display) ?? elementText(description ?? code ?? name));
  }
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
    const said = problem ?? words(reference.display);
    if (said === null) cautions.leave('addresses');
    return said ?? [];
  });
  return named.length === 0 ? [] : [`for ${[...new Set(named)].join(', ')}`];
}
