import type { ResidentId } from '@ehch/clinical';
import { isObject, isUnlistedMessage, textAt } from '@ehch/fhir';
import type { RecordChange } from '@ehch/store';
import { UNLISTED } from '../matters/unlisted-name.ts';
import type { PageRow } from '../pages/page-rows.ts';

/** Where R4's resources name their patient. */
const FIELDS = ['subject', 'patient', 'for', 'beneficiary'];
/** The types that do not name their patient as `subject`. */
const OTHERS: { readonly [type: string]: string } = {
  AllergyIntolerance: 'patient',
  Consent: 'patient',
  EpisodeOfCare: 'patient',
  Immunization: 'patient',
  RelatedPerson: 'patient',
  Task: 'for',
};
const PATIENT = /^(?:(.+)\/)?Patient\/([A-Za-z0-9.-]{1,64})(?:\/_history\/.+)?$/;

/**
 * Whose row it is, of the residents who were asked for. `null`: nobody's of them. The same id at another address is
 * another person.
 */
export function residentOf(
  { json, stored }: PageRow,
  base: string,
  asked: ReadonlySet<ResidentId>,
): ResidentId | null {
  if (stored.type === 'Patient') return asked.has(stored.id) ? stored.id : null;
  if (asked.has(UNLISTED)) return isUnlistedMessage(json) ? UNLISTED : null;
  for (const field of FIELDS) {
    const [, root, id] = PATIENT.exec(textAt(json[field], 'reference') ?? '') ?? [];
    if (id === undefined || !asked.has(id)) continue;
    const own = base.replace(/\/+$/, '');
    if (root === undefined || root === own || stored.fullUrl?.startsWith(`${root}/`)) return id;
  }
  return null;
}

/** What a list has to show of each resource, so that it says whose it is. Some servers refuse elements that a type lacks. */
export function elementsOf(kind: string): string {
  return kind === 'Patient' ? 'id,meta' : `id,meta,${OTHERS[kind] ?? 'subject'}`;
}

/** Whether a row says whose it is. A list of ids may leave that out, and then says nothing about it. */
export function saysWhose({ json, stored }: PageRow): boolean {
  return stored.type === 'Patient' || FIELDS.some((field) => json[field] !== undefined);
}

/** The rows of one page as changes of residents' records. */
export interface Placed {
  readonly changes: readonly RecordChange[];
  /**
   * How many rows answer another question: they belong to nobody who was asked for, or have another type. They are not
   * kept, and the list says that it has a gap.
   */
  readonly foreign: number;
}

/** What a page was asked for. */
export interface Question {
  readonly kind: string;
  readonly residents: readonly ResidentId[];
  readonly base: string;
}

/** Puts each row to its resident. What came along, such as a medicine, goes to all whose rows refer to it. */
export function placed(rows: readonly PageRow[], { kind, residents, base }: Question): Placed {
  const asked = new Set(residents);
  const byResident = new Map<ResidentId, PageRow[]>();
  const others: PageRow[] = [];
  let foreign = 0;
  for (const row of rows) {
    const resident = row.isMatch && row.stored.type === kind ? residentOf(row, base, asked) : null;
    if (resident !== null) {
      const own = byResident.get(resident);
      if (own) own.push(row);
      else byResident.set(resident, [row]);
    } else if (row.stored.type === kind && row.isMatch) foreign++;
    else others.push(row);
  }
  const changes = [...byResident].map(([resident, own]): RecordChange => {
    const along = others.filter((one) => own.some((row) => refersTo(row, one)));
    return { resident, put: [...own, ...along].map(({ stored }) => stored), deleted: [], kinds: {} };
  });
  // Some servers do not say of a row that it came along with another one.
  const along = new Set(changes.flatMap(({ put }) => put));
  foreign += others.filter(({ isMatch, stored }) => isMatch && !along.has(stored)).length;
  return { changes, foreign };
}

function refersTo(row: PageRow, { stored: { type, id, fullUrl } }: PageRow): boolean {
  const { text } = row.stored;
  return (
    text.includes(`${type}/${id}"`) ||
    text.includes(`${type}/${id}/_history/`) ||
    (fullUrl !== undefined && text.includes(`"${fullUrl}"`))
  );
}

/** The id of the patient whom a resource names. `null`: it names none. */
export function namedPatient(resource: unknown): ResidentId | null {
  const ids = FIELDS.map((field) => {
    const reference = textAt(isObject(resource) ? resource[field] : null, 'reference');
    return PATIENT.exec(reference ?? '')?.[2];
  });
  return ids.find((id) => id !== undefined) ?? null;
}
