import { EhchError, type HomeConfiguration } from '@ehch/clinical';
import { spanOf, type CivilDate } from '@ehch/clinical/time';
import { isObject, listAt, textAt, type JsonObject } from '@ehch/fhir';
import { ask, type AskContext } from '../ask.ts';
import { pagesOf } from './pages-of.ts';

export interface RosterMembers {
  /** Ids of Patient resources on the configured server. */
  readonly patients: readonly string[];
  /** Whether a resident may be missing: the server had more, or a member's reference leads to nobody on this server. */
  readonly incomplete: boolean;
}

/** Returns the Patients on one home's roster, which the place keeps as a Group, a List or the stays at a Location. */
export async function rosterMembers(
  context: AskContext,
  roster: HomeConfiguration['roster'],
  today: CivilDate,
): Promise<RosterMembers> {
  switch (roster.kind) {
    case 'group': {
      const pages = await readList(context, 'Group', roster.id);
      const members = rowsAt(pages, 'member').filter(
        (member) => member['inactive'] !== true && !hasEnded(member['period'], today),
      );
      return membersOf(
        members.map((member) => member['entity']),
        context.base,
      );
    }
    case 'list': {
      const pages = await readList(context, 'List', roster.id);
      const entries = rowsAt(pages, 'entry').filter((entry) => entry['deleted'] !== true);
      return membersOf(
        entries.map((entry) => entry['item']),
        context.base,
      );
    }
    case 'local':
      throw new EhchError(
        'bad-configuration',
        'People keep the list of this home. Say in the place file how its server keeps it.',
      );
    case 'location':
      return peopleStayingAt(context, roster.id);
  }
}

/** @throws {EhchError} `malformed` for the list of another home: nobody may count as gone because of it */
async function readList(context: AskContext, type: 'Group' | 'List', id: string): Promise<readonly string[]> {
  const { pages } = await pagesOf(ask(context, `${type}/${encodeURIComponent(id)}`, type));
  if (pages.some((page) => textAt(JSON.parse(page), 'id') !== id))
    throw new EhchError(
      'malformed',
      'The server gave another list than the one of this home. Check its address.',
    );
  return pages;
}

/** A resident who is away for a while, as in hospital, still lives in the home (R4 EncounterStatus `onleave`). */
export const STAYING = ['in-progress', 'onleave'];

/** Returns the people with an open stay in a home's Location or in one of its rooms. */
async function peopleStayingAt(context: AskContext, home: string): Promise<RosterMembers> {
  const { base } = context;
  const rooms = await pagesOf(
    ask(context, `Location?partof=Location/${encodeURIComponent(home)}&_count=200`, 'Bundle'),
  );
  // A server may ignore a parameter that it does not know, so its answer is checked against the search.
  const roomIds = resources(rooms.pages, 'Location').flatMap(({ id, partOf }) =>
    typeof id === 'string' && localId(partOf, 'Location', base) === home ? [id] : [],
  );
  const ids = new Set([home, ...roomIds]);
  const places = [...ids].map((id) => `Location/${encodeURIComponent(id)}`).join(',');
  const stays = await pagesOf(
    ask(context, `Encounter?location=${places}&status=${STAYING.join(',')}&_count=200`, 'Bundle'),
  );
  const here = resources(stays.pages, 'Encounter').filter(
    (stay) =>
      STAYING.includes(String(stay['status'])) &&
      rows(stay, 'location').some((row) => ids.has(localId(row['location'], 'Location', base) ?? '')),
  );
  const members = membersOf(
    here.map(({ subject }) => subject),
    base,
  );
  return { ...members, incomplete: members.incomplete || rooms.more || stays.more };
}

function membersOf(references: readonly unknown[], base: string): RosterMembers {
  const ids = references.map((reference) => localId(reference, 'Patient', base));
  const patients = ids.filter((id) => id !== null);
  return { patients: [...new Set(patients)], incomplete: patients.length < ids.length };
}

function hasEnded(period: unknown, today: CivilDate): boolean {
  const span = spanOf(textAt(period, 'end'));
  return span !== null && span.to < today;
}

function rowsAt(pages: readonly string[], list: string): readonly JsonObject[] {
  return pages.flatMap((page) => rows(JSON.parse(page), list));
}

function resources(pages: readonly string[], type: string): readonly JsonObject[] {
  return rowsAt(pages, 'entry')
    .map((entry) => entry['resource'])
    .filter(isObject)
    .filter(({ resourceType }) => resourceType === type);
}

function rows(value: unknown, list: string): readonly JsonObject[] {
  return listAt(value, list).filter(isObject);
}

/** The id of a reference to this server; `null` for any other. The same id on another server is another person. */
export function localId(reference: unknown, type: string, base: string): string | null {
  const text = textAt(reference, 'reference');
  if (text === null) return null;
  const root = base.endsWith('/') ? base : `${base}/`;
  const local = text.startsWith(root) ? text.slice(root.length) : text;
  const [named, id, ...version] = local.split('/');
  const isVersion = version.length === 0 || (version.length === 2 && version[0] === '_history');
  return named === type && isVersion && id !== undefined && /^[A-Za-z0-9.-]{1,64}$/.test(id) ? id : null;
}
