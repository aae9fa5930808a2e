import type { FormDefinition } from '@ehch/clinical/form';
import { instruments } from '@ehch/clinical/instruments';
import {
  withInstrumentTotals,
  writeQuestionnaire,
  type QuestionnaireOptions,
} from '@ehch/fhir/questionnaire';

/**
 * A form as a FHIR R4 Questionnaire, as plain JSON. Each instrument in it ends in a calculated total, so that any program
 * that reads Questionnaires can score it; one whose rule is more than arithmetic has none.
 */
export function questionnaireFromForm(
  form: FormDefinition,
  options: QuestionnaireOptions = {},
): Readonly<Record<string, unknown>> {
  return writeQuestionnaire(withInstrumentTotals(form, instruments), options);
}
