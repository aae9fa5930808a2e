import { fieldStyles } from '../internal/fields.styles.ts';
import { sectionStyles } from '../internal/section.styles.ts';

export const styles = [sectionStyles, fieldStyles];
