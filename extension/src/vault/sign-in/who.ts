import type { PlaceConfiguration } from '@ehch/clinical';
import { reportCaught } from '@ehch/clinical/diagnostics';
import { roleNow, type HeldRole, type RoleNow } from '@ehch/clinical/roles';
import type { Clock } from '@ehch/clinical/time';
import { staffRolesIn } from '@ehch/sdk/engine';
import * as z from 'zod/mini';
import { askJson, type Fetch } from './ask-server.ts';
import { aboutOf } from './role-of.ts';
import { SignInError } from './sign-in-error.ts';
import type { Claims } from './tokens.ts';

/** Who is signed in, as the server names them. It stands in the session's memory, never on the disk. */
export interface Person {
  /** The subject of the sign-in. */
  readonly sub: string;
  readonly display: string;
  /** A reference on the server, such as `Practitioner/7`. `null`: the server did not say. */
  readonly reference: string | null;
  readonly organisation: string | null;
  readonly organisationId: string | null;
  /** The roles that the record gives this person. `null`: they could not be read, which is not the same as none. */
  readonly held: readonly HeldRole[] | null;
  /** The one resident for whom somebody visits, as the sign-in names them. `null`: it names nobody. */
  readonly visits: string | null;
}

const ODS = 'https://fhir.nhs.uk/Id/ods-organization-code';
const text = z.optional(z.string());
const names = z.optional(z.array(z.object({ text, family: text, given: z.optional(z.array(z.string())) })));
const practitioner = z.object({ resourceType: z.literal('Practitioner'), name: names });
const organisation = z.object({
  resourceType: z.literal('Organization'),
  id: text,
  name: text,
  identifier: z.optional(z.array(z.object({ system: text, value: text }))),
});
const bundle = z.object({
  resourceType: z.literal('Bundle'),
  link: z.optional(z.array(z.object({ relation: text }))),
  entry: z.optional(z.array(z.object({ resource: z.optional(z.unknown()) }))),
});

/** A reference to a person's own record: a type and an opaque id, and nothing that could lead elsewhere. */
const REFERENCE = /^Practitioner\/[A-Za-z0-9.-]{1,64}$/;

/** The server that was asked, the place by whose table its codes are roles, and the time by which a role is in force. */
interface Whose {
  readonly fhirBaseUrl: string;
  readonly place: Pick<PlaceConfiguration, 'staffRoles' | 'homes'>;
  readonly clock: Clock;
}

/**
 * Reads who has signed in: the name, and the role with its organisation, from `Practitioner` and `PractitionerRole`.
 * What cannot be read stays unknown. The person is signed in all the same, and a role that is not known may do least.
 */
export async function readPerson(
  fetch: Fetch,
  whose: Whose,
  access: string,
  claims: Claims,
): Promise<Person> {
  const base = whose.fhirBaseUrl.replace(/\/+$/, '');
  const reference = referenceOf(claims, base);
  const ask = (path: string) => askJson(fetch, `${base}/${path}`, { authorization: `Bearer ${access}` });
  const [display, roles] = await Promise.all([
    claims.name ?? (reference === null ? null : known(() => nameAt(ask, reference))),
    reference === null
      ? null
      : known(() => rolesAt(ask, reference, { ...whose, fhirBaseUrl: base }, claims.patient)),
  ]);
  return {
    sub: claims.sub,
    display: display?.trim() || 'Name not known',
    reference,
    visits: claims.patient,
    ...(roles ?? { organisation: null, organisationId: null, held: null }),
  };
}

type Ask = (path: string) => Promise<unknown>;
type Roles = Pick<Person, 'organisation' | 'organisationId' | 'held'>;

/** `fhirUser` is an address below the server's own, or the part of it that follows. */
function referenceOf({ fhirUser }: Claims, base: string): string | null {
  const own = fhirUser?.startsWith(`${base}/`) ? fhirUser.slice(base.length + 1) : fhirUser;
  return own && REFERENCE.test(own) ? own : null;
}

async function known<T>(read: () => Promise<T>): Promise<T | null> {
  try {
    return await read();
  } catch (error) {
    reportCaught(error, 'extension/sign-in/who');
    return null;
  }
}

async function nameAt(ask: Ask, reference: string): Promise<string | null> {
  const read = practitioner.safeParse(await ask(reference));
  const [name] = read.success ? (read.data.name ?? []) : [];
  if (name === undefined) return null;
  return name.text ?? [...(name.given ?? []), name.family ?? ''].join(' ');
}

async function rolesAt(ask: Ask, reference: string, whose: Whose, visits: string | null): Promise<Roles> {
  const query = new URLSearchParams({
    practitioner: reference,
    _include: 'PractitionerRole:organization',
  });
  const { entry = [], link = [] } = bundle.parse(await ask(`PractitionerRole?${query}`));
  // Guard: on a next page may stand a role that contradicts these.
  if (link.some(({ relation }) => relation === 'next')) throw new SignInError('bad-answer');
  const found = entry.map(({ resource }) => resource);
  const { held } = staffRolesIn(found, { ...whose, person: reference });
  const workplace = workplaceOf(roleNow(held, whose.clock(), aboutOf(whose.place, visits)));
  const organisations = found.flatMap((each) => organisation.safeParse(each).data ?? []);
  const own = organisations.find(
    ({ id }) => id !== undefined && workplace?.reference === `Organization/${id}`,
  );
  return {
    organisation: own?.name ?? workplace?.name ?? null,
    organisationId: own?.identifier?.find(({ system }) => system === ODS)?.value ?? null,
    held,
  };
}

/** Where somebody works now. Guard: a role that has ended, or one of two organisations, opens no database of either. */
function workplaceOf(now: RoleNow): HeldRole['organisation'] | null {
  const all = now.state === 'none' ? [] : now.state === 'one' ? [now.held] : now.between;
  const [first, ...others] = all.map(({ organisation }) => organisation);
  if (first === undefined || first.reference === null) return null;
  return others.every(({ reference }) => reference === first.reference) ? first : null;
}
