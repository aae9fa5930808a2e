/**
 * Proves that the reader drops nothing that R4 allows anywhere: extensions, also of primitive elements, modifier extensions,
 * contained records, and elements that R4 does not know. The test puts each at every place of every type.
 */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { EXTENSION, extensionAddress } from '../../packages/fhir/src/codes/systems.ts';
import { buildView } from '../../packages/fhir/src/index.ts';
import { moreOf } from '../../packages/fhir/src/readers/r4/elements/more.ts';
import { elementsOf } from '../../packages/fhir/src/readers/r4/elements/walk.ts';
import { RESOURCES, isReadableType } from '../../packages/fhir/src/readers/r4/resources/index.ts';
import { elementPaths, type ElementPath } from './definitions.ts';
import { mutationOf } from './mutations.ts';
import { NOW, PATIENT, PLAIN, put, type Json, type Plain } from './plain-resources.ts';
import { READ_EXTENSIONS } from './read-extensions.ts';
import { wordsOf } from './words-of.ts';

const ODD = { url: 'https://zz.example/StructureDefinition/zz-odd', valueString: 'Zz odd words' };

function said({ resource, beside = [] }: Plain): string {
  const others = resource['resourceType'] === 'Patient' ? beside : [PATIENT, ...beside];
  const resources = [...others, resource];
  const { view } = buildView({
    resident: 'r',
    patient: 'p',
    resources,
    outcomes: {},
    now: NOW,
    sourceLabel: 'test',
  });
  return wordsOf(view, NOW);
}

interface Place {
  readonly path: string;
  readonly resource: Json;
  /** The objects on the way to the element, the resource itself first. */
  readonly holders: readonly (readonly string[])[];
}

/** Every place of a plain resource that the reader enters. It shows the other parts whole, or calls them harmless whole. */
function placesOf(type: string, { resource }: Plain): readonly Place[] {
  return elementPaths(type).flatMap((element) => placeOf(type, resource, element) ?? []);
}

function placeOf(type: string, resource: Json, element: ElementPath): Place | null {
  if (!isReadableType(type)) return null;
  const { with: filled } = mutationOf(type, resource, element);
  const isRead = elementsOf(RESOURCES[type], filled).some(
    ({ path, fate }) => path === element.path && fate === 'read',
  );
  if (!isRead) return null;
  const steps = element.path.split('.').slice(0, -1);
  return { path: element.path, resource: filled, holders: steps.map((_, at) => steps.slice(0, at + 1)) };
}

/** Whether the summary says more of the resource with the fields than without them. */
function saysMore(type: string, resource: Json, holder: readonly string[], fields: Json): boolean {
  if (!isReadableType(type)) return false;
  const texts = (given: Json) => JSON.stringify(moreOf(RESOURCES[type], given));
  return texts(put(resource, holder, fields) as Json) !== texts(resource);
}

/** The addresses of the extensions that a type declares as read, by type and place. */
const DECLARED: Readonly<Record<string, Readonly<Record<string, object>>>> = Object.fromEntries(
  Object.entries(RESOURCES).map(([type, definition]) => [
    type,
    'extensions' in definition ? definition.extensions : {},
  ]),
);

/** The place of a list of extensions. The reader treats a nested item of a form like an item at the top. */
function placeIn(holder: readonly string[]): string {
  const path = [...holder, 'extension'].join('.');
  return ['item.answer.extension', 'item.extension'].find((place) => path.endsWith(`.${place}`)) ?? path;
}

/** Extensions of this product decide how the reader reads a score back: see `test/round-trip`. */
const DECIDES = `Observation extension ${EXTENSION.score}`;

const AT_OBJECTS: readonly (readonly [what: string, fields: Json])[] = [
  ['an extension', { extension: [ODD] }],
  ['a modifier extension', { modifierExtension: [ODD] }],
  ['an element that R4 does not know', { zzOdd: 'Zz odd words' }],
];

for (const [type, plains] of Object.entries(PLAIN)) {
  for (const plain of plains) {
    const title = `${type} ${plain.name}`;
    for (const [what, fields] of [
      ...AT_OBJECTS,
      ['a contained record that nothing names', { contained: [{ resourceType: 'Basic', id: 'zz' }] }],
    ] as const) {
      test(`${title}: the fact mentions ${what}`, () => {
        assert.notEqual(said({ ...plain, resource: { ...plain.resource, ...fields } }), said(plain));
      });
    }

    test(`${title}: the fact mentions an extension of any primitive element`, () => {
      const silent = placesOf(type, plain).filter(({ path, resource }) => {
        const leaf = path.split('.').at(-1) ?? '';
        return !saysMore(type, resource, path.split('.').slice(0, -1), {
          [`_${leaf}`]: { extension: [ODD] },
        });
      });
      assert.deepEqual(
        silent.map(({ path }) => path),
        [],
      );
    });

    for (const [what, fields] of AT_OBJECTS) {
      test(`${title}: the fact mentions ${what} in any of its parts`, () => {
        const silent = placesOf(type, plain).flatMap(({ resource, holders }) =>
          holders.filter((holder) => !saysMore(type, resource, holder, fields)),
        );
        assert.deepEqual(new Set(silent.map((holder) => holder.join('.'))), new Set());
      });
    }

    test(`${title}: where no map reads it, the fact mentions an extension that is read elsewhere`, () => {
      if (!isReadableType(type)) return;
      const extensions = DECLARED[type] ?? {};
      const silent = placesOf(type, plain).flatMap(({ resource, holders }) =>
        [[], ...holders].flatMap((holder) => {
          const read = extensions[placeIn(holder)] ?? {};
          return Object.values(EXTENSION)
            .filter((url) => !Object.hasOwn(read, url))
            .filter((url) => !saysMore(type, resource, holder, { extension: [{ ...ODD, url }] }))
            .map((url) => `${holder.join('.')} ${url}`);
        }),
      );
      assert.deepEqual(new Set(silent), new Set());
    });
  }
}

for (const { type, plain = '', at, extension, beside } of READ_EXTENSIONS) {
  test(`${type} ${plain}: the summary words the extension at ${at} that its maps read (${extension.url})`, () => {
    const found = PLAIN[type]?.find(({ name }) => name === plain);
    assert.ok(found);
    const base = { ...found, resource: { ...found.resource, ...beside } };
    const path = at.split('.');
    // An extension of a primitive element, as in `_questionnaire`, is one level deeper.
    const leaf = path.at(-1) ?? '';
    const list = { extension: [extension] };
    const fields = leaf === 'extension' ? list : { [leaf]: list };
    const resource = put(base.resource, path.slice(0, -1), fields) as Json;
    assert.ok(isReadableType(type));
    assert.deepEqual(moreOf(RESOURCES[type], resource), moreOf(RESOURCES[type], base.resource));
    assert.notEqual(said({ ...base, resource }), said(base));
  });
}

test('every extension that a type declares as read has a proof at every place', () => {
  const declared = Object.entries(DECLARED).flatMap(([type, places]) =>
    Object.entries(places).flatMap(([at, urls]) => Object.keys(urls).map((url) => `${type} ${at} ${url}`)),
  );
  const proved = READ_EXTENSIONS.map(
    ({ type, at, extension }) => `${type} ${at} ${extensionAddress(extension.url)}`,
  );
  assert.deepEqual(new Set([...proved, DECIDES]), new Set(declared));
});
