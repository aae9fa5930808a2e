import { elementsOf, type ElementFate } from '../../packages/fhir/src/readers/r4/elements/walk.ts';
import { readResource } from '../../packages/fhir/src/readers/r4/read-resource.ts';
import { RESOURCES, isReadableType } from '../../packages/fhir/src/readers/r4/resources/index.ts';

/** The outcomes of the elements at one path. */
export interface ElementCount {
  readonly type: string;
  /** The path, as deep as the reader tells elements apart: `code.coding.display`. */
  readonly path: string;
  /** In words, or used to decide. */
  readonly shown: number;
  /** Named at the fact as "more in the record", or as a part that the reader could not read. */
  readonly cautioned: number;
  /** On the reviewed list of elements that cannot change the meaning. */
  readonly harmless: number;
}

type Column = 'shown' | 'cautioned' | 'harmless';

const COLUMN: Readonly<Record<ElementFate, Column>> = {
  read: 'shown',
  more: 'cautioned',
  harmless: 'harmless',
};

/** Counts every primitive value in the resource once. */
export function elementCounts(resource: unknown): readonly ElementCount[] {
  if (!isResource(resource) || !isReadableType(resource.resourceType)) return [];
  const type = resource.resourceType;
  const definition = RESOURCES[type];
  const reading = readResource(definition, resource);
  // The reader leaves a malformed field out of the words, and the fact says so.
  const left = reading.ok ? reading.dropped.map((path) => path.replaceAll(/\.?\[\d+\]/g, '')) : [];
  return elementsOf(definition, resource).map(({ path, value, fate }) => {
    const isLeft = left.some((dropped) => path === dropped || path.startsWith(`${dropped}.`));
    const column = isLeft ? 'cautioned' : COLUMN[fate];
    return { type, path, shown: 0, cautioned: 0, harmless: 0, [column]: primitives(value) };
  });
}

function isResource(value: unknown): value is { readonly resourceType: string } {
  return (
    typeof value === 'object' &&
    value !== null &&
    'resourceType' in value &&
    typeof value.resourceType === 'string'
  );
}

/** How many values an element has. */
export function primitives(value: unknown): number {
  if (value === null || value === undefined) return 0;
  if (typeof value !== 'object') return 1;
  return Object.values(value)
    .map(primitives)
    .reduce((sum, count) => sum + count, 0);
}

/** Prints the outcomes by type and path. `true`: they add up to all values of the shown resources. */
export function printElements(counts: readonly ElementCount[], values: number): boolean {
  const byType = Map.groupBy(counts, ({ type }) => type);
  for (const type of [...byType.keys()].toSorted((a, b) => a.localeCompare(b))) {
    const ofType = byType.get(type) ?? [];
    console.log(`${type}: ${line(ofType)}`);
    const byPath = Map.groupBy(ofType, ({ path }) => path);
    for (const path of [...byPath.keys()].toSorted((a, b) => a.localeCompare(b)))
      console.log(`    ${path}: ${line(byPath.get(path) ?? [])}`);
  }
  const total = sums(counts);
  const all = total.shown + total.cautioned + total.harmless;
  console.log(
    `${values} elements of the resources shown = ${line(counts)}${all === values ? '' : ' – DOES NOT ADD UP'}`,
  );
  return all === values;
}

function line(counts: readonly ElementCount[]): string {
  const { shown, cautioned, harmless } = sums(counts);
  return `${shown} shown + ${cautioned} cautioned + ${harmless} harmless`;
}

function sums(counts: readonly ElementCount[]): Readonly<Record<Column, number>> {
  const sum = (column: Column) => counts.reduce((total, count) => total + count[column], 0);
  return { shown: sum('shown'), cautioned: sum('cautioned'), harmless: sum('harmless') };
}
