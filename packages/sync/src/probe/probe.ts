import { reportCaught } from '@ehch/clinical/diagnostics';
import { isObject, listAt, textAt } from '@ehch/fhir';
import { weakTag } from '../http/version-tag.ts';
import { NOTHING_FOUND, type Findings, type Found } from './findings.ts';
import {
  isDone,
  probing,
  refuseUnlessTried,
  type ProbeAnswer,
  type First,
  type Probe,
  type ProbePorts,
} from './probing.ts';
import { PROBE_ID, scratch, transaction, type ScratchEntry } from './scratch.ts';
import { findsAtOnce, statementOf, tryReading } from './try-reading.ts';

/**
 * Tries out on scratch resources of its own what a server can do. A CapabilityStatement alone is not believed: servers
 * claim conditions that they ignore. What was written is deleted at the end, as far as the server allows it.
 *
 * @throws {EhchError} `unreachable`, `timeout`, `signed-out`, `forbidden`, `malformed` or `server-error` if the server did not let itself be
 * tried: that says nothing about it, so no profile is made of it
 */
export async function probeServer(ports: ProbePorts): Promise<Findings> {
  const first = await tryOut(ports);
  if (first.isWhole) return first.findings;
  // A moment without a network looks like a question that a browser never sends. Only the second comes back the same.
  const again = await tryOut(ports);
  return { ...first.findings, ...known(again.findings) };
}

function known(findings: Findings): Partial<Findings> {
  return Object.fromEntries(Object.entries(findings).filter(([, found]) => found !== null));
}

async function tryOut(
  ports: ProbePorts,
): Promise<{ readonly findings: Findings; readonly isWhole: boolean }> {
  const made = new Set<string>();
  const probe = probing(ports, made);
  try {
    const findings = await findingsOf(probe);
    return { findings, isWhole: probe.isWhole() };
  } finally {
    // What cannot be deleted stays, and says of itself that it may be.
    for (const address of made)
      await probe.ask('DELETE', address).catch((error: unknown) => reportCaught(error, 'sync/probe'));
  }
}

async function findingsOf(probe: Probe): Promise<Findings> {
  const first = await firstScratch(probe);
  if (first === null) return { ...NOTHING_FOUND, ...(await statementOf(probe)) };
  const searchesAtOnce = await findsAtOnce(probe, first);
  const conditions = await tryConditions(probe, first);
  const transactions = await tryTransactions(probe, first);
  const reading = await tryReading(probe, first);
  return {
    ...NOTHING_FOUND,
    creates: true,
    clientIds: first.isOurs,
    searchesAtOnce,
    ...conditions,
    ...transactions,
    ...reading,
    ...(await statementOf(probe)),
    ...(await tryDeleting(probe, first)),
  };
}

async function firstScratch(probe: Probe): Promise<First | null> {
  const key = probe.newId();
  const put = await probe.ask('PUT', `Basic/${key}`, scratch(key, key, '1'));
  refuseUnlessTried(put);
  if (isDone(put)) {
    probe.note(`Basic/${key}`);
    // Some servers do not send back what they have written, and a login page answers 200 to everything.
    const read = textAt(put.value, 'id') === key ? put : await probe.ask('GET', `Basic/${key}`);
    refuseUnlessTried(read);
    if (textAt(read.value, 'id') !== key) return null;
    return { address: `Basic/${key}`, key, isOurs: true, version: versionOf(read.value) };
  }
  const post = await probe.ask('POST', 'Basic', scratch(null, key, '1'));
  refuseUnlessTried(post);
  const id = textAt(post.value, 'id');
  if (!isDone(post) || id === null) return null;
  probe.note(`Basic/${id}`);
  return { address: `Basic/${id}`, key, isOurs: false, version: versionOf(post.value) };
}

async function tryConditions(
  probe: Probe,
  { address, key, isOurs, version }: First,
): Promise<Partial<Findings>> {
  const id = address.slice('Basic/'.length);
  const again = isOurs
    ? await probe.tryAsk('PUT', address, scratch(id, key, 'again'), { 'if-none-match': '*' })
    : null;
  await probe.tryAsk('PUT', address, scratch(id, key, '2'));
  const stale =
    version === null
      ? null
      : await probe.tryAsk('PUT', address, scratch(id, key, 'stale'), { 'if-match': weakTag(version) });
  const found = await probe.tryAsk('POST', 'Basic', scratch(null, key, 'double'), {
    'if-none-exist': `identifier=${encodeURIComponent(`${PROBE_ID}|${key}`)}`,
  });
  const foundId = textAt(found?.value, 'id');
  if (found !== null && isDone(found) && foundId !== null) probe.note(`Basic/${foundId}`);
  return {
    refusesIfNoneMatch: isOurs ? refused(again) : null,
    refusesStaleIfMatch: version === null ? false : refused(stale),
    findsIfNoneExist: found === null || !isDone(found) ? null : foundId === id,
  };
}

async function tryTransactions(
  probe: Probe,
  { address, key, isOurs, version }: First,
): Promise<Partial<Findings>> {
  const id = address.slice('Basic/'.length);
  const entry = (text: string, when: ScratchEntry['when']): ScratchEntry => {
    const own = probe.newId();
    return isOurs
      ? { method: 'PUT', url: `Basic/${own}`, body: scratch(own, own, text), ...(when && { when }) }
      : { method: 'POST', url: 'Basic', body: scratch(null, own, text) };
  };
  const send = async (...entries: readonly ScratchEntry[]): Promise<ProbeAnswer | null> => {
    const answer = await probe.tryAsk('POST', '', transaction(entries));
    for (const each of createdBy(answer, entries)) probe.note(each);
    return answer;
  };
  const two = [entry('a', { ifNoneMatch: '*' }), entry('b', { ifNoneMatch: '*' })];
  const together = await send(...two);
  if (together === null || !isWholeBundle(together, 2))
    return { transactions: together === null ? null : false };
  const beside = entry('beside', undefined);
  const stale = await send(
    {
      method: 'PUT',
      url: address,
      body: scratch(id, key, 'stale'),
      when: { ifMatch: weakTag(version ?? '') },
    },
    beside,
  );
  const isStaleRefused = version === null || stale === null ? null : !isDone(stale);
  // Refused alone is not enough: what stood beside it must not be there either.
  const isAtomic = isStaleRefused === true ? (await isThere(probe, beside)) === false : null;
  const double = isOurs && two[0] ? await send({ ...two[0], body: two[0].body.replace(' a"', ' c"') }) : null;
  const conditional = await send({
    method: 'POST',
    url: 'Basic',
    body: scratch(null, key, 'double'),
    when: { ifNoneExist: `identifier=${encodeURIComponent(`${PROBE_ID}|${key}`)}` },
  });
  return {
    transactions: isAtomic ?? true,
    refusesStaleIfMatchInTransaction: isStaleRefused,
    refusesIfNoneMatchInTransaction: double === null ? null : !isWholeBundle(double, 1),
    findsIfNoneExistInTransaction:
      conditional === null || !isWholeBundle(conditional, 1) ? null : addressesIn(conditional)[0] === address,
  };
}

async function isThere(probe: Probe, { method, url, body }: ScratchEntry): Promise<Found> {
  if (method === 'PUT') {
    const read = await probe.tryAsk('GET', url);
    return read && isDone(read);
  }
  const key = textAt(listAt(JSON.parse(body), 'identifier')[0], 'value') ?? '';
  const list = await probe.tryAsk('GET', `Basic?identifier=${encodeURIComponent(`${PROBE_ID}|${key}`)}`);
  return list && listAt(list.value, 'entry').length > 0;
}

async function tryDeleting(probe: Probe, { address }: First): Promise<Partial<Findings>> {
  const deleted = await probe.tryAsk('DELETE', address);
  if (deleted === null || !isDone(deleted)) return { deletes: deleted === null ? null : false };
  const read = await probe.tryAsk('GET', address);
  return { deletes: true, answersGone: read === null ? null : read.status === 410 };
}

/** Whether the server refused a question. A sign-in and a gateway's page show nothing. */
function refused(answer: ProbeAnswer | null): Found {
  if (answer === null || answer.isForeign || answer.status === 401) return null;
  return answer.status >= 400;
}

function isWholeBundle(answer: ProbeAnswer, entries: number): boolean {
  const statuses = listAt(answer.value, 'entry').map((entry) =>
    textAt(isObject(entry) ? entry['response'] : null, 'status'),
  );
  return (
    isDone(answer) &&
    statuses.length === entries &&
    statuses.every((status) => status?.startsWith('2') === true)
  );
}

/** `Type/id` of what a transaction wrote or found, in its order. */
function addressesIn({ value }: ProbeAnswer): readonly (string | null)[] {
  return listAt(value, 'entry').map((entry) => {
    const location = textAt(isObject(entry) ? entry['response'] : null, 'location');
    const id = textAt(isObject(entry) ? entry['resource'] : null, 'id');
    return id !== null ? `Basic/${id}` : (/Basic\/[^/]+/.exec(location ?? '')?.[0] ?? null);
  });
}

function createdBy(answer: ProbeAnswer | null, entries: readonly ScratchEntry[]): readonly (string | null)[] {
  const named = entries.map(({ method, url }) => (method === 'PUT' ? url : null));
  return answer === null || !isDone(answer) ? named : [...named, ...addressesIn(answer)];
}

function versionOf(value: unknown): string | null {
  return isObject(value) ? textAt(value['meta'], 'versionId') : null;
}
