import type { FormGroup } from '../../../form/definition.ts';
import { findItem } from '../../find-item.ts';
import type { AssessmentFacts, DeficitRule } from '../../types.ts';

/** By question of a section: how much each answer counts. An answer that is not named is not known. */
type Graded = Readonly<Record<string, Readonly<Record<string, number>>>>;

/** Deficits by the answer to one question each, in the words of the question. */
export function graded(section: FormGroup, table: Graded): readonly DeficitRule[] {
  return Object.entries(table).map(([item, values]) => ({
    id: item,
    label: textOf(section, item),
    value(facts) {
      const answer = facts.answer(item);
      return typeof answer === 'string' && Object.hasOwn(values, answer) ? (values[answer] ?? null) : null;
    },
  }));
}

/** A deficit that is there or not; `null`: nobody knows. */
export function binaryDeficit(
  id: string,
  label: string,
  present: (facts: AssessmentFacts) => boolean | null,
): DeficitRule {
  return {
    id,
    label,
    value(facts) {
      const there = present(facts);
      return there === null ? null : Number(there);
    },
  };
}

/** Whether a finished score reaches a number; `null` without a total. */
export function scoreFrom(id: string, label: string, instrument: string, from: number): DeficitRule {
  return binaryDeficit(id, label, (facts) => {
    const total = facts.score(instrument)?.total ?? null;
    return total === null ? null : total >= from;
  });
}

export const YES = { no: 0, yes: 1 } as const;

function textOf({ items }: FormGroup, id: string): string {
  return findItem(items, (item) => item.id === id)?.text ?? id;
}
