import type { Telling } from './scorer-ui.ts';

/** The form as a clean paragraph for a clinical record. */
export function textOf({ state }: Telling): string {
  return state.form.title;
}
