import { Refusal } from '../refusal.ts';
import { isObject, isResource, type FhirResource } from '../resource.ts';
import type { Answer, Call, ServerContext } from './call.ts';
import { preference } from './preference.ts';
import { bare } from './versions.ts';

/** One entry of a batch or transaction, after its shape was checked. */
export interface RequestEntry {
  readonly index: number;
  readonly fullUrl: string | null;
  readonly resource: FhirResource | undefined;
  readonly method: string;
  readonly url: string;
  readonly headers: Readonly<Record<string, string | undefined>>;
}

/** Reads an entry of a batch or transaction. @throws {Refusal} 400 without a request, method or url */
export function readEntry(entry: unknown, index: number): RequestEntry {
  const request = isObject(entry) ? entry['request'] : undefined;
  if (!isObject(entry) || !isObject(request)) {
    throw new Refusal(400, 'structure', `Bundle.entry[${index}] has no request.`);
  }
  const { method, url } = request;
  if (typeof method !== 'string' || typeof url !== 'string') {
    throw new Refusal(400, 'structure', `Bundle.entry[${index}].request needs a method and a url.`);
  }
  const text = (name: string): string | undefined =>
    typeof request[name] === 'string' ? request[name] : undefined;
  return {
    index,
    fullUrl: typeof entry['fullUrl'] === 'string' ? entry['fullUrl'] : null,
    resource: isResource(entry['resource']) ? entry['resource'] : undefined,
    method,
    url,
    headers: {
      'if-match': text('ifMatch'),
      'if-none-match': text('ifNoneMatch'),
      'if-none-exist': text('ifNoneExist'),
    },
  };
}

/** Writes the answer to one interaction as an entry of the response Bundle. */
export function responseEntry(
  { base, traits }: ServerContext,
  call: Call,
  answer: Answer,
): FhirResource | object {
  const { ETag, Location } = answer.headers ?? {};
  const failed = answer.status >= 400;
  const meta = answer.resource?.meta;
  const asked =
    preference(call, 'return') ?? (traits.bundleResources === 'returned' ? 'representation' : 'minimal');
  // What was asked for with GET is always returned: it has no location, because nothing was written.
  const returned = Location === undefined || asked === 'representation';
  return {
    ...(failed || !answer.resource || !returned ? {} : { resource: answer.resource }),
    response: {
      status: String(answer.status),
      ...(Location === undefined
        ? {}
        : { location: traits.bundleLocations === 'relative' ? Location.replace(`${base}/`, '') : Location }),
      ...(ETag === undefined ? {} : { etag: traits.bundleEtags === 'bare' ? bare(ETag) : ETag }),
      ...(typeof meta?.lastUpdated === 'string' ? { lastModified: meta.lastUpdated } : {}),
      ...(failed && answer.resource ? { outcome: answer.resource } : {}),
    },
  };
}
