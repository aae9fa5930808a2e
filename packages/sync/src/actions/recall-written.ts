import { EhchError, type CareIntent } from '@ehch/clinical';
import { isObject, textAt, type JsonObject } from '@ehch/fhir';
import type { SourceTerms, Store, WrittenVersion } from '@ehch/store';
import type { Http } from '../http/http.ts';
import { withinBase } from '../http/within-base.ts';
import { jsonOf } from '../push/answer.ts';
import { isGone } from '../push/read-part.ts';

/** Where the resources are found that an accepted assessment became. */
export interface RecallPorts {
  readonly store: Pick<Store, 'outbox' | 'records'>;
  readonly source: SourceTerms;
  readonly http: Http;
  /** The FHIR base address. */
  readonly base: string;
  /** Milliseconds that one request may take. */
  readonly deadlineMs: number;
}

/**
 * The resources that an assessment became, for an intent that takes it back or marks it. Of a source that may not be kept
 * only their names stay, so each is taken from the copies in memory, or is read from the server now.
 *
 * @returns `null`: the intent is about none, or its resources lie in the outbox or the acknowledgement
 * @throws {EhchError} `unreachable`, `timeout`, `signed-out` or `forbidden` if one cannot be read now: the press is not
 *   kept, and stays in front of the person
 */
export async function recallWritten(
  ports: RecallPorts,
  { resident, what }: CareIntent,
): Promise<readonly JsonObject[] | null> {
  // Every assessment has a resident.
  if (!('finished' in what) || resident === null) return null;
  const accepted = await ports.store.outbox.acknowledgement(what.finished);
  if (accepted === null || accepted.bodies.length > 0) return null;
  const copies = resident === null ? null : await ports.store.records(ports.source).read(resident);
  const found: JsonObject[] = [];
  for (const version of accepted.written) {
    const copy = copies?.resources.find(({ type, id }) => type === version.type && id === version.id);
    const resource = copy === undefined ? await readVersion(ports, version) : resourceIn(copy.text, version);
    if (resource !== null) found.push(resource);
  }
  return found;
}

/** `null`: somebody has deleted it since, so there is nothing to mark. */
async function readVersion(
  { http, base, deadlineMs }: RecallPorts,
  version: WrittenVersion,
): Promise<JsonObject | null> {
  const { status, text } = await http.request({
    method: 'GET',
    url: withinBase(base, `${version.type}/${version.id}`),
    headers: { accept: 'application/fhir+json' },
    body: null,
    deadlineMs,
  });
  const resource = status === 200 ? resourceIn(text, version) : null;
  if (resource !== null || isGone(status)) return resource;
  if (status === 401) throw new EhchError('signed-out', 'Sign in again, then take it back.');
  if (status === 403)
    throw new EhchError(
      'forbidden',
      'You may not read what was signed any more. Mark it where it was written.',
    );
  throw new EhchError('unreachable', 'What was signed could not be read from the server. Try again.');
}

function resourceIn(text: string, { type, id }: WrittenVersion): JsonObject | null {
  const json = jsonOf(text);
  return isObject(json) && textAt(json, 'resourceType') === type && textAt(json, 'id') === id ? json : null;
}
