import { isObject, listAt, textAt, type JsonObject } from '../entry.ts';
import { extensionsOf } from '../extensions.ts';
import { EXT } from './urls.ts';

/**
 * The codings of a value set within the Questionnaire, expanded or listed. `null`: it is not there, or only a
 * terminology server can carry out its rule.
 */
export function conceptsOf(questionnaire: JsonObject, canonical: string): readonly JsonObject[] | null {
  const [set, ...others] = listAt(questionnaire, 'contained').filter((each) => isThis(each, canonical));
  // With two value sets of one name, nobody can tell which is meant.
  if (!isObject(set) || others.length > 0 || set['modifierExtension'] !== undefined) return null;
  const expansion = set['expansion'];
  if (isObject(expansion)) return listAt(expansion, 'contains').flatMap((each) => expanded(each));
  const compose = set['compose'];
  if (listAt(compose, 'exclude').length > 0) return null;
  const lists = listAt(compose, 'include').map(listed);
  return lists.length === 0 || lists.includes(null) ? null : lists.flatMap((each) => each ?? []);
}

/** Whether a value set within the form says that it is incomplete. */
export function isCutShort(questionnaire: JsonObject, canonical: string): boolean {
  const set = listAt(questionnaire, 'contained').find((each) => isThis(each, canonical));
  const expansion = isObject(set) ? set['expansion'] : undefined;
  if (!isObject(expansion)) return false;
  const { total, extension: list } = expansion;
  const marked = [EXT.valueSetUnclosed, EXT.valueSetTooCostly].some(
    (url) => extensionsOf(list, url).length > 0,
  );
  return marked || (typeof total === 'number' && total > countOf(listAt(expansion, 'contains')));
}

function countOf(contains: readonly unknown[]): number {
  return contains.reduce<number>((sum, each) => sum + 1 + countOf(listAt(each, 'contains')), 0);
}

/** Whether a contained resource is the value set with this address, or with this local id (`#…`). */
function isThis(resource: unknown, canonical: string): boolean {
  const [url = ''] = canonical.split('|');
  if (textAt(resource, 'resourceType') !== 'ValueSet') return false;
  return canonical === `#${textAt(resource, 'id') ?? ''}` || textAt(resource, 'url') === url;
}

function expanded(contains: unknown): readonly JsonObject[] {
  if (!isObject(contains)) return [];
  const within = listAt(contains, 'contains').flatMap((each) => expanded(each));
  // A heading groups the choices, and nobody can choose it.
  return contains['abstract'] === true || textAt(contains, 'code') === null ? within : [contains, ...within];
}

/** The concepts that an `include` lists. `null`: it names them by a rule. */
function listed(include: unknown): readonly JsonObject[] | null {
  const byRule = listAt(include, 'filter').length > 0 || listAt(include, 'valueSet').length > 0;
  const concepts = listAt(include, 'concept').filter(isObject);
  if (byRule || concepts.length === 0) return null;
  const system = textAt(include, 'system');
  return concepts.map((concept) => ({ ...concept, ...(system === null ? {} : { system }) }));
}
