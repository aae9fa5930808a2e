import type { OperationPart } from '@ehch/store';
import type { HttpRequest } from '../http/http.ts';
import { weakTag } from '../http/version-tag.ts';
import { instantOf, type PushContext } from './context.ts';
import type { Hand } from './hand.ts';
import type { ReadableEntry } from './lanes.ts';
import {
  conditionOf,
  goesByOwnId,
  hasMarker,
  markerOf,
  ownMarker,
  withIdentifier,
  withIntent,
  withSender,
  type Sender,
} from './marks.ts';
import type { Prepared } from './prepare.ts';
import { withoutId, withReference, withUrns } from './references.ts';

/** A request that carries parts of an entry. */
export interface Outgoing {
  readonly method: HttpRequest['method'];
  readonly path: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
  /** The places of its parts, in the order of the answer's entries. A marker follows them. */
  readonly parts: readonly number[];
  readonly isBundle: boolean;
  /** Entries that the answer must have, if it is a Bundle. */
  readonly entries: number;
}

/** One write, alone or as an entry of a transaction. */
interface Write {
  readonly method: 'PUT' | 'POST';
  readonly url: string;
  readonly fullUrl: string;
  readonly body: string;
  readonly ifMatch?: string;
  readonly ifNoneMatch?: '*';
  readonly ifNoneExist?: string;
}

/**
 * Builds the next request of an entry by the level of its server (sync SPEC P1): all parts and the marker in one
 * transaction, or the first part that has not arrived.
 */
export function nextRequest(
  context: PushContext,
  entry: ReadableEntry,
  {
    hand,
    prepared,
    sender,
  }: { readonly hand: Hand; readonly prepared: readonly Prepared[]; readonly sender: Sender },
): Outgoing {
  const { parts } = entry.operation;
  const open = [...parts.keys()].filter((at) => !hand.arrived.has(at));
  const isBundle = context.profile.transactions;
  const carried = isBundle ? open : open.slice(0, 1);
  const writes = carried.flatMap((at) => {
    const [part, made] = [parts[at], prepared[at]];
    if (part === undefined || made === undefined) return [];
    const body = { ...made, text: toArrived(made.text, parts, hand) };
    return [writeOf(context, entry, { part, made: body, sender })];
  });
  if (isBundle) return transactionOf(context, entry, { writes, carried, sender });
  return { ...single(writes[0]), parts: carried, isBundle, entries: 1 };
}

/** A body that refers to parts under the ids that the server gave them, where they went before it one by one. */
function toArrived(text: string, parts: readonly OperationPart[], { arrived }: Hand): string {
  return parts.reduce((body, { type, id }, at) => {
    const own = arrived.get(at) ?? id;
    return own === id ? body : withReference(body, `${type}/${id}`, `${type}/${own}`);
  }, text);
}

function writeOf(
  context: PushContext,
  { operation }: ReadableEntry,
  { part, made, sender }: { readonly part: OperationPart; readonly made: Prepared; readonly sender: Sender },
): Write {
  const { profile, guards, base } = context;
  // At level A the marker stands beside it. Elsewhere the resource itself names the press.
  const isMarker = part === ownMarker(operation) && part.type === 'Provenance';
  const named = isMarker ? withSender(made.text, operation, sender) : made.text;
  const body = hasMarker(profile, operation) ? named : withIntent(named, operation.intent);
  if (part.op === 'update')
    return {
      method: 'PUT',
      url: `${part.type}/${part.id}`,
      fullUrl: addressOf(base, part),
      body,
      ...(guards.ifMatch && made.on !== null && { ifMatch: weakTag(made.on) }),
    };
  const condition = conditionOf(part);
  if (goesByOwnId(profile, part))
    return {
      method: 'PUT',
      url: `${part.type}/${part.id}`,
      fullUrl: addressOf(base, part),
      body,
      ...(guards.onlyIfNew && !profile.ignoresIfNoneMatch && { ifNoneMatch: '*' as const }),
    };
  return {
    method: 'POST',
    url: part.type,
    fullUrl: `urn:uuid:${part.id}`,
    body: withIdentifier({ ...part, body }),
    ...(guards.onlyIfNew && condition !== null && { ifNoneExist: condition }),
  };
}

function transactionOf(
  context: PushContext,
  { operation }: ReadableEntry,
  {
    writes,
    carried,
    sender,
  }: { readonly writes: readonly Write[]; readonly carried: readonly number[]; readonly sender: Sender },
): Outgoing {
  const { profile, guards, base } = context;
  const address = ({ method, url, fullUrl }: Write): string => (method === 'PUT' ? url : fullUrl);
  const marker: Write = {
    method: 'PUT',
    url: `Provenance/${operation.intent}`,
    fullUrl: addressOf(base, { type: 'Provenance', id: operation.intent }),
    body: markerOf(operation, sender, writes.map(address), instantOf(context)),
    ...(guards.onlyIfNew && !profile.ignoresIfNoneMatch && { ifNoneMatch: '*' as const }),
  };
  const bringsMarker = !hasMarker(profile, operation) || ownMarker(operation) !== null;
  const all = bringsMarker ? writes : [...writes, marker];
  const posted = operation.parts.filter(({ id }) =>
    writes.some(({ method, fullUrl }) => method === 'POST' && fullUrl === `urn:uuid:${id}`),
  );
  const entries = all.map(
    ({ fullUrl, body, method, url, ...when }) =>
      `{"fullUrl":${JSON.stringify(fullUrl)},"resource":${withUrns(method === 'POST' ? withoutId(body) : body, posted)},"request":${JSON.stringify({ method, url, ...when })}}`,
  );
  return {
    method: 'POST',
    path: '',
    headers: {},
    body: `{"resourceType":"Bundle","type":"transaction","entry":[${entries.join(',')}]}`,
    parts: carried,
    isBundle: true,
    entries: all.length,
  };
}

function single(write: Write | undefined): Pick<Outgoing, 'method' | 'path' | 'headers' | 'body'> {
  const { method = 'POST', url = '', body = '', ifMatch, ifNoneMatch, ifNoneExist } = write ?? {};
  return {
    method,
    path: url,
    headers: {
      ...(ifMatch !== undefined && { 'if-match': ifMatch }),
      ...(ifNoneMatch !== undefined && { 'if-none-match': ifNoneMatch }),
      ...(ifNoneExist !== undefined && { 'if-none-exist': ifNoneExist }),
    },
    body: method === 'POST' ? withoutId(body) : body,
  };
}

function addressOf(base: string, { type, id }: { readonly type: string; readonly id: string }): string {
  return `${base.replace(/\/$/, '')}/${type}/${id}`;
}
