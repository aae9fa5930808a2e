import type { Invariant } from './observed.ts';

/** I5: a cursor never runs ahead of its data, and an acknowledgement exists only where its entry is gone. */
export const atomicity: Invariant = ({ clients }) =>
  clients.flatMap(({ name, entries, acknowledgements, checkpoints, held }) => {
    const both = entries.filter(({ intent }) => acknowledgements.some((each) => each.intent === intent));
    const ahead = checkpoints.filter(({ highWater, type }) => {
      const updates = [...held.values()].flatMap((versions) =>
        [...versions].flatMap(([key, { updated }]) => (key.startsWith(`${type}/`) ? [updated ?? ''] : [])),
      );
      return highWater !== null && !updates.some((updated) => Date.parse(updated) >= Date.parse(highWater));
    });
    return [
      ...both.map(
        ({ intent }) => ({ invariant: 'I5', what: `${intent} waits at ${name}, and is accepted` }) as const,
      ),
      ...ahead.map(
        ({ type }) => ({ invariant: 'I5', what: `the cursor of ${type} at ${name} has no row` }) as const,
      ),
    ];
  });

/** I7: no leader that was overtaken writes. */
export const singleWriter: Invariant = ({ clients }) =>
  clients.flatMap(({ overtakenWrites }) =>
    overtakenWrites.map((what) => ({ invariant: 'I7', what }) as const),
  );
