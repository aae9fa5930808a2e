import type { ToldContact } from '@ehch/clinical/care-plan';
import type { CopyPress } from '../care-plan-press.ts';

/** A copy that somebody is getting ready. Nothing is chosen beforehand. */
export interface PreparedCopy {
  /** `null`: nobody has said for whom. */
  readonly whom: 'resident' | { readonly contact: string } | null;
  /** The headings of what goes on it. */
  readonly parts: ReadonlySet<string>;
  /** The words at which somebody has looked, so that nothing is on it that must not be told; `null`: nobody has. */
  readonly lookedAt: string | null;
}

/** What a person has to compare before somebody else gets the copy. */
export interface CopyToCompare {
  /** `false`: the resident may object to more than was read. */
  readonly isRead: boolean;
  /** What this contact must not be told, and what the resident objects to sharing. */
  readonly mustNot: readonly string[];
  /** Everything that has to be looked at, as it reads now. */
  readonly words: string;
}

const NO_COPY: PreparedCopy = { whom: null, parts: new Set(), lookedAt: null };

/**
 * What stands in the way of a copy for this contact, in words; `null`: nothing. The words of a record cannot be checked by a
 * program.
 */
export function copyStop(
  copy: PreparedCopy,
  contact: ToldContact | null,
  { isRead, mustNot, words }: CopyToCompare,
): string | null {
  if (copy.whom === null) return 'Say for whom the copy is.';
  if (copy.whom === 'resident') return null;
  if (contact === null) return 'This contact is not in the record any more.';
  const { told } = contact;
  if (told === 'not-read') return 'What may be told could not be read, so no copy is made.';
  if (!isRead)
    return 'Not all of the plan could be read: the resident may object to sharing. No copy is made.';
  if (!told.some(({ fields }) => fields.may !== null))
    return 'Nobody has recorded what may be told. Ask the resident first, and record it.';
  if (copy.parts.size === 0) return 'Tick what goes on the copy.';
  // Guard: words that came since somebody looked were not looked at.
  return mustNot.length > 0 && copy.lookedAt !== words
    ? 'Look at what must not be told or shared, and tick that you have.'
    : null;
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
      return { ...before, parts, lookedAt: null };
    }
    case 'look-at-copy':
      return { ...before, lookedAt: action.words };
  }
}
