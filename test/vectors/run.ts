import { compare } from './compare.ts';
import { LEFT_OUT } from './left-out.ts';
import type { RuleSet } from './rule-sets.ts';
import type { Vector, VectorSet } from './vector-file.ts';

export interface SetOutcome {
  readonly name: string;
  readonly state: 'passed' | 'failed' | 'not-implemented' | 'left-out';
  readonly total: number;
  /** One line for each failed vector. */
  readonly failures: readonly { readonly id: string; readonly differences: readonly string[] }[];
}

/** Runs one set of a file. A set without a vector fails, because it would compare nothing. */
export function runSet(set: VectorSet, ruleSets: ReadonlyMap<string, RuleSet>): SetOutcome {
  const rule = ruleSets.get(set.name);
  if (rule === undefined) {
    const state = LEFT_OUT.has(set.name) ? 'left-out' : 'not-implemented';
    return { name: set.name, state, total: 0, failures: [] };
  }
  const subscore = ruleSets.get(`${set.name}/subscore`);
  const checks = [
    ...set.vectors.map((vector) => check(vector, vector.input, rule)),
    ...set.subscoreVectors.map((vector) =>
      check(vector, { param: vector.param, input: vector.input }, subscore),
    ),
  ];
  const failures = checks.filter(({ differences }) => differences.length > 0);
  if (checks.length === 0) failures.push({ id: '(none)', differences: ['the set holds no vectors'] });
  return { name: set.name, state: failures.length > 0 ? 'failed' : 'passed', total: checks.length, failures };
}

/** The line of a set: `news2: passed 85`, `efi: FAILED 1 of 6: efi-02`, `other: not implemented`. */
export function describeOutcome({ name, state, total, failures }: SetOutcome): string {
  if (state === 'not-implemented') return `${name}: not implemented`;
  if (state === 'left-out') return `${name}: left out, because ${LEFT_OUT.get(name)}`;
  if (state === 'passed') return `${name}: passed ${total}`;
  return `${name}: FAILED ${failures.length} of ${total}: ${failures.map(({ id }) => id).join(', ')}`;
}

function check(
  vector: Vector,
  input: unknown,
  rule: RuleSet | undefined,
): { id: string; differences: readonly string[] } {
  const { id, expected } = vector;
  if (rule === undefined) return { id, differences: ['nothing computes sub-scores of this set'] };
  let actual: unknown;
  try {
    actual = rule(input);
  } catch (error) {
    return { id, differences: [`threw ${error instanceof Error ? error.message : String(error)}`] };
  }
  const { compared, differences } = compare(expected, actual);
  return { id, differences: compared === 0 ? ['"expected" names nothing to compare'] : differences };
}
