import type { Version } from '../repository/version.ts';
import { Refusal } from '../refusal.ts';
import type { Answer, Call, ServerContext } from './call.ts';
import { names, parseResource, versionHeaders, versionUrl } from './versions.ts';

/** Returns the living version. @throws {Refusal} 404 if there never was one, 410 if it was deleted */
export function livingOrRefuse(context: ServerContext, type: string, id: string): Version {
  const version = context.repository.newest(type, id);
  if (!version) throw new Refusal(404, 'not-found', `There is no such ${type}.`);
  if (version.json === null) {
    const { deletedStatus, deletedEtag } = context.traits;
    if (deletedStatus === 404) throw new Refusal(404, 'not-found', `There is no such ${type}.`);
    throw new Refusal(
      410,
      'deleted',
      `This ${type} was deleted.`,
      deletedEtag ? versionHeaders(version) : {},
    );
  }
  return version;
}

/** `GET [base]/[type]/[id]` */
export function read(context: ServerContext, call: Call): Answer {
  const version = livingOrRefuse(context, call.type, call.id);
  const headers = { ...versionHeaders(version), 'Content-Location': versionUrl(context, version) };
  const known = call.headers['if-none-match'];
  if (known !== undefined && names(known, version)) return { status: 304, headers };
  return { status: 200, headers, resource: parseResource(version) };
}
