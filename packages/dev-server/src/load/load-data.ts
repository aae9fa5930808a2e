import { relative } from 'node:path';
import { isObject, type FhirResource } from '../resource.ts';
import { findFiles } from './find-files.ts';
import { placeResources } from './place-resources.ts';
import { readFile } from './read-file.ts';

/** The roster that lists every Patient in the data. */
export const LOADED_ROSTER_ID = 'everybody';

/** What happened to the loaded data. Every file and every resource counts in exactly one of the numbers. */
export interface LoadReport {
  readonly files: number;
  readonly loaded: ReadonlyMap<string, number>;
  readonly givenAnId: number;
  /** Resources that came more than once. The newest is kept, or the last one if none is dated. */
  readonly olderCopies: number;
  /** Resources that no R4 server stores, by type. */
  readonly notStored: ReadonlyMap<string, number>;
  /** Files that were left out as a whole, by reason. */
  readonly leftOut: ReadonlyMap<string, readonly string[]>;
}

type Identified = FhirResource & { readonly id: string };

/** Reads FHIR R4 from a bundle, a file, or a folder and everything below it. */
export function loadData(path: string): { resources: readonly Identified[]; report: LoadReport } {
  const files = findFiles(path);
  const byAddress = new Map<string, Identified>();
  const notStored = new Map<string, number>();
  const leftOut = new Map<string, string[]>();
  let givenAnId = 0;
  let olderCopies = 0;
  for (const file of files) {
    const content = readFile(file);
    const name = relative(path, file) || file;
    if ('leftOut' in content) {
      leftOut.set(content.leftOut, [...(leftOut.get(content.leftOut) ?? []), name]);
      continue;
    }
    const placed = placeResources(content.found, name);
    givenAnId += placed.givenAnId;
    for (const type of placed.notStored) notStored.set(type, (notStored.get(type) ?? 0) + 1);
    for (const resource of placed.resources) {
      const address = `${resource.resourceType}/${resource.id}`;
      const other = byAddress.get(address);
      if (other) olderCopies += 1;
      if (!other || updated(resource) >= updated(other)) byAddress.set(address, resource);
    }
  }
  const resources = [...byAddress.values()];
  const loaded = new Map<string, number>();
  for (const { resourceType } of resources) loaded.set(resourceType, (loaded.get(resourceType) ?? 0) + 1);
  const report = { files: files.length, loaded, givenAnId, olderCopies, notStored, leftOut };
  return { resources: [...resources, rosterOf(resources)], report };
}

/** `lastUpdated` in milliseconds. A copy without one counts as older than any with one. */
function updated({ meta }: FhirResource): number {
  const stated =
    isObject(meta) && typeof meta['lastUpdated'] === 'string' ? Date.parse(meta['lastUpdated']) : NaN;
  return Number.isNaN(stated) ? -Infinity : stated;
}

function rosterOf(resources: readonly Identified[]): Identified {
  const patients = resources.filter(({ resourceType }) => resourceType === 'Patient');
  return {
    resourceType: 'Group',
    id: LOADED_ROSTER_ID,
    type: 'person',
    actual: true,
    active: true,
    name: 'Everybody in this data',
    quantity: patients.length,
    ...(patients.length > 0
      ? { member: patients.map(({ id }) => ({ entity: { reference: `Patient/${id}` } })) }
      : {}),
  };
}
