import { register } from '../own-assessments.ts';
import { assessments } from './assessments.ts';

export { assessments };

register(assessments);
