export { displayOf, type WritingAbout, type Written } from './about.ts';
export { mirrorEdits, type TaskMove } from '../threads/task-mirror.ts';
export { writeAssessment } from './write-assessment.ts';
export * from './operations/index.ts';
export { formTitleIn, saidIn, type Said } from './said-in.ts';
