import type { ThreadAnswer } from '@ehch/clinical/thread';

/**
 * The further actions of an answer with who does them. They are words beside it: they raise nothing, and no list has them. A name
 * alone would read as if that person knew.
 */
export function furtherWords(further: ThreadAnswer['further']): readonly string[] {
  return further.map(
    ({ what, owner }) => `${what}: ${owner ?? 'nobody named'} (text only: nobody is told by this)`,
  );
}
