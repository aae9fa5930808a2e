/** What a SNOMED CT identifier says about itself. */
export interface SnomedIdCheck {
  readonly checkDigit: boolean;
  /** The kind by the partition digits. `null` if the check digit fails or the partition is none of these. */
  readonly kind: 'concept' | 'description' | 'relationship' | null;
}

// Verhoeff's check digit, as SNOMED International uses it: the dihedral group D5, and the permutation with its powers.
const MULTIPLY = [
  '0123456789',
  '1234067895',
  '2340178956',
  '3401289567',
  '4012395678',
  '5987604321',
  '6598710432',
  '7659821043',
  '8765932104',
  '9876543210',
] as const;
const PERMUTE = [
  '0123456789',
  '1576283094',
  '5803796142',
  '8916043527',
  '9453126870',
  '4286573901',
  '2793806415',
  '7046913258',
] as const;

/** By the two digits before the last: 0 begins those of a core identifier, 1 those of an extension's. */
const KINDS: ReadonlyMap<string, SnomedIdCheck['kind']> = new Map([
  ['00', 'concept'],
  ['10', 'concept'],
  ['01', 'description'],
  ['11', 'description'],
  ['02', 'relationship'],
  ['12', 'relationship'],
]);

/**
 * Checks the form of a SNOMED CT identifier: 6 to 18 digits, Verhoeff check digit, partition. It does not prove that
 * the identifier exists, is active, or means what its user thinks. A description identifier is never a concept.
 */
export function checkSnomedId(id: string): SnomedIdCheck {
  if (!/^[1-9]\d{5,17}$/.test(id) || !passesVerhoeff(id)) return { checkDigit: false, kind: null };
  return { checkDigit: true, kind: KINDS.get(id.slice(-3, -1)) ?? null };
}

function passesVerhoeff(id: string): boolean {
  let check = 0;
  for (let place = 0; place < id.length; place += 1) {
    const digit = Number(id.at(-1 - place));
    check = Number(MULTIPLY[check]?.[Number(PERMUTE[place % 8]?.[digit])]);
  }
  return check === 0;
}
