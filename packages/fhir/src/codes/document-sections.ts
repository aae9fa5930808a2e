import type { SectionName } from '@ehch/clinical';

/**
 * LOINC codes of document sections, with the sections of the view that they belong to. Source: the section
 * codes of the International Patient Summary (HL7 IPS 1.1, Composition-uv-ips).
 */
export const DOCUMENT_SECTIONS: ReadonlyMap<string, readonly SectionName[]> = new Map([
  ['48765-2', ['allergies']],
  ['10160-0', ['medicines']],
  ['11450-4', ['problems']],
  ['11348-0', ['problems']],
  ['42348-3', ['limits']],
  ['11369-6', ['events']],
  ['8716-3', ['news2', 'weight']],
  ['47420-5', ['function']],
  ['18776-5', ['plan']],
]);

/** [P] Words in the title of a document section, for sections without a known code. */
export const DOCUMENT_TITLES: readonly (readonly [pattern: RegExp, sections: readonly SectionName[]])[] = [
  [/allerg|adverse reaction/i, ['allergies']],
  [/medic(ation|ine)|drug|prescri/i, ['medicines']],
  [/problem|diagnos|condition|history/i, ['problems']],
  [/resuscitat|cpr|respect|advance|treatment escalation|end of life|legal/i, ['limits']],
  [/immunis|immuniz|vaccin|encounter|admission|discharge/i, ['events']],
  [/observation|vital|examination/i, ['news2', 'weight']],
  [/function|mobility|activities of daily/i, ['function']],
  [/frailty/i, ['frailty']],
  [/alert|safety|risk|safeguarding/i, ['alerts']],
  [/about me|preferences|what matters/i, ['aboutMe']],
  [/plan|goal|action/i, ['plan']],
  [/contact|carer|famil/i, ['people']],
];
