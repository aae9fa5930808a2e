/** What somebody does in a care home, as far as it decides which forms they use most. */
export type UserKind = 'carer' | 'nurse' | 'gp' | 'therapist' | 'other';

/**
 * [P] The five forms that each kind of user needs most, by id, the most frequent first. They stand before the search; all
 * other forms are found by their words. To be replaced by what a place counts.
 */
export const FREQUENT_FORMS: Readonly<Record<UserKind, readonly string[]>> = {
  carer: ['soft-signs', 'news2', 'bristol', 'must', 'abbey'],
  nurse: ['news2', 'cga', '4at', 'must', 'waterlow'],
  gp: ['cga', 'cfs', 'news2', '4at', 'cockcroft-gault'],
  therapist: ['barthel-20', 'tug', 'gait-speed', 'cfs', 'cga'],
  other: ['cga', 'cfs', 'news2', '4at', 'must'],
};

/** Words of a role, in the order in which they decide: a nurse associate is a nurse, a care home nurse no carer. */
const KINDS: readonly (readonly [UserKind, RegExp])[] = [
  ['nurse', /\bnurs(?:e|es|ing)\b(?! (?:assistant|aide))|\bmatron\b|\bsister\b|\bRGN\b|\bANP\b/i],
  ['therapist', /therap|\bOT\b|\bSALT\b|\bSLT\b|dieti[ct]ian|\bphysio/i],
  ['gp', /\bGP\b|general practitioner|\bdoctor\b|geriatrician|physician\b|\bDr\b/i],
  [
    'carer',
    /\bcarers?\b|\bcare (?:assistant|worker|support)|\bsupport worker\b|\bHCA\b|healthcare assistant|nursing assistant/i,
  ],
];

/** Which kind of user a role names, as the author of a form has it. A role that says nothing of it is `other`. */
export function userKindOf(role: string | null): UserKind {
  return KINDS.find(([, words]) => role !== null && words.test(role))?.[0] ?? 'other';
}
