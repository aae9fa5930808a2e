export * from './incident-report.ts';
export * from './kit-version.ts';
export * from './live-use.ts';
