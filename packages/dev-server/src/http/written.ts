import type { Version } from '../repository/version.ts';
import { Refusal } from '../refusal.ts';
import { isResource, type FhirResource } from '../resource.ts';
import type { Answer, Call, ServerContext } from './call.ts';
import { preference } from './preference.ts';
import { parseResource, versionHeaders, versionUrl } from './versions.ts';

/** The body as a resource of the type in the address. */
export function bodyResource(call: Call): FhirResource {
  if (!isResource(call.body)) throw new Refusal(400, 'structure', 'The body is not a FHIR resource.');
  if (call.body.resourceType !== call.type) {
    throw new Refusal(400, 'invalid', `The body is not of the type in the address, which is ${call.type}.`);
  }
  return call.body;
}

/** The answer to a write, with the body that `Prefer: return` asks for. */
export function written(context: ServerContext, call: Call, status: number, version: Version): Answer {
  const headers = { ...versionHeaders(version), Location: versionUrl(context, version) };
  if (preference(call, 'return') === 'minimal') return { status, headers };
  return { status, headers, resource: parseResource(version) };
}
