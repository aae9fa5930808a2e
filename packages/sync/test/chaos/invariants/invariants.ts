import { atomicity, singleWriter } from './atomicity.ts';
import { authorsSession } from './authors-session.ts';
import { byteFidelity } from './byte-fidelity.ts';
import { convergence } from './convergence.ts';
import { exactlyOnce } from './exactly-once.ts';
import { noSilentOverwrite } from './no-silent-overwrite.ts';
import { nothingLeftOut, nothingStuck } from './nothing-left-out.ts';
import { seenValues } from './seen-values.ts';
import type { Broken, Invariant, Observed } from './observed.ts';

/** The registry of what always holds (SPEC I). I6 is proved on the disk of a real browser. */
const INVARIANTS: readonly Invariant[] = [
  exactlyOnce,
  nothingLeftOut,
  noSilentOverwrite,
  convergence,
  atomicity,
  singleWriter,
  byteFidelity,
  authorsSession,
  seenValues,
  nothingStuck,
];

/** Everything that must not be and is, once all is quiet. */
export function brokenInvariants(observed: Observed): readonly Broken[] {
  return INVARIANTS.flatMap((invariant) => invariant(observed));
}
