/**
 * [P] Words by which an author says that nobody knows, nobody asked, or that it stands elsewhere. Each may have a
 * reason: "unable to obtain - confused".
 */
const HEADS = new RegExp(
  [
    String.raw`\b(?:unknown|unavailable|unsure|tbc|nk|n/k)\b`,
    String.raw`\bnot (?:been |yet |fully |currently )*(?:known|sure|checked|asked|recorded|documented|stated|listed|available|assessed|obtained|obtainable|established|confirmed|verified|reviewed|ascertained|provided|given|disclosed|clear)\b`,
    String.raw`\b(?:unable|not able) to (?:obtain|assess|ascertain|confirm|say|tell|recall|remember|state|check|establish|verify|give|communicate|answer|provide)\b`,
    String.raw`\b(?:cannot|can not|cant|could not|couldnt) (?:be )?(?:recall|say|tell|remember|confirm|confirmed|obtain|obtained|ascertain|ascertained|verify|verified|establish|established|state)\b`,
    String.raw`\b(?:does not|doesnt|do not|dont|did not|didnt) (?:know|remember|recall|say)\b`,
    String.raw`\b(?:awaiting|awaited|await|to be (?:confirmed|checked|clarified|obtained|verified|established|advised)|to (?:check|confirm|clarify|verify))\b`,
    String.raw`\bno (?:record|info|information|details?|data|documentation)\b(?: (?:of|about|on|for|re)\b(?: (?:any|known|drug|food))*(?: (?:allerg\w+|adverse (?:drug )?reactions?|intolerances?))?)?`,
    // A note of the record itself may name it.
    String.raw`\b(?:see|refer to|as per|please see)\b(?! (?:the )?(?:notes?|comments?|text|below|above)\b)`,
  ].join('|'),
  'g',
);

/** [P] Words that may stand beside these, because they name nothing that somebody could be allergic to, or take. */
const BESIDE = new Set(
  [
    'a an the and or of at as by in on for with due because since until but too so re is was are be been they|she|he|it|this|their|her|his',
    'allergy allergies status history',
    'medication medications medicine medicines meds current list lists regular repeat',
    'patient pt resident person client family nok next kin daughter son husband wife carer carers staff relative relatives',
    'gp gps practice surgery pharmacy pharmacist hospital ward ambulance home previous',
    'record records summary scr notes note letter letters chart charts mar mars emar list attached attachment paperwork documents document discharge tto ttos transfer handover care plan file folder system below above separate full multiple',
    'confused confusion dementia delirium unconscious unresponsive drowsy asleep sleepy unwell agitated distressed aphasic aphasia nonverbal verbal cognitive cognition impairment impaired capacity lacks lack poor historian memory language barrier deaf hard hearing communication difficulties',
    'time present moment today yet currently now admission assessment arrival review reply response still being further any all check checked confirm contact contacted asked',
  ].flatMap((line) => line.split(/[ |]/)),
);

/** "Allergies?" asks what there is. "Drug reaction?" asks what one was. */
const ASKED = /^\W*(?:(?:any|known|current|drug) )*(?:allergy|allergies|medications?|medicines?|meds)\W*$/;

/**
 * Whether the whole of a text says that nobody knows, whatever the reason. A text with one word more may name what
 * somebody is allergic to: "unknown - daughter says penicillin". "Allergic to" and "details" are such words: "drug allergy,
 * details not known" is an allergy.
 */
export function saysUnknown(text: string): boolean {
  const plain = text
    .toLowerCase()
    .replaceAll(/['’]/g, '')
    .replaceAll(/\b(?:drug|food|medication) (?=allerg)/g, '');
  const rest = plain.replaceAll(HEADS, ' ');
  if (rest === plain) return plain.includes('?') && ASKED.test(plain);
  return (rest.match(/[\p{L}\p{N}]+/gu) ?? []).every((word) => BESIDE.has(word));
}
