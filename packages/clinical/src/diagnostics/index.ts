export * from './log.ts';
export * from './report-caught.ts';
