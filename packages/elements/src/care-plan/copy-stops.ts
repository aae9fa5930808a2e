import type { ToldContact } from '@ehch/clinical/care-plan';
import type { CopyPress } from './care-plan-press.ts';

/** A copy that somebody is getting ready. Nothing is chosen beforehand. */
export interface PreparedCopy {
  /** `null`: nobody has said for whom. */
  readonly whom: 'resident' | { readonly contact: string } | null;
  /** The headings of what goes on it. */
  readonly parts: ReadonlySet<string>;
  /** Somebody has looked that nothing is on it that this contact must not be told. */
  readonly isLookedAt: boolean;
}

const NO_COPY: PreparedCopy = { whom: null, parts: new Set(), isLookedAt: false };

/** What stands in the way of a copy for this contact, in words; `null`: nothing. The words of a record cannot be checked by a program. */
export function copyStop(copy: PreparedCopy, contact: ToldContact | null): string | null {
  if (copy.whom === null) return 'Say for whom the copy is.';
  if (copy.whom === 'resident') return null;
  if (contact === null) return 'This contact is not in the record any more.';
  const { told } = contact;
  if (told === 'not-read') return 'What may be told could not be read, so no copy is made.';
  if (!told.some(({ fields }) => fields.may !== null))
    return 'Nobody has recorded what may be told. Ask the resident first, and record it.';
  if (copy.parts.size === 0) return 'Tick what goes on the copy.';
  const isSecret = told.some(({ fields }) => fields.mustNot !== null);
  return isSecret && !copy.isLookedAt ? 'Look at what must not be told, and tick that you have.' : null;
}

/** The copy after a press; `null`: no copy is made. For somebody else everything is chosen anew. */
export function copyAfter(copy: PreparedCopy | null, action: CopyPress): PreparedCopy | null {
  const before = copy ?? NO_COPY;
  switch (action.kind) {
    case 'open-copy':
      return action.isOpen ? NO_COPY : null;
    case 'copy-for':
      return { ...NO_COPY, whom: action.whom };
    case 'tick-copy': {
      const parts = new Set(before.parts);
      if (action.isTicked) parts.add(action.part);
      else parts.delete(action.part);
      // What was looked at was another copy.
      return { ...before, parts, isLookedAt: false };
    }
    case 'look-at-copy':
      return { ...before, isLookedAt: action.isTicked };
  }
}
