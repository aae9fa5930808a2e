import type { Instrument, InstrumentSource } from './instrument.ts';
import { FOR_DEMONSTRATION, isConfirmed } from './permission.ts';

/** What is said of whose an instrument is. */
export type OwnedInstrument = Pick<Instrument, 'source' | 'permission'>;

/**
 * What goes with an instrument wherever it is shown, printed or written: the owner's words, who published it and where,
 * its terms, and whether its owner has agreed.
 */
export function noticesOfInstrument({ source, permission }: OwnedInstrument): readonly string[] {
  const { notice, citation, licence } = source;
  const address = sourceAddress(source);
  return [
    ...(notice === undefined ? [] : [notice]),
    address === null ? citation : `${citation} ${address}`,
    licence,
    ...(isConfirmed(permission) ? [] : [FOR_DEMONSTRATION]),
  ];
}

/** Where the source can be read: the owner's own page, else the publication. `null`: none was confirmed. */
export function sourceAddress({ url, doi }: InstrumentSource): string | null {
  return url ?? (doi === undefined ? null : `https://doi.org/${encodeURI(doi)}`);
}
