import { toSide, type ToSide } from '../messages/side-state.ts';

/** Reads a message from the vault. `null`: it has an unexpected shape, so the panel shows nothing of any record. */
export function readFromVault(message: unknown): ToSide | null {
  const read = toSide.safeParse(message);
  return read.success ? read.data : null;
}
