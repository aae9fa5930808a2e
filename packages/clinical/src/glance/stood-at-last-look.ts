import type { Recorded } from '../recorded.ts';
import { comparePartialDates, isSurelyOlder } from '../time/partial-date.ts';
import type { PartialDate } from '../time/types.ts';
import type { GlanceQuestion } from './glance-question.ts';
import { isSince } from './since.ts';
import { hasHappened } from './when-it-was.ts';

type Measured = Recorded & { readonly version: string | null };

/** A measure that is new since the last look, and the measure that the reader saw then, whatever lies between. */
export interface NewMeasure<T> {
  readonly latest: T & { readonly on: PartialDate };
  readonly before: T;
}

/**
 * Finds the newest measure and the one before it, of the same version only. `null` if the newest is not new, has
 * nothing before it, or is not surely the newest: of two on one day nobody knows which came last.
 */
export function newMeasure<T extends Measured>(
  all: readonly T[],
  { since, now }: Pick<GlanceQuestion, 'since' | 'now'>,
): NewMeasure<T> | null {
  const isNew = ({ on }: T) => on !== null && isSince(on, since);
  const [latest, ...others] = all
    .filter(({ on }) => on !== null && hasHappened(on, now))
    .toSorted((a, b) => comparePartialDates(a.on, b.on));
  if (latest === undefined || !isDated(latest) || !isNew(latest)) return null;
  const earlier = others.filter(({ version }) => version === latest.version);
  if (!earlier.every(({ on }) => isSurelyOlder(on, latest.on))) return null;
  const before = earlier.find((one) => !isNew(one)) ?? earlier.at(-1);
  return before === undefined ? null : { latest, before };
}

function isDated<T extends Measured>(one: T): one is T & { readonly on: PartialDate } {
  return one.on !== null;
}
