import type { PlaceConfiguration } from '@ehch/clinical';
import { withGlance } from '@ehch/clinical/glance';
import type { PartialDate } from '@ehch/clinical/time';
import type { OpenedResident } from '../protocol.ts';
import type { ReadResident } from './reading.ts';

/** Who reads, as far as the glance is concerned. */
interface Reader {
  readonly since: PartialDate | null;
  readonly place: PlaceConfiguration | null;
}

/**
 * Makes the answer to one reader from a reading, which several share. The glance counts to the moment of the reading:
 * whoever asks twice within it gets the same answer, and draws nothing anew.
 */
export function openedFor({ seq, view, now, isLeading }: ReadResident, reader?: Reader): OpenedResident {
  return {
    seq,
    view: reader === undefined ? view : withGlance(view, { ...reader, now }),
    ...(isLeading && { isLeading }),
  };
}
