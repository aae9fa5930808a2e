import type { PlanField } from '@ehch/clinical/care-plan';

/** The value of a list that has these words. */
export function optionWith({ form }: PlanField, words: string | null): string | undefined {
  const options = form.kind === 'one-of' ? Object.entries(form.options) : [];
  return options.find(([, each]) => each === words)?.[0];
}
