import { BAD_INPUT_FAULTS } from './bad-input.ts';
import type { Fault } from './fault.ts';
import { NETWORK_FAULTS } from './network.ts';
import { status } from './status.ts';

/** The registry of faults, by the name that `X-Fault` and `setFaults` use. */
export const FAULTS: Readonly<Record<string, Fault>> = {
  status,
  ...NETWORK_FAULTS,
  ...BAD_INPUT_FAULTS,
};
