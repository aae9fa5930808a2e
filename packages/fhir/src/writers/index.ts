export type { WritingAbout, Written } from './about.ts';
export { writeAssessment } from './write-assessment.ts';
