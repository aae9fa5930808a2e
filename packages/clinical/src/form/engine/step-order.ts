import type { Step } from './compile.ts';

/**
 * The steps with what each needs before it. Steps that need each other are marked, stand together, and no longer wait for
 * one another: that is decided once, so that no form can make the engine run in a circle.
 */
export function stepsInOrder(steps: readonly Step[]): readonly Step[] {
  const needs = new Map(steps.map((step): [Step, readonly Step[]] => [step, neededBy(step)]));
  const wantedBy = new Map(steps.map((step): [Step, Step[]] => [step, []]));
  for (const [step, needed] of needs) for (const each of needed) wantedBy.get(each)?.push(step);
  const before = peel(steps, needs, wantedBy);
  const rest = without(steps, before);
  const circular = without(rest, peel(rest, wantedBy, needs));
  for (const step of circular) step.circular = true;
  const after = peel(without(rest, circular), needs, wantedBy);
  const order = [...before, ...circular, ...after];
  for (const [rank, step] of order.entries()) step.rank = rank;
  return order;
}

function neededBy({ does, node, reads }: Step): readonly Step[] {
  const own = does === 'total' ? node.show : node.parent?.show;
  const sources = [...reads.keys()].flatMap(({ show, total }) => (total === null ? [show] : [show, total]));
  return own === undefined ? sources : [own, ...sources];
}

/** Those of `steps` that wait for nothing among them, and then those that waited for these alone. */
function peel(
  steps: readonly Step[],
  waitFor: ReadonlyMap<Step, readonly Step[]>,
  release: ReadonlyMap<Step, readonly Step[]>,
): readonly Step[] {
  const within = new Set(steps);
  const waits = new Map(
    steps.map((step) => [step, (waitFor.get(step) ?? []).filter((s) => within.has(s)).length]),
  );
  const order = steps.filter((step) => waits.get(step) === 0);
  for (const step of order) {
    for (const next of release.get(step) ?? []) {
      const left = (waits.get(next) ?? 0) - 1;
      waits.set(next, left);
      if (left === 0) order.push(next);
    }
  }
  return order;
}

function without(steps: readonly Step[], taken: readonly Step[]): readonly Step[] {
  const out = new Set(taken);
  return steps.filter((step) => !out.has(step));
}
