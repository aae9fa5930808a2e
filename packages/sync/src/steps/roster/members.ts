import { EhchError, type HomeConfiguration } from '@ehch/clinical';
import { ask, type Asked, type AskContext } from '../ask.ts';

/** The ids of the Patients on one home's roster, however the place says that it is kept. */
export async function rosterMembers(
  context: AskContext,
  roster: HomeConfiguration['roster'],
): Promise<{ patients: string[]; more: boolean }> {
  switch (roster.kind) {
    case 'group': {
      const group = await pagesOf(ask(context, `Group/${encodeURIComponent(roster.id)}`, 'Group'));
      return {
        patients: idsAt(
          group.pages,
          'Patient',
          ['member', 'entity'],
          (member) => member['inactive'] !== true,
        ),
        more: false,
      };
    }
    case 'list': {
      const list = await pagesOf(ask(context, `List/${encodeURIComponent(roster.id)}`, 'List'));
      return {
        patients: idsAt(list.pages, 'Patient', ['entry', 'item'], (entry) => entry['deleted'] !== true),
        more: false,
      };
    }
    case 'location':
      return peopleStayingAt(context, roster.id);
  }
}

/** The people with an open stay in a home's Location or in one of its rooms. */
async function peopleStayingAt(
  context: AskContext,
  home: string,
): Promise<{ patients: string[]; more: boolean }> {
  const rooms = await pagesOf(
    ask(context, `Location?partof=Location/${encodeURIComponent(home)}&_count=200`, 'Bundle'),
  );
  const roomIds = entries(rooms.pages).flatMap((room) =>
    room['resourceType'] === 'Location' && typeof room['id'] === 'string' ? [room['id']] : [],
  );
  const places = [home, ...roomIds].map((id) => `Location/${encodeURIComponent(id)}`).join(',');
  const stays = await pagesOf(
    ask(context, `Encounter?location=${places}&status=in-progress&_count=200`, 'Bundle'),
  );
  const patients = entries(stays.pages).flatMap((stay) =>
    stay['resourceType'] === 'Encounter' ? localId(stay['subject'], 'Patient') : [],
  );
  return { patients: [...new Set(patients)], more: rooms.more || stays.more };
}

async function pagesOf(asking: Promise<Asked>): Promise<{ pages: readonly string[]; more: boolean }> {
  const asked = await asking;
  if (asked.state === 'failed') throw asked.error;
  if (asked.state === 'withheld')
    throw new EhchError('forbidden', 'The server refused the list of residents for this role.');
  return asked;
}

function idsAt(
  pages: readonly string[],
  type: string,
  [list, reference]: readonly [string, string],
  counts: (row: Json) => boolean,
): string[] {
  const rows = pages.flatMap((page) => {
    const value = (JSON.parse(page) as Json)[list];
    return Array.isArray(value) ? value.filter(isJson) : [];
  });
  return [...new Set(rows.filter(counts).flatMap((row) => localId(row[reference], type)))];
}

function entries(pages: readonly string[]): Json[] {
  return pages.flatMap((page) => {
    const list = (JSON.parse(page) as Json)['entry'];
    return Array.isArray(list)
      ? list
          .filter(isJson)
          .map((entry) => entry['resource'])
          .filter(isJson)
      : [];
  });
}

function localId(reference: unknown, type: string): string[] {
  const text = isJson(reference) ? reference['reference'] : undefined;
  const match =
    typeof text === 'string'
      ? new RegExp(`(?:^|/)${type}/([A-Za-z0-9.-]{1,64})(?:/_history/[^/]+)?$`).exec(text)
      : null;
  return match?.[1] ? [match[1]] : [];
}

type Json = Record<string, unknown>;
const isJson = (value: unknown): value is Json =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
