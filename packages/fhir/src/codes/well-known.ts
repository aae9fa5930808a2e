import { RELATIONSHIP_WORDS } from './relationships.ts';
import { SNOMED } from './systems.ts';

interface Coded {
  readonly system?: string | undefined;
  readonly code?: string | undefined;
}

/**
 * Words of codes that R4's own value sets bind, by their system. Each is HL7's or SNOMED CT's name, or says the same in
 * plain words.
 */
const WORDS: typeof RELATIONSHIP_WORDS = [
  ...RELATIONSHIP_WORDS,
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
    // What a diagnosis is to an encounter.
    /\/diagnosis-role$/,
    new Map([
      ['AD', 'diagnosis on admission'],
      ['DD', 'diagnosis at discharge'],
      ['CC', 'chief complaint'],
      ['CM', 'comorbidity'],
      ['pre-op', 'diagnosis before the operation'],
      ['post-op', 'diagnosis after the operation'],
      ['billing', 'diagnosis for the bill'],
    ]),
  ],
  [
    // How well somebody speaks a language.
    /\/(?:v3-LanguageAbilityProficiency|v3\/LanguageAbilityProficiency)$/,
    new Map([
      ['E', 'excellent'],
      ['F', 'fair'],
      ['G', 'good'],
      ['P', 'poor'],
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
export function wellKnownWords({ system = '', code = '' }: Coded): string | null {
  return WORDS.find(([address]) => address.test(system))?.[1].get(code) ?? null;
}
