import { Refusal } from '../refusal.ts';
import type { Answer, Call, ServerContext } from './call.ts';
import { parseResource, versionHeaders } from './versions.ts';

/** `GET [base]/[type]/[id]/_history/[vid]` */
export function vread(context: ServerContext, call: Call): Answer {
  const vid = /^\d{1,9}$/.test(call.vid) ? Number(call.vid) : 0;
  const version = context.repository.version(call.type, call.id, vid);
  if (!version) throw new Refusal(404, 'not-found', `There is no such version of this ${call.type}.`);
  if (version.json === null) {
    throw new Refusal(
      410,
      'deleted',
      `This version is the deletion of the ${call.type}.`,
      versionHeaders(version),
    );
  }
  return { status: 200, headers: versionHeaders(version), resource: parseResource(version) };
}
