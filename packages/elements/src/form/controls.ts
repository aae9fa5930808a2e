import type { FormPress } from '@ehch/clinical/session';
import { pressesOf } from '../internal/press.ts';

/** The buttons and fields of a form, bound to what a person does at them. */
export const controls = pressesOf<FormPress>();
