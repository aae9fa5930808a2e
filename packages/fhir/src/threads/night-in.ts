import type { ResidentId } from '@ehch/clinical';
import type { Look, ThreadEntry } from '@ehch/clinical/thread';
import { readInstant } from '@ehch/clinical/time';
import { isObject, listAt, textAt, type JsonObject } from '../entry.ts';
import { LOCAL } from '../codes/systems.ts';
import { readEntry } from './read-entry.ts';

/** What the night on one page is made of, as a server has it. */
export interface NightIn {
  readonly entries: readonly ThreadEntry[];
  readonly looks: readonly Look[];
  /** Messages that claim to be entries and are not whole. The page says that it lacks them. */
  readonly unreadable: number;
}

/** Reads the messages of threads, and the audit of who looked at one resident's record. */
export function nightIn(resources: readonly unknown[], resident: ResidentId): NightIn {
  const all = resources.filter(isObject);
  const readings = all
    .filter((one) => one['resourceType'] === 'Communication' && isOf(referenceIn(one['subject']), resident))
    .map((message) => readEntry(message, () => resident));
  return {
    entries: readings.flatMap((reading) => (reading.state === 'entry' ? [reading.entry] : [])),
    unreadable: readings.filter(({ state }) => state === 'unreadable').length,
    looks: all.flatMap((one) => lookIn(one, resident) ?? []),
  };
}

function lookIn(event: JsonObject, resident: ResidentId): Look | null {
  const isView = listAt(event, 'subtype').some(
    (coding) => textAt(coding, 'system') === LOCAL && textAt(coding, 'code') === 'audit/view',
  );
  const isAbout = listAt(event, 'entity').some(
    (entity) => isObject(entity) && isOf(referenceIn(entity['what']), resident),
  );
  const [person, , organisation] = listAt(event, 'agent').map((agent) =>
    isObject(agent) ? textAt(agent['who'], 'display') : null,
  );
  const at = textAt(event, 'recorded');
  if (
    event['resourceType'] !== 'AuditEvent' ||
    !isView ||
    !isAbout ||
    at === null ||
    readInstant(at) === null
  )
    return null;
  return { at, name: person ?? 'not recorded', organisation: organisation ?? 'not recorded' };
}

function referenceIn(value: unknown): string {
  return textAt(value, 'reference') ?? '';
}

function isOf(reference: string, resident: ResidentId): boolean {
  return reference === `Patient/${resident}`;
}
