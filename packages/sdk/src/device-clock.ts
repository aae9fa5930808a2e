import type { Clock } from '@ehch/clinical/time';

/** The present moment as this device has it: where a page gives no clinical clock of its own. */
export const deviceClock: Clock = () => new Date().toISOString();
