import type { ResidentId } from '@ehch/clinical';
import type { Checkpoint } from './record-store.ts';

/**
 * A checkpoint, and whose copies went since it was written: to make room, damaged, or purged. A step that was prepared
 * before that still names them as members. If it were believed, the next pull would ask for their changes alone, and half
 * a record would be taken for the whole.
 */
export interface Coverage {
  /** `null`: all copies went. */
  readonly checkpoint: Checkpoint | null;
  readonly dropped: readonly ResidentId[];
}

export const NO_COVERAGE: Coverage = { checkpoint: null, dropped: [] };

/** The copies of one resident went, so that they are loaded whole again. */
export function withoutResident(held: Coverage, resident: ResidentId): Coverage {
  const { checkpoint, dropped } = held;
  if (!checkpoint || !named(checkpoint).includes(resident)) return held;
  return { checkpoint: without(checkpoint, [resident]), dropped: [...new Set([...dropped, resident])] };
}

/** All copies went. */
export function withoutAll({ checkpoint, dropped }: Coverage): Coverage {
  return { checkpoint: null, dropped: [...new Set([...dropped, ...(checkpoint ? named(checkpoint) : [])])] };
}

/**
 * The coverage after a step. Who was dropped is a member again only once a reader has seen the checkpoint without them.
 *
 * @param seen who was dropped when this window last read the checkpoint
 */
export function coveredBy(next: Checkpoint, before: Coverage, seen: ReadonlySet<ResidentId>): Coverage {
  const dropped = before.dropped.filter((each) => !seen.has(each));
  return { checkpoint: without(next, dropped), dropped };
}

/** Who is a member, or becomes one when a first load ends. */
const named = ({ members, run }: Checkpoint): readonly ResidentId[] => [...members, ...(run?.loading ?? [])];

function without(checkpoint: Checkpoint, gone: readonly ResidentId[]): Checkpoint {
  const stay = (residents: readonly ResidentId[]) => residents.filter((each) => !gone.includes(each));
  const { members, run } = checkpoint;
  return {
    ...checkpoint,
    members: stay(members),
    run: run?.loading ? { ...run, loading: stay(run.loading) } : run,
  };
}
