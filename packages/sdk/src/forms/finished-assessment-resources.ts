import { EhchError } from '@ehch/clinical';
import type { FinishedAssessment } from '@ehch/clinical/assessment';
import type { FormDefinition } from '@ehch/clinical/form';
import type { JsonObject } from '@ehch/fhir';
import { writeResponse } from '@ehch/fhir/questionnaire';
import { displayOf, writeAssessment, type WritingAbout } from '@ehch/fhir/writers';

export interface AssessmentResourcesOptions {
  /** The form that was filled in. */
  readonly form: FormDefinition;
  /** The reference of whom it is about. Without it: `Patient/` and the resident's id, as `createEhch` has them. */
  readonly subject?: string;
  /** Who answers for it, as the server knows them. Without it: the name that the assessment has. */
  readonly author?: { readonly reference?: string; readonly display?: string };
  /** The program that calculated, with its version. */
  readonly device?: string;
  /** The address that the form is published under. */
  readonly url?: string;
  /** Makes an id that nobody has. `crypto.randomUUID` unless set. */
  readonly newId?: () => string;
}

/**
 * A finished assessment as a FHIR R4 transaction Bundle: the answers as a completed QuestionnaireResponse, every measurement
 * and complete score as a UK Core Observation, and who answers for them as Provenance. Plain JSON; nothing is sent.
 *
 * @throws {EhchError} `bad-argument` where `form` is not the form, in its version, that the assessment answers.
 */
export function finishedAssessmentResources(
  finished: FinishedAssessment,
  { form, author, device, url, ...options }: AssessmentResourcesOptions,
): JsonObject {
  const { draft, by, finishedAt } = finished;
  if (form.id !== draft.form.id || form.version !== draft.form.version)
    throw new EhchError('bad-argument', 'The assessment answers another form, or another version of it.');
  const { subject = `Patient/${draft.resident}`, newId = () => crypto.randomUUID() } = options;
  const performer = author ?? displayOf(by);
  const response = {
    fullUrl: `urn:uuid:${newId()}`,
    resource: writeResponse(form, draft, {
      status: 'completed',
      subject,
      authored: finishedAt,
      author: performer,
      ...(url === undefined ? {} : { url }),
    }),
  };
  const about: WritingAbout = {
    subject,
    performer,
    derivedFrom: [response.fullUrl],
    newId,
    ...(device === undefined ? {} : { device }),
  };
  return {
    resourceType: 'Bundle',
    type: 'transaction',
    entry: [response, ...writeAssessment(finished, about)].map(({ fullUrl, resource }) => ({
      fullUrl,
      resource,
      request: { method: 'POST', url: resource['resourceType'] },
    })),
  };
}
