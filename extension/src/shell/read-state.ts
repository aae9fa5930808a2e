import { toSide } from '../messages/side-state.ts';
import type { PanelState } from './panel-state.ts';

/** Reads a message from the vault. A message of an unexpected shape shows nothing of any record. */
export function readState(message: unknown): PanelState {
  const read = toSide.safeParse(message);
  return read.success ? read.data.state : { kind: 'not-understood' };
}
