import assert from 'node:assert/strict';
import type { WrittenEdit, WrittenOperation, WrittenPart } from '../../packages/fhir/src/writers/index.ts';

export type Json = Readonly<Record<string, unknown>>;

/** The resources of an operation as a server has them afterwards: what is created, and what is changed. */
export function resourcesOf({ parts }: WrittenOperation, before: readonly Json[] = []): readonly Json[] {
  return parts.map((part) => resourceOf(part, before));
}

/** An operation as one transaction, for a server that takes ids of ours. */
export function bundleOf(operation: WrittenOperation, before: readonly Json[] = []): Json {
  return {
    resourceType: 'Bundle',
    type: 'transaction',
    entry: resourcesOf(operation, before).map((resource) => ({
      resource,
      request: { method: 'PUT', url: `${String(resource['resourceType'])}/${String(resource['id'])}` },
    })),
  };
}

function resourceOf(part: WrittenPart, before: readonly Json[]): Json {
  if (part.op === 'create') return JSON.parse(part.body) as Json;
  const old = before.find(({ resourceType, id }) => resourceType === part.type && id === part.id);
  assert.ok(old, `${part.type}/${part.id} is not there`);
  return part.edits.reduce((body, edit) => edited(body, edit.path, edit), old);
}

function edited(body: Json, [key = '', ...rest]: WrittenEdit['path'], edit: WrittenEdit): Json {
  assert.ok(typeof key === 'string', 'rows are changed by the push (packages/sync/src/raw-json)');
  if (rest.length > 0) return { ...body, [key]: edited((body[key] ?? {}) as Json, rest, edit) };
  assert.deepEqual(body[key], edit.from.is === 'value' ? edit.from.value : undefined);
  assert.ok(edit.to.is === 'value');
  return { ...body, [key]: edit.to.value };
}
