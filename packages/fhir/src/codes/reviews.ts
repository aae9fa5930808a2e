/**
 * SNOMED CT UK code for a structured medication review. Secondary source; check against the current UK
 * Edition before release.
 */
export const STRUCTURED_MEDICATION_REVIEW = '1239511000000100';
