import type { FhirResource } from '../resource.ts';
import { isObject } from '../resource.ts';
import { arrives, typeIn, type Fault } from './fault.ts';

/** Adds another patient's resource to a searchset, as a faulty index or cache may do. A client must not show it. */
export const foreignPatient: Fault = {
  means: 'A searchset with one resource of another patient',
  answer: ({ next, context, inbound }) => {
    const answer = next();
    const type = typeIn(inbound.url);
    const bundle = JSON.parse(answer.text) as FhirResource;
    const entries = Array.isArray(bundle['entry']) ? (bundle['entry'] as unknown[]) : [];
    const own = new Set(entries.map(patientOf));
    for (const version of context.repository.living(type)) {
      const resource = JSON.parse(version.json ?? '{}') as FhirResource;
      const entry = {
        fullUrl: `${context.base}/${type}/${version.id}`,
        resource,
        search: { mode: 'match' },
      };
      if (patientOf(entry) === null || own.has(patientOf(entry))) continue;
      return arrives({ ...answer, text: JSON.stringify({ ...bundle, entry: [...entries, entry] }) });
    }
    return arrives(answer);
  },
};

/** Answers a read with another resource of the type, as a cache with a wrong key may do. */
export const foreignRead: Fault = {
  means: 'A read gives another resource of the type, with its own id',
  answer: ({ next, context, inbound }) => {
    const answer = next();
    const [type = '', id] = (inbound.url.split('?')[0] ?? '').split('/');
    const other = context.repository.living(type).find((version) => version.id !== id);
    if (id === undefined || inbound.method !== 'GET' || !other?.json) return arrives(answer);
    return arrives({ ...answer, text: other.json });
  },
};

function patientOf(entry: unknown): string | null {
  const resource = isObject(entry) ? entry['resource'] : null;
  if (!isObject(resource)) return null;
  if (resource['resourceType'] === 'Patient') return String(resource['id']);
  const subject = resource['subject'] ?? resource['patient'] ?? resource['for'];
  return isObject(subject) && typeof subject['reference'] === 'string' ? subject['reference'] : null;
}
