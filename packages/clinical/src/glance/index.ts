export { atAGlance, GLANCE_LINES, type Glance, type GlanceInput } from './at-a-glance.ts';
export { type GlanceLine, type GlanceShape, type Urgency } from './glance-line.ts';
