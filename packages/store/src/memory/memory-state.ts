import { EhchError } from '@ehch/clinical';

/** What all parts of one store in memory share. */
export class MemoryState {
  epoch = 0;
  seq = 0;

  /** Every write of a leader passes here first (SPEC L1). */
  readonly fence = (epoch: number | null): void => {
    if (epoch !== null && epoch !== this.epoch) {
      throw new EhchError('overtaken', 'Another window has taken over. Stop, and queue for the lead again.');
    }
  };

  readonly changed = (): void => {
    this.seq++;
  };
}
