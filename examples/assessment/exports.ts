import type { FinishedAssessment } from '@ehch/clinical/assessment';
import type { Draft, FormDefinition } from '@ehch/clinical/form';
import { finishedAssessmentResources, questionnaireFromForm, responseFromDraft } from '@ehch/sdk/forms';

const DEVICE = 'EHCH Kit demonstration';

/** A file for the person to save. Its name says which form it is, and nothing of a resident. */
export interface ExportedFile {
  readonly name: string;
  readonly json: unknown;
}

export function exportForm(form: FormDefinition): ExportedFile {
  return { name: fileName(form, 'questionnaire'), json: questionnaireFromForm(form) };
}

export function exportAnswers(form: FormDefinition, draft: Draft, isFinished: boolean): ExportedFile {
  const subject = `Patient/${draft.resident}`;
  const status = isFinished ? 'completed' : 'in-progress';
  const json = responseFromDraft(form, draft, { status, subject, authored: draft.changedAt });
  return { name: fileName(form, 'response'), json };
}

export function exportFinished(form: FormDefinition, finished: FinishedAssessment): ExportedFile {
  const json = finishedAssessmentResources(finished, { form, device: DEVICE });
  return { name: fileName(form, 'bundle'), json };
}

function fileName({ id }: FormDefinition, what: string): string {
  return `${id.replace(/[^A-Za-z0-9]+/g, '-').slice(-40)}-${what}.json`;
}

/** Hands a file to the browser, which asks the person where to save it. */
export function download({ name, json }: ExportedFile): void {
  const url = URL.createObjectURL(
    new Blob([JSON.stringify(json, null, 2)], { type: 'application/fhir+json' }),
  );
  const link = document.createElement('a');
  link.href = url;
  link.download = name;
  link.click();
  URL.revokeObjectURL(url);
}
