import type { JsonObject } from '../../entry.ts';

/** The system of identifiers that say by which intent a resource was written. */
export const INTENT_SYSTEM = 'https://ehch-kit.example/intent';

/**
 * A resource with its own id, and with that id as an identifier too. A server that gives ids of its own is asked with
 * `If-None-Exist: identifier=https://ehch-kit.example/intent|{id}`. Each resource has another identifier: HAPI makes only
 * one resource out of two that are created under the same condition.
 */
export function identified(resource: JsonObject, id: string): JsonObject {
  const { resourceType, ...rest } = resource;
  const identifier = { system: INTENT_SYSTEM, value: id };
  return {
    resourceType,
    id,
    // R4: a QuestionnaireResponse has one identifier at most, and an Observation has a list.
    ...(resourceType === 'QuestionnaireResponse' ? { identifier } : {}),
    ...(resourceType === 'Observation' ? { identifier: [identifier] } : {}),
    ...rest,
  };
}
