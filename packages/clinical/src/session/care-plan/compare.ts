import { planKind } from '../../care-plan/kinds.ts';
import type { PlanLineKind, PlanText } from '../../care-plan/line.ts';
import { tidyFields } from '../../care-plan/tidy-field.ts';
import { WHOLE, type OpenLine } from './session.ts';

/** One field of an open line, as a person sees both versions of it. */
export interface ComparedField {
  readonly name: string;
  readonly mine: string | null;
  /** `null` also where nobody else has said anything: `changed` tells them apart. */
  readonly theirs: string | null;
  readonly changed: 'nobody' | 'mine' | 'theirs' | 'same' | 'both';
  readonly choice: 'mine' | 'theirs' | null;
}

/** Every field of an open line with what was changed here and elsewhere. */
export function comparedFields({ kind, base, mine, theirs, choices }: OpenLine): readonly ComparedField[] {
  const typed = tidyFields(kind, mine);
  return Object.keys(planKind(kind).fields).map((name) => {
    const [was, here, there] = [base, typed, theirs ?? base].map((fields) => fields[name] ?? null);
    const isMine = here !== was;
    const isTheirs = there !== was;
    const changed = !isMine
      ? isTheirs
        ? 'theirs'
        : 'nobody'
      : !isTheirs
        ? 'mine'
        : here === there
          ? 'same'
          : 'both';
    return { name, mine: here ?? null, theirs: there ?? null, changed, choice: choices[name] ?? null };
  });
}

/** What a person still has to choose: fields that both changed, or the whole of a decision. */
export function disputed(open: OpenLine): readonly string[] {
  const fields = comparedFields(open);
  if (planKind(open.kind).decided === null)
    return fields
      .filter(({ changed, choice }) => changed === 'both' && choice === null)
      .map(({ name }) => name);
  // Half of one decision and half of another is a decision that nobody made, also where both changed a part of it alike.
  const isOf = (...some: readonly ComparedField['changed'][]) =>
    fields.some(({ changed }) => some.includes(changed));
  const isBoth =
    isOf('mine', 'both', 'same') && isOf('theirs', 'both', 'same') && isOf('mine', 'theirs', 'both');
  return isBoth && open.choices[WHOLE] === undefined ? [WHOLE] : [];
}

/** The fields as they would be saved. A field that both changed and nobody has chosen is as it was typed here. */
export function merged(open: OpenLine): PlanText {
  const fields = comparedFields(open);
  const isDecision = planKind(open.kind).decided !== null;
  if (isDecision) return wholeOf(open, fields);
  return Object.fromEntries(
    fields.map(({ name, mine, theirs, changed, choice }) => [
      name,
      changed === 'theirs' || (changed === 'both' && choice === 'theirs') ? theirs : mine,
    ]),
  );
}

function wholeOf(open: OpenLine, fields: readonly ComparedField[]): PlanText {
  const isUntouched = fields.every(({ changed }) => changed === 'nobody' || changed === 'theirs');
  const takesTheirs = open.theirs !== null && (isUntouched || open.choices[WHOLE] === 'theirs');
  return Object.fromEntries(fields.map(({ name, mine, theirs }) => [name, takesTheirs ? theirs : mine]));
}

export function sameFields(kind: PlanLineKind, one: PlanText, other: PlanText): boolean {
  return Object.keys(planKind(kind).fields).every((name) => (one[name] ?? null) === (other[name] ?? null));
}
