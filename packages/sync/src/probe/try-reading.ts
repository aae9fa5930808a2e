import { isObject, listAt, textAt } from '@ehch/fhir';
import type { Findings, Found } from './findings.ts';
import { isDone, type First, type Probe } from './probing.ts';

/** Whether a search finds what was written a moment ago. Some servers make their index later, and hide it until then. */
export async function findsAtOnce(probe: Probe, { address }: First): Promise<Found> {
  const id = address.slice('Basic/'.length);
  const found = await probe.tryAsk('GET', `Basic?_id=${encodeURIComponent(id)}`);
  return found === null || !isDone(found) || !isBundle(found.value)
    ? null
    : listAt(found.value, 'entry').length > 0;
}

export async function tryReading(probe: Probe, { address }: First): Promise<Partial<Findings>> {
  const own = await probe.tryAsk('GET', `${address}/_history`);
  const type = await probe.tryAsk('GET', 'Basic/_history?_count=1');
  const search = await probe.tryAsk('POST', 'Basic/_search', `_id=${address.slice('Basic/'.length)}`, {
    'content-type': 'application/x-www-form-urlencoded',
  });
  return {
    instanceHistory: own === null ? null : isDone(own) && listAt(own.value, 'entry').length > 1,
    typeHistory: type === null ? null : isDone(type) && isBundle(type.value),
    postSearch: search === null ? null : isDone(search) && isBundle(search.value),
  };
}

/** What the server says of itself. Only its name and its FHIR version are believed: its abilities are tried. */
export async function statementOf(probe: Probe): Promise<Pick<Findings, 'software' | 'fhirVersion'>> {
  const value = (await probe.tryAsk('GET', 'metadata'))?.value;
  const software = isObject(value) ? value['software'] : null;
  const words = [textAt(software, 'name'), textAt(software, 'version')].filter((word) => word !== null);
  return { software: words.length === 0 ? null : words.join(' '), fhirVersion: textAt(value, 'fhirVersion') };
}

function isBundle(value: unknown): boolean {
  return textAt(value, 'resourceType') === 'Bundle';
}
