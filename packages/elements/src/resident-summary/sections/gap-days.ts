// Where a line of readings breaks: nobody knows what lay between two that are further apart.

/** [P] Homes take a set at least monthly when all is well. */
export const NEWS2_GAP_DAYS = 35;

/** [P] Homes weigh monthly; one that was missed leaves a gap of two. */
export const WEIGHT_GAP_DAYS = 65;
