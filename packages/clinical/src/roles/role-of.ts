import { plainText } from '../display/plain-text.ts';
import type { PlaceConfiguration, StaffRoleLine } from '../place/place.ts';
import { BY_SDS, BY_SNOMED, BY_WORDS, SDS_JOB_ROLES, SNOMED_CT } from './role-codes.ts';
import type { RoleId } from './role.ts';

/** What a record says of one role of somebody: its codes, which all mean the same, and its words. */
export interface RoleSaid {
  readonly codes: readonly { readonly system: string | null; readonly code: string }[];
  readonly words: readonly string[];
}

/**
 * The role that is meant: by the table of the place, else by the codes, else by the words. What nobody has mapped, and codes that say two
 * things, are `unknown`: never a licence.
 */
export function roleOf(said: RoleSaid, place: Pick<PlaceConfiguration, 'staffRoles'> | null): RoleId {
  const { codes, words } = said;
  const lines = (place?.staffRoles ?? []).filter((line) => isMeant(line, said));
  if (lines.length > 0) return oneOf(lines.map(({ role }) => role));
  const coded = codes.flatMap(({ system, code }) => byCode(system, code) ?? []);
  if (coded.length > 0) return oneOf(coded);
  // A code that nobody knows says something else than its words may.
  if (codes.length > 0) return 'unknown';
  return oneOf(words.flatMap((text) => known(BY_WORDS, plain(text)) ?? []));
}

function isMeant(line: StaffRoleLine, { codes, words }: RoleSaid): boolean {
  if (line.kind === 'words')
    return plain(line.words) !== '' && words.some((text) => plain(text) === plain(line.words));
  return codes.some(
    ({ system, code }) => system === line.system && lastOf(system, code) === lastOf(system, line.code),
  );
}

function byCode(system: string | null, code: string): RoleId | null {
  if (system === SNOMED_CT) return known(BY_SNOMED, code);
  return isSds(system) ? known(BY_SDS, lastOf(system, code)) : null;
}

const isSds = (system: string | null) => system !== null && SDS_JOB_ROLES.includes(system);

/** NHS England writes the groups of a job role before it. */
function lastOf(system: string | null, code: string): string {
  return isSds(system) ? (code.split(':').at(-1) ?? code) : code;
}

/** Guard: a code such as "constructor" is in no table. */
function known(table: Readonly<Record<string, RoleId>>, name: string): RoleId | null {
  return Object.hasOwn(table, name) ? (table[name] ?? null) : null;
}

function oneOf(roles: readonly RoleId[]): RoleId {
  const [first = 'unknown', ...others] = new Set(roles);
  return others.length === 0 ? first : 'unknown';
}

const plain = (text: string) => plainText(text).toLowerCase();
