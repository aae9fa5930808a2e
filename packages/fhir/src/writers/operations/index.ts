export { auditOperation, type AuditedAct, type AuditedKind } from './audit-event.ts';
export type * from './operation.ts';
export { mirroredMove, taskMirror } from './task-mirror.ts';
export { writeIntent, type IntentWriting } from './write-intent.ts';
