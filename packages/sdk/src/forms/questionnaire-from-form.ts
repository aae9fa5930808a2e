import type { FormDefinition } from '@ehch/clinical/form';
import { instruments } from '@ehch/clinical/instruments';
import {
  withInstrumentTotals,
  writeQuestionnaire,
  type QuestionnaireOptions,
} from '@ehch/fhir/questionnaire';

/**
 * Writes a form as a FHIR R4 Questionnaire in plain JSON. Each instrument in it ends in a calculated total, so that any
 * program that reads Questionnaires can score it. An instrument whose rule is more than arithmetic has no total.
 */
export function questionnaireFromForm(
  form: FormDefinition,
  options: QuestionnaireOptions = {},
): Readonly<Record<string, unknown>> {
  return writeQuestionnaire(withInstrumentTotals(form, instruments), options);
}
