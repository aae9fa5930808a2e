import type { AssessmentTemplate, FormDefinition } from '@ehch/clinical';

/** A form as the template that it is, with rules and deficits of its own; `null`: it is none. */
export function asTemplate(form: FormDefinition | AssessmentTemplate): AssessmentTemplate | null {
  return 'problemRules' in form ? form : null;
}
