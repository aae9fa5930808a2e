import { toSide } from '../messages/side-state.ts';
import type { PanelState } from './panel-state.ts';

/** Reads what came from the vault. A message that is anything else than expected shows nothing. */
export function readState(message: unknown): PanelState {
  const read = toSide.safeParse(message);
  return read.success ? read.data.state : { kind: 'not-understood' };
}
