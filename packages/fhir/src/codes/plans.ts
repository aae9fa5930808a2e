/** SNOMED CT code for a care and support plan, as an NHS questionnaire uses it. Secondary source. */
export const CARE_AND_SUPPORT_PLAN = '713663002';
