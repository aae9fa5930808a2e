import { Refusal } from '../refusal.ts';
import { isObject, isResource, type FhirResource } from '../resource.ts';
import { parseJson } from './body.ts';
import { readEntry, responseEntry, type RequestEntry } from './bundle-entry.ts';
import type { Answer, Call, ServerContext } from './call.ts';
import { refuseIfReferred, refuseMissingTargets } from './integrity.ts';
import { onlyMatch } from './only-match.ts';
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
        context,
        call,
        'batch-response',
        entries.map((entry, index) => alone(context, call, entry, index)),
      );
    case 'transaction':
      return answerBundle(
        context,
        call,
        'transaction-response',
        together(context, call, entries.map(readEntry)),
      );
    default:
      throw new Refusal(400, 'not-supported', 'The Bundle is neither a batch nor a transaction.');
  }
}

function answerBundle(context: ServerContext, call: Call, type: string, answers: readonly Answer[]): Answer {
  const entry = answers.map((answer) => responseEntry(context, call, answer));
  return { status: 200, resource: { resourceType: 'Bundle', type, entry } };
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
  if (!context.traits.transactions) {
    throw new Refusal(400, 'not-supported', 'This server does not do transactions.');
  }
  refuseTwice(entries);
  refuseBeyondLimits(context, entries);
  // References are checked when all is written: entries may refer to each other, or go together.
  const inside = context.with({ integrity: 'unchecked' });
  return context.repository.transaction(() => {
    const answers = inOrder(inside, call, entries);
    if (context.traits.integrity === 'checked') checkIntegrity(context, entries, answers);
    return answers;
  });
}

function inOrder(context: ServerContext, call: Call, entries: readonly RequestEntry[]): Answer[] {
  const places = new Map(entries.flatMap((entry) => placeOf(context, entry)));
  const answers: Answer[] = [];
  for (const method of ORDER) {
    for (const entry of entries.filter((one) => one.method === method)) {
      answers[entry.index] = named(entry.index, () => inPlace(context, call, entry, places));
    }
  }
  const unknown = entries.find((entry) => !ORDER.includes(entry.method));
  if (unknown) throw new Refusal(400, 'value', `Bundle.entry[${unknown.index}].request.method is not known.`);
  return answers;
}

function checkIntegrity(
  context: ServerContext,
  entries: readonly RequestEntry[],
  answers: readonly Answer[],
): void {
  for (const { index, method, url } of entries) {
    const [type = '', id = ''] = url.split(/[/?]/);
    const resource = answers[index]?.resource;
    named(index, () => {
      if (method === 'DELETE' && !url.includes('?')) refuseIfReferred(context, type, id);
      else if (method !== 'GET' && resource) refuseMissingTargets(context, resource);
    });
  }
}

/** @throws {Refusal} 400 for more entries than this server takes in one transaction */
function refuseBeyondLimits({ traits }: ServerContext, entries: readonly RequestEntry[]): void {
  const { entries: most, updates, withCondition } = traits.transactionLimits;
  const conditional = entries.some(
    ({ method, url, headers }) =>
      headers['if-none-exist'] !== undefined || (method === 'PUT' && url.includes('?')),
  );
  const tooMany =
    entries.length > most ||
    entries.filter(({ method }) => method === 'PUT').length > updates ||
    (conditional && entries.length > withCondition);
  if (tooMany)
    throw new Refusal(400, 'too-costly', 'The transaction has more entries than this server takes.');
}

/** The future address of an entry, so that other entries can refer to it. */
function placeOf(context: ServerContext, entry: RequestEntry): [string, Place][] {
  if (entry.fullUrl === null) return [];
  if (entry.method === 'PUT') return [[entry.fullUrl, { reference: entry.url, existing: false }]];
  if (entry.method !== 'POST' || entry.url.includes('?') || entry.url === '') return [];
  const condition = entry.headers['if-none-exist'];
  const existing =
    condition === undefined || context.traits.ifNoneExist === 'ignored'
      ? null
      : named(entry.index, () =>
          onlyMatch(context, entry.url, condition, context.traits.conditionalCreateRaceMs),
        );
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
  return perform(context.with({ clientIds: 'any' }), call, put, { ...resource, id });
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
  const headers = {
    ...entry.headers,
    'x-meta-snapshot-mode': call.headers['x-meta-snapshot-mode'],
    // The resource is returned to the Bundle's answer, which decides what of it goes out.
    prefer: `return=representation, ${call.headers['prefer'] ?? ''}`,
  };
  return context.dispatch({
    method: entry.method,
    url: entry.url.replace(`${context.base}/`, ''),
    headers,
    body: entry.method === 'PATCH' ? patchIn(body) : body,
  });
}

/** The JSON Patch in an entry, which is a Binary: http://hl7.org/fhir/R4/http.html#patch */
function patchIn(body: unknown): unknown {
  if (!isResource(body) || body.resourceType !== 'Binary' || typeof body['data'] !== 'string') {
    throw new Refusal(400, 'structure', 'A PATCH in a Bundle is a Binary with a JSON Patch.');
  }
  return parseJson(Buffer.from(body['data'], 'base64').toString('utf8'), String(body['contentType']));
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
