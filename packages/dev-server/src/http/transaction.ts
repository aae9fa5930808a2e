import { Refusal } from '../refusal.ts';
import { isObject, type FhirResource } from '../resource.ts';
import { readEntry, responseEntry, type RequestEntry } from './bundle-entry.ts';
import type { Answer, Call, ServerContext } from './call.ts';
import { onlyMatch } from './create.ts';
import { outcomeOf } from './outcome.ts';
import { rewriteReferences } from './rewrite-references.ts';

/** `POST [base]`: a batch, whose entries are independent, or a transaction, which succeeds or fails as a whole. */
export function bundle(context: ServerContext, call: Call): Answer {
  const body = call.body;
  if (!isObject(body) || body['resourceType'] !== 'Bundle') {
    throw new Refusal(400, 'structure', 'The body is not a Bundle.');
  }
  const entries = Array.isArray(body['entry']) ? (body['entry'] as unknown[]) : [];
  switch (body['type']) {
    case 'batch':
      return answerBundle(
        'batch-response',
        entries.map((entry, index) => alone(context, call, entry, index)),
      );
    case 'transaction':
      return answerBundle('transaction-response', together(context, call, entries.map(readEntry)));
    default:
      throw new Refusal(400, 'not-supported', 'The Bundle is neither a batch nor a transaction.');
  }
}

function answerBundle(type: string, answers: readonly Answer[]): Answer {
  return { status: 200, resource: { resourceType: 'Bundle', type, entry: answers.map(responseEntry) } };
}

function alone(context: ServerContext, call: Call, entry: unknown, index: number): Answer {
  try {
    const read = readEntry(entry, index);
    return context.repository.transaction(() => perform(context, call, read, read.resource));
  } catch (error) {
    return outcomeOf(error);
  }
}

/** The order of the entries of a transaction: http://hl7.org/fhir/R4/http.html#trules */
const ORDER = ['DELETE', 'POST', 'PUT', 'PATCH', 'GET', 'HEAD'];

function together(context: ServerContext, call: Call, entries: readonly RequestEntry[]): Answer[] {
  refuseTwice(entries);
  return context.repository.transaction(() => {
    const places = new Map(entries.flatMap((entry) => placeOf(context, entry)));
    const answers: Answer[] = [];
    for (const method of ORDER) {
      for (const entry of entries.filter((one) => one.method === method)) {
        answers[entry.index] = named(entry.index, () => inPlace(context, call, entry, places));
      }
    }
    const unknown = entries.find((entry) => !ORDER.includes(entry.method));
    if (unknown)
      throw new Refusal(400, 'value', `Bundle.entry[${unknown.index}].request.method is not known.`);
    return answers;
  });
}

/** The future address of an entry, so that other entries can refer to it. */
function placeOf(context: ServerContext, entry: RequestEntry): [string, Place][] {
  if (entry.fullUrl === null) return [];
  if (entry.method === 'PUT') return [[entry.fullUrl, { reference: entry.url, existing: false }]];
  if (entry.method !== 'POST' || entry.url.includes('?') || entry.url === '') return [];
  const condition = entry.headers['if-none-exist'];
  const existing =
    condition === undefined ? null : named(entry.index, () => onlyMatch(context, entry.url, condition));
  const id = existing?.id ?? context.repository.newId();
  return [[entry.fullUrl, { reference: `${entry.url}/${id}`, existing: existing !== null }]];
}

interface Place {
  readonly reference: string;
  readonly existing: boolean;
}

function inPlace(
  context: ServerContext,
  call: Call,
  entry: RequestEntry,
  places: ReadonlyMap<string, Place>,
): Answer {
  const resource =
    entry.resource &&
    (rewriteReferences(entry.resource, (reference) => {
      const place = places.get(reference);
      if (place) return place.reference;
      return /^[A-Za-z]+\?/.test(reference) ? conditional(context, reference) : undefined;
    }) as FhirResource);
  const place = entry.fullUrl === null ? undefined : places.get(entry.fullUrl);
  if (entry.method !== 'POST' || !place || place.existing || !resource) {
    return perform(context, call, entry, resource);
  }
  // Other entries already refer to this id, so the resource is created under it.
  const id = place.reference.slice(entry.url.length + 1);
  const put = { ...entry, method: 'PUT', url: place.reference, headers: {} };
  return perform(context, call, put, { ...resource, id });
}

/** A conditional reference, such as `Practitioner?identifier=…`. */
function conditional(context: ServerContext, reference: string): string {
  const type = reference.slice(0, reference.indexOf('?'));
  const match = onlyMatch(context, type, reference);
  if (!match) throw new Refusal(412, 'not-found', 'A conditional reference matches nothing.');
  return `${type}/${match.id}`;
}

function perform(context: ServerContext, call: Call, entry: RequestEntry, body: unknown): Answer {
  if (entry.url === '' || entry.url.startsWith('?')) {
    throw new Refusal(400, 'not-supported', 'A Bundle inside a Bundle is not supported.');
  }
  const headers = { ...entry.headers, prefer: call.headers['prefer'] };
  return context.dispatch({
    method: entry.method,
    url: entry.url.replace(`${context.base}/`, ''),
    headers,
    body,
  });
}

/** Runs the work of an entry, and names the entry in the message of a refusal. */
function named<T>(index: number, work: () => T): T {
  try {
    return work();
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    throw new Refusal(error.status, error.issue, `Bundle.entry[${index}]: ${error.message}`, error.headers);
  }
}

function refuseTwice(entries: readonly RequestEntry[]): void {
  const written = entries
    .filter((entry) => entry.method === 'PUT' || entry.method === 'DELETE')
    .map((one) => one.url);
  if (new Set(written).size < written.length) {
    throw new Refusal(400, 'invalid', 'The transaction writes one resource twice.');
  }
}
