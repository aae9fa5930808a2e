/** SNOMED CT code for a care and support plan, as an NHS questionnaire uses it. Secondary source. */
export const CARE_AND_SUPPORT_PLAN = '713663002';

/** The category of a frame of ours, in words. */
export const FRAME_CATEGORY = 'Personalised care and support plan';
