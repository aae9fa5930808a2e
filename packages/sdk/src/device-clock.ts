import type { Clock } from '@ehch/clinical/time';

/** The device's clock, for a page that gives no clinical clock of its own. */
export const deviceClock: Clock = () => new Date().toISOString();
