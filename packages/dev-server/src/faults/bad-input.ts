import type { Delivery, WireAnswer } from '../server/wire.ts';
import { isObject, isResource, type FhirResource } from '../resource.ts';
import { arrives, type Fault, type FaultScene } from './fault.ts';
import { foreignPatient, foreignRead } from './foreign-patient.ts';
import { hugeBundle } from './huge-bundle.ts';

/** Answers that a client must not take for what it asked. */
export const BAD_INPUT_FAULTS = {
  'malformed-json': {
    means: 'Half of the body, as if it were whole',
    answer: ({ next }) => {
      const answer = next();
      return arrives({ ...answer, text: `${answer.text.slice(0, answer.text.length / 2)}…` });
    },
  },
  'wrong-content-type': {
    means: 'A sign-in page with status 200, as a proxy sends it',
    answer: () =>
      arrives({
        status: 200,
        headers: { 'content-type': 'text/html; charset=utf-8' },
        text: '<!doctype html><title>Sign in</title>',
      }),
  },
  'plain-text': {
    means: 'The right body with `text/plain`',
    answer: ({ next }) => {
      const answer = next();
      return arrives({ ...answer, headers: { ...answer.headers, 'content-type': 'text/plain' } });
    },
  },
  'not-fhir': {
    means: 'JSON that is no FHIR, with status 200',
    answer: () =>
      arrives({ status: 200, headers: { 'content-type': 'application/json' }, text: '{"status":"up"}' }),
  },
  'other-version': {
    means: '`metadata` names FHIR 5.0.0 (or `:N`)',
    answer: (scene, argument) =>
      changed(scene, (resource) =>
        resource.resourceType === 'CapabilityStatement'
          ? { ...resource, fhirVersion: argument === '' ? '5.0.0' : argument }
          : resource,
      ),
  },
  'outcome-instead': {
    means: 'Status 200 with an OperationOutcome in place of what was asked for',
    answer: (scene) =>
      changed(scene, () => ({
        resourceType: 'OperationOutcome',
        issue: [{ severity: 'error', code: 'exception' }],
      })),
  },
  'fewer-entries': {
    means: 'A Bundle without its last entry',
    answer: (scene) =>
      changed(scene, (resource) =>
        Array.isArray(resource['entry']) ? { ...resource, entry: resource['entry'].slice(0, -1) } : resource,
      ),
  },
  'endless-next': {
    means: 'Every page has a next page, which is the same again',
    answer: (scene) => {
      const url = scene.inbound.url.replace(/[?&]_endless=\d+/, '');
      const page = Number(/_endless=(\d+)/.exec(scene.inbound.url)?.[1] ?? 0) + 1;
      const next = `${scene.context.base}/${url}${url.includes('?') ? '&' : '?'}_endless=${page}`;
      return changed(scene, (resource) => withNext(resource, next), url);
    },
  },
  'next-elsewhere': {
    means: 'The next link points to another origin (or `:URL`), as behind a proxy that does not pass Host',
    answer: (scene, argument) => {
      const elsewhere = argument === '' ? 'http://internal.example:8080/fhir' : argument;
      return changed(scene, (resource) => {
        const own = nextOf(resource) ?? `${scene.context.base}/${scene.inbound.url}`;
        return withNext(resource, own.replace(scene.context.base, elsewhere));
      });
    },
  },
  'foreign-patient': foreignPatient,
  'foreign-read': foreignRead,
  'huge-bundle': hugeBundle,
} as const satisfies Readonly<Record<string, Fault>>;

/** The server's answer with its resource changed. An answer without a resource stays as it is. */
function changed(
  { next }: FaultScene,
  change: (resource: FhirResource) => FhirResource,
  url?: string,
): Delivery {
  const answer: WireAnswer = next(url);
  const resource: unknown = answer.text === '' ? null : JSON.parse(answer.text);
  if (!isResource(resource)) return arrives(answer);
  return arrives({ ...answer, text: JSON.stringify(change(resource)) });
}

function linksOf(resource: FhirResource): readonly Readonly<Record<string, unknown>>[] {
  return Array.isArray(resource['link']) ? resource['link'].filter(isObject) : [];
}

function nextOf(resource: FhirResource): string | null {
  const url = linksOf(resource).find(({ relation }) => relation === 'next')?.['url'];
  return typeof url === 'string' ? url : null;
}

function withNext(resource: FhirResource, url: string): FhirResource {
  if (resource.resourceType !== 'Bundle' || resource['type'] !== 'searchset') return resource;
  const others = linksOf(resource).filter(({ relation }) => relation !== 'next');
  return { ...resource, link: [...others, { relation: 'next', url }] };
}
