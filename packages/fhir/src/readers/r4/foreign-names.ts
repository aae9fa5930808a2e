import { isObject, textAt, type Entry, type JsonObject } from '../../entry.ts';
import { addressOf, baseOf, readTarget } from '../../reference.ts';
import type { AddressAmongOthers } from './patient-address.ts';
import { isReadableType, RESOURCES } from './resources/index.ts';
import { belongingOf } from './subject.ts';

/**
 * Types that say who acts, and not what is so of a patient. Their names may stand: a daughter may be two
 * residents'.
 */
const PEOPLE: readonly string[] = ['Patient', 'RelatedPerson', 'CareTeam'];

/** The records here that are surely about another patient, by their addresses, else by their types and ids. */
export function foreignRecords(entries: readonly Entry[], patient: AddressAmongOthers): ReadonlySet<string> {
  const foreign = new Set<string>();
  const own = new Set<string>();
  for (const entry of entries) {
    const { resource, fullUrl } = entry;
    const type = textAt(resource, 'resourceType') ?? '';
    if (!isObject(resource) || !isReadableType(type) || PEOPLE.includes(type)) continue;
    const { subject } = RESOURCES[type];
    const isForeign =
      subject !== null && belongingOf(entry, resource, subject, patient) === 'another-patient';
    (isForeign ? foreign : own).add(addressOf(fullUrl) ?? `${type}/${textAt(resource, 'id')}`);
  }
  // Under a name that two records share, nothing shows which of them a reference means.
  return new Set([...foreign].filter((name) => !own.has(name)));
}

/** A record without the words of its references to records of another patient. */
export function withoutForeignNames(entry: Entry, raw: JsonObject, foreign: ReadonlySet<string>): JsonObject {
  // Most records are of one resident, and then no record is copied.
  return foreign.size === 0 ? raw : (stripped(raw, baseOf(entry.fullUrl), foreign) as JsonObject);
}

/** Whether the visit of a record is another patient's. */
export function isOfForeignVisit(entry: Entry, raw: JsonObject, foreign: ReadonlySet<string>): boolean {
  return isForeignTarget(textAt(raw['encounter'], 'reference'), baseOf(entry.fullUrl), foreign);
}

function stripped(value: unknown, base: string | null, foreign: ReadonlySet<string>): unknown {
  if (Array.isArray(value)) return value.map((item) => stripped(item, base, foreign));
  if (!isObject(value)) return value;
  const isForeign = isForeignTarget(textAt(value, 'reference'), base, foreign);
  const fields = Object.entries(value).filter(([key]) => !(isForeign && key === 'display'));
  return Object.fromEntries(fields.map(([key, field]) => [key, stripped(field, base, foreign)]));
}

function isForeignTarget(
  reference: string | null,
  base: string | null,
  foreign: ReadonlySet<string>,
): boolean {
  const target = readTarget(reference);
  if (target?.kind === 'urn') return foreign.has(target.url);
  if (target?.kind !== 'literal') return false;
  const local = `${target.type}/${target.id}`;
  const server = target.base ?? base;
  return foreign.has(local) || (server !== null && foreign.has(`${server}/${local}`));
}
