export { carriedGlance, glanceAfterLoss } from './carried-glance.ts';
export { type GlanceLine, type GlanceShape, type Urgency } from './glance-line.ts';
export { type GlanceTold } from './glance-told.ts';
export { mayTell } from './may-tell.ts';
export { GLANCE_LINES, placeLines, type Glance } from './place-lines.ts';
export { type Since } from './since.ts';
export { tellGlance, type GlanceInput } from './tell-glance.ts';
export { withGlance } from './with-glance.ts';
