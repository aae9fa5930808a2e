import { EhchError } from '@ehch/clinical';
import type { FinishedAssessment } from '@ehch/clinical/assessment';
import type { FormDefinition } from '@ehch/clinical/form';
import type { JsonObject } from '../../entry.ts';
import { writeResponse } from '../../questionnaire/write-response.ts';
import { displayOf, type Written } from '../about.ts';
import { provenanceOf } from '../provenance.ts';
import { writeFindings } from '../write-assessment.ts';
import { addressed } from './addressed.ts';
import { derivedId } from './derived-id.ts';
import type { OperationAuthor, WrittenPart } from './operation.ts';

/** What a finished assessment does not say itself. */
export interface FinishWriting {
  readonly intent: string;
  /** The form that was filled in, in the same version. */
  readonly form: FormDefinition;
  /** The reference to the resident: `Patient/17`. */
  readonly subject: string;
  readonly author: OperationAuthor;
  /** The program that calculated the scores, with its version. */
  readonly device?: string;
  /** The address of the published form. */
  readonly url?: string;
}

/**
 * A finished assessment as resources to create: the answers as a completed QuestionnaireResponse, every finding as an
 * Observation, and last the Provenance of all of them, whose id is that of the intent. It is the marker: where it is on the
 * server, all of it is. It names the others in the order of the parts. The push adds an identifier where a server gives ids.
 * @throws {EhchError} `bad-argument` if the assessment answers another form or another version of it, or is not settled
 */
export function finishParts(finished: FinishedAssessment, writing: FinishWriting): readonly WrittenPart[] {
  const { intent, form, subject, author, device, url } = writing;
  const { draft, by, finishedAt } = finished;
  if (form.id !== draft.form.id || form.version !== draft.form.version)
    throw new EhchError(
      'bad-argument',
      'The assessment answers another form or version. Give the form that was filled in.',
    );
  let place = 0;
  const newId = (): string => derivedId(intent, (place += 1));
  const performer = performerOf(author, displayOf(by)?.display);
  const answers: Written = {
    fullUrl: `urn:uuid:${newId()}`,
    resource: writeResponse(form, draft, {
      status: 'completed',
      subject,
      authored: finishedAt,
      author: performer,
      ...(url === undefined ? {} : { url }),
    }),
  };
  const about = {
    subject,
    performer,
    derivedFrom: [answers.fullUrl],
    newId,
    ...(device === undefined ? {} : { device }),
  };
  const all = [answers, ...writeFindings(finished, about)];
  // The Provenance is about the answers too, so they are not its source.
  const marker = provenanceOf(all, finished, { ...about, derivedFrom: [] });
  const addresses = new Map(all.map((written) => [written.fullUrl, referenceOf(written)]));
  return [
    ...all.map(({ fullUrl, resource }) =>
      createPart({ ...addressed(resource, addresses), id: idIn(fullUrl) }),
    ),
    createPart({ ...addressed(marker, addresses), id: intent }),
  ];
}

/** The id of the answers of an assessment, from the intent of its signature. Its findings name the answers. */
export function responseIdOf(intent: string): string {
  return derivedId(intent, 1);
}

/** A person as the server knows them. The name is the one that was signed with. */
export function performerOf(
  { reference, display }: OperationAuthor,
  signed: string | undefined,
): { readonly reference?: string; readonly display: string } {
  return { ...(reference === null ? {} : { reference }), display: signed ?? display };
}

/** A part that creates a resource, which has its id. */
export function createPart(resource: JsonObject): WrittenPart {
  const { resourceType, id } = resource;
  return { op: 'create', type: String(resourceType), id: String(id), body: JSON.stringify(resource) };
}

function referenceOf({ fullUrl, resource }: Written): string {
  return `${String(resource['resourceType'])}/${idIn(fullUrl)}`;
}

function idIn(fullUrl: string): string {
  return fullUrl.slice('urn:uuid:'.length);
}
