import { relationshipInWords } from './relationships.ts';
import { SNOMED } from './systems.ts';

interface Coded {
  readonly system?: string | undefined;
  readonly code?: string | undefined;
}

/** Words of codes that R4's own value sets bind, by their system. Each is HL7's or SNOMED CT's name, or short for it. */
const WORDS: readonly (readonly [system: RegExp, words: ReadonlyMap<string, string>])[] = [
  [
    // Encounter class.
    /\/(?:v3-ActCode|v3\/ActCode)$/,
    new Map([
      ['AMB', 'ambulatory'],
      ['EMER', 'emergency'],
      ['FLD', 'field'],
      ['HH', 'home health'],
      ['IMP', 'inpatient'],
      ['ACUTE', 'inpatient acute'],
      ['NONAC', 'inpatient non-acute'],
      ['OBSENC', 'observation encounter'],
      ['PRENC', 'pre-admission'],
      ['SS', 'short stay'],
      ['VR', 'virtual'],
    ]),
  ],
  [
    // Why a vaccine was not given, or a medicine not exchanged.
    /\/(?:v3-ActReason|v3\/ActReason)$/,
    new Map([
      ['PATOBJ', 'patient objection'],
      ['IMMUNE', 'immunity'],
      ['MEDPREC', 'medical precaution'],
      ['OSTOCK', 'product out of stock'],
      ['OS', 'out of stock'],
      ['CT', 'continuing therapy'],
      ['FP', 'formulary policy'],
      ['RR', 'regulatory requirement'],
    ]),
  ],
  [
    // Condition severity.
    new RegExp(`^${SNOMED}$`),
    new Map([
      ['24484000', 'severe'],
      ['6736007', 'moderate'],
      ['255604002', 'mild'],
    ]),
  ],
];

/** What everybody who reads R4 knows a code to mean, where it came without words. `null`: it is none of these. */
export function wellKnownWords(coded: Coded): string | null {
  const { system = '', code = '' } = coded;
  const found = WORDS.find(([address]) => address.test(system))?.[1].get(code);
  return found ?? relationshipInWords(coded);
}
