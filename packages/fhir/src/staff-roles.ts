import type { PlaceConfiguration } from '@ehch/clinical';
import { roleOf, type HeldRole } from '@ehch/clinical/roles';
import { unwrap } from './bundle.ts';
import { conceptWords, saying, type ConceptLike } from './coding.ts';
import { isObject, listAt, textAt, type Entry } from './entry.ts';
import { plainEntry } from './json.ts';
import { hold } from './readers/r4/hold.ts';
import type { Held } from './readers/r4/record.ts';
import { keysOf, meet } from './readers/r4/same-record.ts';
import { readTarget } from './reference.ts';
import { words } from './text.ts';

/** Whose roles are read, and by which table. */
export interface StaffWhose {
  /** The person as the sign-in names them (SMART `fhirUser`): "Practitioner/17", or its full address. */
  readonly person: string;
  /** The server that was asked. A role of somebody with the same id on another server is somebody else's. */
  readonly fhirBaseUrl: string;
  readonly place: Pick<PlaceConfiguration, 'staffRoles'> | null;
}

/** The roles that the record gives somebody. */
export interface StaffRoles {
  /** In the order of the record, each with its period: which counts now is decided by `roleNow`. */
  readonly held: readonly HeldRole[];
  /** PractitionerRoles of this person that give no role, because they could not be read whole. */
  readonly notRead: number;
}

/**
 * The roles of one person among PractitionerRoles, and the Practitioners and Organizations beside them. A role that is marked as no
 * longer active, or is of a person or an organisation that is, gives none. So does one with a condition that nobody here understands, or
 * in two versions of which neither is newer: what is in doubt is never a licence.
 */
export function staffRolesIn(resources: readonly unknown[], whose: StaffWhose): StaffRoles {
  const person = localOf(whose.person, whose);
  // Guard: a sign-in that names nobody of this server has no role by a record that names nobody.
  if (person?.startsWith('Practitioner/') !== true) return { held: [], notRead: 0 };
  const all = unwrap(resources).entries.filter(({ isDeleted }) => isDeleted !== true);
  const inactive = new Set(
    all.flatMap(({ resource }) =>
      isObject(resource) && resource['active'] === false
        ? [`${textAt(resource, 'resourceType')}/${textAt(resource, 'id')}`]
        : [],
    ),
  );
  const roles = rolesAmong(all).flatMap((one) => {
    const { practitioner } = one.raw as { practitioner?: { reference?: unknown } };
    return localOf(practitioner?.reference, whose) === person ? [one] : [];
  });
  let notRead = 0;
  const held = roles.flatMap(({ raw, isRival }) => {
    const role = isRival ? null : hold('PractitionerRole', raw, '', null);
    if (role === null || 'why' in role || role.cautions.includes('unknown-modifier')) notRead++;
    else if (isInForce(role, whose, inactive)) return heldIn(role, whose);
    return [];
  });
  return { held: unique(held), notRead };
}

/** The newest version of each PractitionerRole. */
function rolesAmong(all: readonly Entry[]) {
  const entries = all.filter(({ resource }) => textAt(resource, 'resourceType') === 'PractitionerRole');
  const plain = entries.map(plainEntry);
  const keys = keysOf(plain);
  const rows = plain.flatMap(({ resource }, at) =>
    isObject(resource) ? [{ raw: resource, key: keys[at] ?? '' }] : [],
  );
  const { aside, rivals } = meet(rows, null);
  return rows.filter((row) => !aside.has(row)).map((row) => ({ raw: row.raw, isRival: rivals.has(row) }));
}

/** A reference within the server that was asked, as "Practitioner/17". `null`: it leads elsewhere, or is none. */
function localOf(reference: unknown, { fhirBaseUrl }: StaffWhose): string | null {
  const target = typeof reference === 'string' ? readTarget(reference) : null;
  if (target?.kind !== 'literal') return null;
  const isHere = target.base === null || target.base === fhirBaseUrl.replace(/\/+$/, '');
  return isHere ? `${target.type}/${target.id}` : null;
}

function isInForce(
  { value }: Held<'PractitionerRole'>,
  whose: StaffWhose,
  inactive: ReadonlySet<string>,
): boolean {
  const named = [value.practitioner, value.organization].map((one) => localOf(one?.reference, whose));
  return value.active !== false && !named.some((one) => one !== null && inactive.has(one));
}

function heldIn({ value, raw }: Held<'PractitionerRole'>, { place }: StaffWhose): readonly HeldRole[] {
  const { code = [], organization, period } = value;
  // Guard: a coding that was left out as unreadable may have said another role.
  const isWhole = codingsIn(raw['code']) === codingsIn(code);
  const about = {
    organisation: { reference: words(organization?.reference), name: words(organization?.display) },
    // As written: a date that is none must not be dropped, because the role may have ended on it.
    period: { start: words(period?.start), end: words(period?.end) },
  };
  if (code.length === 0 || !isWhole) return [{ role: 'unknown', said: null, ...about }];
  return code.map((concept) => ({
    role: roleOf(saidIn(concept), place),
    said: conceptWords(concept, new Set()),
    ...about,
  }));
}

function saidIn(concept: ConceptLike) {
  const codings = saying(concept);
  return {
    codes: codings.flatMap(({ system, code }) =>
      code === undefined ? [] : [{ system: words(system), code: code.trim() }],
    ),
    words: [concept.text, ...codings.map(({ display }) => display)].flatMap((text) => words(text) ?? []),
  };
}

/** How many codings and texts a list of concepts has, however broken it is. */
function codingsIn(concepts: unknown): number {
  const list: readonly unknown[] = Array.isArray(concepts) ? concepts : [concepts];
  return list.reduce<number>((sum, one) => {
    const hasText = isObject(one) && one['text'] !== undefined;
    const codings = isObject(one) && isObject(one['coding']) ? 1 : listAt(one, 'coding').length;
    return sum + codings + Number(hasText);
  }, 0);
}

/** One role in one organisation for one time stands once, however many codes say it. */
function unique(held: readonly HeldRole[]): readonly HeldRole[] {
  const key = ({ role, organisation, period }: HeldRole) =>
    JSON.stringify([role, organisation.reference ?? organisation.name, period.start, period.end]);
  return [...new Map(held.map((one) => [key(one), one] as const).reverse()).values()].reverse();
}
