import { applyPatch, type Operation } from 'rfc6902';
import { Refusal } from '../refusal.ts';
import { isObject, isResource, type FhirResource } from '../resource.ts';
import type { Answer, Call, ServerContext } from './call.ts';
import { checkConditions } from './if-match.ts';
import { livingOrRefuse } from './read.ts';
import { store } from './update.ts';
import { parseResource, versionUrl } from './versions.ts';

/**
 * `PATCH [base]/[type]/[id]` with a JSON Patch: all of its operations or none
 * (http://hl7.org/fhir/R4/http.html#patch, RFC 6902).
 *
 * @throws {Refusal} 400 for what is no patch, 422 if an operation or its `test` fails
 */
export function patch(context: ServerContext, call: Call): Answer {
  const operations = operationsOf(call.body);
  const newest = livingOrRefuse(context, call.type, call.id);
  checkConditions(context, call, newest);
  const resource: unknown = structuredClone(parseResource(newest));
  const failures = applyPatch(resource, operations).flatMap((failure, index) => (failure ? [index] : []));
  if (failures.length > 0) {
    throw new Refusal(422, 'processing', `Operation ${failures[0]} of the patch fails, so none is done.`);
  }
  const answer = store(context, call, checked(call, resource), newest);
  if (context.traits.patchEtag) return answer;
  const { ETag: _etag, ...headers } = answer.headers ?? {};
  const version = context.repository.newest(call.type, call.id);
  return {
    ...answer,
    headers: { ...headers, ...(version ? { 'Content-Location': versionUrl(context, version) } : {}) },
  };
}

const OPERATIONS = new Set(['add', 'remove', 'replace', 'move', 'copy', 'test']);

function operationsOf(body: unknown): Operation[] {
  const fits = (one: unknown): boolean =>
    isObject(one) && typeof one['path'] === 'string' && OPERATIONS.has(String(one['op']));
  if (Array.isArray(body) && body.every(fits)) return body as Operation[];
  throw new Refusal(400, 'structure', 'The body is not a JSON Patch.');
}

function checked(call: Call, resource: unknown): FhirResource {
  if (isResource(resource) && resource.resourceType === call.type && resource.id === call.id) return resource;
  throw new Refusal(422, 'invalid', 'The patch changes the type or the id of the resource.');
}
