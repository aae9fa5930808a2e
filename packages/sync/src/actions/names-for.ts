import { isObject, listAt, textAt } from '@ehch/fhir';
import { formatName } from '@ehch/clinical/display';
import { reportCaught } from '@ehch/clinical/diagnostics';
import type { OutboxEntry, SourceTerms, Store } from '@ehch/store';
import { toldApart, type NameOf } from '../conflicts/value-words.ts';

/**
 * Names people and organisations whom a conflict only refers to: from the copies of its resident's record, and from those
 * who pressed. A record that does not open names nobody, and the references stand as they are recorded. Each matter has
 * a naming of its own, which tells apart those without a name.
 */
export async function namesFor(
  store: Pick<Store, 'records'>,
  source: SourceTerms,
  base: string,
  entries: readonly OutboxEntry[],
): Promise<() => NameOf> {
  const names = new Map<string, string>();
  for (const { operation } of entries)
    if (operation?.author.reference)
      names.set(shortened(operation.author.reference, base), operation.author.display);
  const conflicts = entries.filter(({ state }) => state === 'conflict');
  for (const resident of new Set(conflicts.map(({ operation }) => operation?.resident ?? null)))
    if (resident !== null) await addNames(names, store.records(source).read(resident));
  return () => {
    const nameOf = toldApart((reference) => names.get(reference) ?? null);
    return (reference) => nameOf(shortened(reference, base));
  };
}

/** One spelling for each of the configured server: a full address names no other person, and neither does a version. */
function shortened(reference: string, base: string): string {
  return reference.replace(`${base.replace(/\/+$/, '')}/`, '').replace(/\/_history\/.*$/, '');
}

async function addNames(
  names: Map<string, string>,
  read: ReturnType<ReturnType<Store['records']>['read']>,
): Promise<void> {
  try {
    for (const { type, id, text } of (await read).resources) {
      const name = nameIn(JSON.parse(text));
      if (name !== null) names.set(`${type}/${id}`, name);
    }
  } catch (error) {
    reportCaught(error, 'sync/waiting-names');
  }
}

/** Types whose name may stand in place of a reference. A resident is named by nobody but the page's own header. */
const NAMED: ReadonlySet<string> = new Set([
  'Practitioner',
  'Organization',
  'RelatedPerson',
  'Location',
  'CareTeam',
]);

function nameIn(resource: unknown): string | null {
  if (!NAMED.has(textAt(resource, 'resourceType') ?? '')) return null;
  const own = textAt(resource, 'name');
  if (own !== null) return own;
  const [name] = listAt(resource, 'name');
  if (!isObject(name)) return null;
  const family = textAt(name, 'family');
  if (family === null) return textAt(name, 'text');
  const [title = null] = listAt(name, 'prefix').map(String);
  return formatName({ family, given: listAt(name, 'given').map(String), title, text: null });
}
