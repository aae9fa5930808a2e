/**
 * The law of the reader for what R4 lets stand anywhere: extensions, of primitive elements too, modifier extensions, contained
 * records, and elements that R4 does not know. Each is put at every place of every type.
 */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { EXTENSION } from '../../packages/fhir/src/codes/systems.ts';
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

/** Every place of a plain resource that the reader goes into: what it takes whole, it says or calls harmless whole. */
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

/** Whether the resource with the fields in it says more than without. */
function saysMore(type: string, resource: Json, holder: readonly string[], fields: Json): boolean {
  if (!isReadableType(type)) return false;
  const texts = (given: Json) => JSON.stringify(moreOf(RESOURCES[type], given));
  return texts(put(resource, holder, fields) as Json) !== texts(resource);
}

/** By type and place, the addresses of the extensions that are declared as read. */
const DECLARED: Readonly<Record<string, Readonly<Record<string, object>>>> = Object.fromEntries(
  Object.entries(RESOURCES).map(([type, definition]) => [
    type,
    'extensions' in definition ? definition.extensions : {},
  ]),
);

/** Where a list of extensions stands. An item of a form under another item, or under an answer, is read as at the top. */
function placeIn(holder: readonly string[]): string {
  const path = [...holder, 'extension'].join('.');
  return ['item.answer.extension', 'item.extension'].find((place) => path.endsWith(`.${place}`)) ?? path;
}

/** What this product wrote decides how a score is read back: `test/round-trip`. */
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
      test(`${title}: ${what} is said at the fact`, () => {
        assert.notEqual(said({ ...plain, resource: { ...plain.resource, ...fields } }), said(plain));
      });
    }

    test(`${title}: an extension of a primitive element is said, whichever it is of`, () => {
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
      test(`${title}: ${what} in a part of it is said, whichever it is in`, () => {
        const silent = placesOf(type, plain).flatMap(({ resource, holders }) =>
          holders.filter((holder) => !saysMore(type, resource, holder, fields)),
        );
        assert.deepEqual(new Set(silent.map((holder) => holder.join('.'))), new Set());
      });
    }

    test(`${title}: an extension that is read elsewhere is said where no map reads it`, () => {
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
  test(`${type} ${plain}: the extension at ${at} that its maps read is in words (${extension.url})`, () => {
    const found = PLAIN[type]?.find(({ name }) => name === plain);
    assert.ok(found);
    const base = { ...found, resource: { ...found.resource, ...beside } };
    const path = at.split('.');
    // Beside a primitive element, as in `_questionnaire`, the list stands one level deeper.
    const leaf = path.at(-1) ?? '';
    const list = { extension: [extension] };
    const fields = leaf === 'extension' ? list : { [leaf]: list };
    const resource = put(base.resource, path.slice(0, -1), fields) as Json;
    assert.ok(isReadableType(type));
    assert.deepEqual(moreOf(RESOURCES[type], resource), moreOf(RESOURCES[type], base.resource));
    assert.notEqual(said({ ...base, resource }), said(base));
  });
}

test('every extension that a type declares as read has its proof, at every place', () => {
  const declared = Object.entries(DECLARED).flatMap(([type, places]) =>
    Object.entries(places).flatMap(([at, urls]) => Object.keys(urls).map((url) => `${type} ${at} ${url}`)),
  );
  const proved = READ_EXTENSIONS.map(({ type, at, extension }) => `${type} ${at} ${extension.url}`);
  assert.deepEqual(new Set([...proved, DECIDES]), new Set(declared));
});
