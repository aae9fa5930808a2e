/**
 * Work that gives way. Each `yield` is a place at which whoever runs it may let others go first. It carries nothing,
 * and what comes out does not depend on where the work gave way.
 */
export type Steps<T> = Generator<void, T, void>;

/** What there is already, as work that gives way once. */
export function* inOneStep<T>(made: T): Steps<T> {
  yield;
  return made;
}

/** Items between two places to give way. The dearest item of a record takes about a tenth of a millisecond. */
const ITEMS = 100;

/** Runs the work to its end at once, for whoever waits for nothing else. */
export function atOnce<T>(steps: Steps<T>): T {
  let step = steps.next();
  while (step.done !== true) step = steps.next();
  return step.value;
}

/** What each item makes, in order, as `flatMap` does it. */
export function* flatMapInSteps<T, R>(
  items: Iterable<T>,
  make: (item: T, place: number) => readonly R[],
): Steps<R[]> {
  const made: R[] = [];
  let place = 0;
  for (const item of items) {
    for (const one of make(item, place)) made.push(one);
    place += 1;
    if (place % ITEMS === 0) yield;
  }
  return made;
}

/** Does something with each item, in order. */
export function* eachInSteps<T>(items: Iterable<T>, run: (item: T) => void): Steps<void> {
  yield* flatMapInSteps(items, (item) => {
    run(item);
    return [];
  });
}
