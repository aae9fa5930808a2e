/**
 * From which total a mood scale suggests a fuller look: GDS-15 from 5; GDS-4 from 1, the sensitive one of D’Ath's two cuts
 * [P]; PHQ-2 from 3 (Kroenke 2003); Cornell above 10 (Alexopoulos 1988).
 */
export const MOOD_CUTS = { gds15: 5, gds4: 1, phq2: 3, cornell: 11 } as const;
