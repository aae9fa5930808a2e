import type { Instrument, InstrumentSource } from './instrument.ts';
import { FOR_DEMONSTRATION, isConfirmed } from './permission.ts';

/** The part of an instrument that says who owns it. */
export type OwnedInstrument = Pick<Instrument, 'source' | 'permission'>;

/**
 * The notices that go with an instrument wherever it is shown, printed or written: the owner's words, the
 * publication, the terms, and whether the owner has agreed.
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

/** The address of the source: the owner's own page, or else the publication. `null` if none was confirmed. */
export function sourceAddress({ url, doi }: InstrumentSource): string | null {
  return url ?? (doi === undefined ? null : `https://doi.org/${encodeURI(doi)}`);
}
