import type { Issue } from './validate.ts';

/** "The quantity 153 kg (UCUM#kg) is less than the allowed minimum of 15 kg (UCUM#kg)" */
const BELOW =
  /^The quantity (?<value>[\d.]+) (?<unit>\S+) .*is less than the allowed minimum of (?<least>[\d.]+) (?<same>\S+) /;

/** Errors of HAPI 8.8 that are not ours. Each has the reason for which it is let pass. */
const FAULTS: readonly { readonly why: string; readonly isMet: (diagnostics: string) => boolean }[] = [
  {
    why: 'minQuantity is compared the wrong way round: what is above the minimum is called less than it',
    isMet: (diagnostics) => {
      const { value, unit, least, same } = BELOW.exec(diagnostics)?.groups ?? {};
      // A value that is truly below the minimum stays an error of ours.
      return unit !== undefined && unit === same && Number(value) >= Number(least);
    },
  },
];

/** The reason why an error is not ours. `null`: it is. */
export function knownFault({ diagnostics = '' }: Pick<Issue, 'diagnostics'>): string | null {
  return FAULTS.find(({ isMet }) => isMet(diagnostics))?.why ?? null;
}
