import { isObject, listAt, textAt } from '@ehch/fhir';
import type { FieldEdit, Json, PathStep } from '@ehch/store';
import { pathWords } from './path-words.ts';

/**
 * [P] The types of which two people's changes may be put together without asking, each with the fields that either of
 * them may have changed. Reason: a wrong join here costs a telephone call, and is seen. Everything that a clinical
 * decision rests on is absent on purpose: medicines, allergies, problems, observations, consents, flags, documents, and
 * every `status`. A type that is not listed always goes to a person.
 */
const MERGEABLE: { readonly [type: string]: readonly string[] } = {
  Patient: ['telecom', 'address', 'contact'],
  CarePlan: ['activity', 'note'],
  Task: ['note', 'owner'],
  Communication: ['note', 'payload'],
};

/** Fields that a server writes by itself. A change of them is nobody's. */
const OF_THE_SERVER: readonly string[] = ['meta', 'text'];

/** The extension of the resource that names the intent of its last change (levels A- and B). */
export const SYNC_INTENT = 'https://ehch-kit.example/StructureDefinition/sync-intent';

/** Whether a change of this path is a person's. */
export function isPersons([field]: readonly PathStep[]): boolean {
  return typeof field !== 'string' || !OF_THE_SERVER.includes(field);
}

/** A resource without our mark. The first mark makes the whole list new, so it has to go before two versions are compared. */
export function withoutMark(resource: Json): Json {
  if (!isObject(resource) || !Array.isArray(resource['extension'])) return resource;
  const { extension, ...rest } = resource;
  const others = listAt({ extension }, 'extension').filter((each) => textAt(each, 'url') !== SYNC_INTENT);
  return others.length === 0 ? rest : { ...rest, extension: others as readonly Json[] };
}

export function mayMerge(type: string, { path: [field] }: FieldEdit): boolean {
  return typeof field === 'string' && (MERGEABLE[type] ?? []).includes(field);
}

/**
 * The part of a resource that is changed as one: a row of a keyed list, or a field. Two people who change the same one
 * have made a clinical decision about one thing, even if they changed different words of it.
 */
export function atomOf({ path }: FieldEdit): string {
  const [field, row] = path;
  return pathWords(typeof row === 'object' ? path.slice(0, 2) : field === undefined ? [] : [field]);
}
