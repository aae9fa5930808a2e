import { Refusal } from '../refusal.ts';
import { isResourceType } from '../definitions/patient-compartment.ts';
import { referencesIn } from '../repository/references.ts';
import type { FhirResource } from '../resource.ts';
import type { ServerContext } from './call.ts';

/** Refuses a resource that refers to nothing. @throws {Refusal} 400 */
export function refuseMissingTargets(context: ServerContext, resource: FhirResource): void {
  for (const reference of referencesIn(resource)) {
    const [type = '', id = '', more] = reference.replace(`${context.base}/`, '').split('/');
    if (!isResourceType(type) || id === '' || more !== undefined) continue;
    if (context.repository.newest(type, id)?.json) continue;
    throw new Refusal(400, 'processing', `A reference has no target: there is no such ${type}.`);
  }
}

/** Refuses to leave references without a target behind. @throws {Refusal} 409 */
export function refuseIfReferred(context: ServerContext, type: string, id: string): void {
  if (context.repository.referringTo(`${type}/${id}`).length === 0) return;
  throw new Refusal(409, 'conflict', `Another resource refers to this ${type}.`);
}
