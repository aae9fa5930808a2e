/**
 * A date before the resident's birth is a slip, or stands for none. For every date in R4's own definitions, the view
 * says so beside the fact. What may be older than the resident stands on a reviewed list with its reason.
 */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { buildView } from '../../packages/fhir/src/index.ts';
import { elementsOf } from '../../packages/fhir/src/readers/r4/elements/walk.ts';
import { RESOURCES, isReadableType } from '../../packages/fhir/src/readers/r4/resources/index.ts';
import { elementPaths } from './definitions.ts';
import { mutationWith } from './mutations.ts';
import { NOW, PATIENT, PLAIN, type Json } from './plain-resources.ts';

/** The plain resident was born in 1938. */
const BEFORE = '1899-06-01';

const MAY_BE_OLDER: readonly (readonly [place: RegExp, reason: string])[] = [
  [
    /(^|\.)(identifier|assigner|telecom|name|address)\./,
    'A number, an address or a name is no event in a life.',
  ],
  [/^meta\./, 'What the server says of the record says nothing about the resident.'],
  [/^value|\.value/, 'An answer may be any date, such as the birth of a mother.'],
  [/^item\./, 'The answer of a form may be any date.'],
];

function doubted(resource: Json, beside: readonly Json[] = []): boolean {
  const { view } = buildView({
    resident: 'r',
    patient: 'p',
    resources: [PATIENT, ...beside, resource],
    outcomes: {},
    now: NOW,
    sourceLabel: 'test',
  });
  return JSON.stringify(view.sections).includes('"before-birth"');
}

const older = new Set<string>();

for (const [type, plains] of Object.entries(PLAIN)) {
  if (type === 'Patient' || !isReadableType(type) || RESOURCES[type].subject === null) continue;
  for (const { name, resource, beside } of plains)
    test(`${type} ${name}: every date before the birth is doubted`, () => {
      assert.equal(doubted(resource, beside), false);
      const silent = elementPaths(type)
        .filter(({ types }) => ['date', 'dateTime', 'instant'].includes(types.at(-1) ?? ''))
        .flatMap((element) => {
          const { path, types } = element;
          const value = types.at(-1) === 'date' ? BEFORE : `${BEFORE}T10:00:00Z`;
          const made = mutationWith(type, resource, element, value).with;
          const isHarmless = elementsOf(RESOURCES[type], made).some(
            (found) =>
              found.fate === 'harmless' && (path === found.path || path.startsWith(`${found.path}.`)),
          );
          return isHarmless || doubted(made, beside) ? [] : [path];
        });
      for (const path of silent) older.add(path);
      assert.deepEqual(
        silent.filter((path) => !MAY_BE_OLDER.some(([place]) => place.test(path))),
        [],
      );
    });
}

test('each exception is still one, and has its reason', () => {
  for (const [place, reason] of MAY_BE_OLDER) {
    assert.match(reason, /^[A-Z].{10,}\.$/, String(place));
    assert.ok(
      [...older].some((path) => place.test(path)),
      `${String(place)} is doubted now`,
    );
  }
});
