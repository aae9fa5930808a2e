import { EhchError } from '@ehch/clinical';
import type { FinishedAssessment } from '@ehch/clinical/assessment';
import type { FormDefinition } from '@ehch/clinical/form';
import type { JsonObject } from '@ehch/fhir';
import { writeResponse } from '@ehch/fhir/questionnaire';
import { displayOf, writeAssessment, type WritingAbout } from '@ehch/fhir/writers';

/** How to write a finished assessment. The server's own references make the resources easier to link. */
export interface AssessmentResourcesOptions {
  /** The form that was filled in, in the same version. */
  readonly form: FormDefinition;
  /** The reference to the resident. Defaults to `Patient/` and the resident's id, as `createEhch` uses them. */
  readonly subject?: string | undefined;
  /** The person who signed, as the server knows them. Defaults to the name in the assessment. */
  readonly author?: { readonly reference?: string; readonly display?: string } | undefined;
  /** The program that calculated the scores, with its version. */
  readonly device?: string | undefined;
  /** The canonical address of the published form. */
  readonly url?: string | undefined;
  /** Makes a unique id. Defaults to `crypto.randomUUID`. */
  readonly newId?: (() => string) | undefined;
}

/**
 * Writes a finished assessment as a FHIR R4 transaction Bundle. The answers become a completed
 * QuestionnaireResponse, each measurement and complete score a UK Core Observation, and the signature a Provenance.
 * The result is plain JSON; it sends nothing.
 *
 * @throws {EhchError} `bad-argument` if the assessment answers another form, or another version of this form
 */
export function finishedAssessmentResources(
  finished: FinishedAssessment,
  { form, author, device, url, ...options }: AssessmentResourcesOptions,
): JsonObject {
  const { draft, by, finishedAt } = finished;
  if (form.id !== draft.form.id || form.version !== draft.form.version)
    throw new EhchError(
      'bad-argument',
      'The assessment answers another form or version. Give the form that was filled in.',
    );
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
