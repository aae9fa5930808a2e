export * from './device-status/index.ts';
export * from './escalation-button/index.ts';
export * from './frailty-scorer/index.ts';
export * from './provider/index.ts';
export * from './resident-summary/index.ts';
export * from './what-changed/index.ts';
