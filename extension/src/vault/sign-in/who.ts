import { reportCaught } from '@ehch/clinical/diagnostics';
import * as z from 'zod/mini';
import { askJson, type Fetch } from './ask-server.ts';
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
  /**
   * The codes of the person's role, each as `system|code`. `null`: they could not be read, which is not the same as
   * none.
   */
  readonly roleCodes: readonly string[] | null;
  /** The role in the server's words. `null`: not known. */
  readonly roleWords: string | null;
}

const ODS = 'https://fhir.nhs.uk/Id/ods-organization-code';
const text = z.optional(z.string());
const concept = z.object({
  text,
  coding: z.optional(z.array(z.object({ system: text, code: text, display: text }))),
});
const names = z.optional(z.array(z.object({ text, family: text, given: z.optional(z.array(z.string())) })));
const practitioner = z.object({ resourceType: z.literal('Practitioner'), name: names });
const role = z.object({
  resourceType: z.literal('PractitionerRole'),
  active: z.optional(z.boolean()),
  code: z.optional(z.array(concept)),
  organization: z.optional(z.object({ reference: text, display: text })),
});
const organisation = z.object({
  resourceType: z.literal('Organization'),
  id: text,
  name: text,
  identifier: z.optional(z.array(z.object({ system: text, value: text }))),
});
const bundle = z.object({
  resourceType: z.literal('Bundle'),
  entry: z.optional(z.array(z.object({ resource: z.optional(z.unknown()) }))),
});

/** A reference to a person's own record: a type and an opaque id, and nothing that could lead elsewhere. */
const REFERENCE = /^Practitioner\/[A-Za-z0-9.-]{1,64}$/;

/**
 * Reads who has signed in: the name, and the role with its organisation, from `Practitioner` and `PractitionerRole`.
 * What cannot be read stays unknown. The person is signed in all the same, and a role that is not known may do least.
 */
export async function readPerson(
  fetch: Fetch,
  fhirBaseUrl: string,
  access: string,
  claims: Claims,
): Promise<Person> {
  const base = fhirBaseUrl.replace(/\/+$/, '');
  const reference = referenceOf(claims, base);
  const ask = (path: string) => askJson(fetch, `${base}/${path}`, { authorization: `Bearer ${access}` });
  const [display, roles] = await Promise.all([
    claims.name ?? (reference === null ? null : known(() => nameAt(ask, reference))),
    reference === null ? null : known(() => rolesAt(ask, reference)),
  ]);
  return {
    sub: claims.sub,
    display: display?.trim() || 'Name not known',
    reference,
    ...(roles ?? { organisation: null, organisationId: null, roleCodes: null, roleWords: null }),
  };
}

type Ask = (path: string) => Promise<unknown>;
type Roles = Pick<Person, 'organisation' | 'organisationId' | 'roleCodes' | 'roleWords'>;

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

async function rolesAt(ask: Ask, reference: string): Promise<Roles> {
  const query = new URLSearchParams({
    practitioner: reference,
    _include: 'PractitionerRole:organization',
  });
  const read = bundle.parse(await ask(`PractitionerRole?${query}`));
  const found = (read.entry ?? []).map(({ resource }) => resource);
  const roles = found
    .flatMap((each) => role.safeParse(each).data ?? [])
    .filter(({ active }) => active !== false);
  const organisations = found.flatMap((each) => organisation.safeParse(each).data ?? []);
  const codes = roles.flatMap(({ code = [] }) => code);
  const [named] = roles.flatMap((each) => each.organization ?? []);
  const own = organisations.find(({ id }) => id !== undefined && named?.reference === `Organization/${id}`);
  return {
    organisation: own?.name ?? named?.display ?? null,
    organisationId: own?.identifier?.find(({ system }) => system === ODS)?.value ?? null,
    roleCodes: codes.flatMap(({ coding = [] }) =>
      coding.flatMap(({ system = '', code }) => (code === undefined ? [] : [`${system}|${code}`])),
    ),
    roleWords: codes.map(wordsOf).find((each) => each !== null) ?? null,
  };
}

function wordsOf({ text: words, coding = [] }: z.infer<typeof concept>): string | null {
  return words ?? coding.find(({ display }) => display !== undefined)?.display ?? null;
}
