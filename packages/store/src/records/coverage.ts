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
export function withoutResident({ checkpoint, dropped }: Coverage, resident: ResidentId): Coverage {
  if (!checkpoint?.members.includes(resident)) return { checkpoint, dropped };
  const members = checkpoint.members.filter((each) => each !== resident);
  return { checkpoint: { ...checkpoint, members }, dropped: [...new Set([...dropped, resident])] };
}

/** All copies went. */
export function withoutAll({ checkpoint, dropped }: Coverage): Coverage {
  return { checkpoint: null, dropped: [...new Set([...dropped, ...(checkpoint?.members ?? [])])] };
}

/**
 * The coverage after a step. Who was dropped is a member again only once a reader has seen the checkpoint without them.
 *
 * @param seen who was dropped when this window last read the checkpoint
 */
export function coveredBy(next: Checkpoint, before: Coverage, seen: ReadonlySet<ResidentId>): Coverage {
  const dropped = before.dropped.filter((each) => !seen.has(each));
  return {
    checkpoint: { ...next, members: next.members.filter((each) => !dropped.includes(each)) },
    dropped,
  };
}
