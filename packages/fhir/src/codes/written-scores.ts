import { SCORE_NOTICES } from './score-notices.ts';

/**
 * Scores that this product writes under its own codes, by instrument. The engine asks for them, and "Other
 * scores" shows those without a section of their own.
 */
export const WRITTEN_SCORES: readonly string[] = [...Object.keys(SCORE_NOTICES), 'cga-frailty-index'];
