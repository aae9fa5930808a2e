export { displayOf, type WritingAbout, type Written } from './about.ts';
export { writeAssessment } from './write-assessment.ts';
