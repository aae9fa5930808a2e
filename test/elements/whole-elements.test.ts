/**
 * Proves that the reader silently drops nothing of a Bundle or a List. The test puts each element that R4 defines for them into
 * plain ones, with every value below. The element must change what the summary says in one of them, or stand on a reviewed list
 * with its reason. An element on the list must change nothing, so that the list stays true.
 */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { buildView } from '../../packages/fhir/src/index.ts';
import { elementPaths, isList, type ElementPath } from './definitions.ts';
import { VALUES } from './mutations.ts';
import { BUNDLES, LISTS, type PlainWhole } from './plain-bundles.ts';
import { NOW, PATIENT, type Json } from './plain-resources.ts';
import { wordsOf } from './words-of.ts';

/** Values that mean something at their place, and that no type or binding of R4 names. */
const TRIED: Readonly<Record<string, readonly unknown[]>> = {
  total: [0, 3],
  'meta.tag.code': ['SUBSETTED'],
  'meta.security.code': ['REDACTED'],
  'link.relation': ['next', 'self'],
  'link.url': ['https://fhir.example/r4/Condition?page=3'],
  'entry.fullUrl': ['https://fhir.example/r4/Condition/c'],
  'entry.request.url': ['Condition?patient=p', 'AllergyIntolerance/b'],
  'entry.response.status': ['403 Forbidden', '500', '304'],
  'entry.response.location': ['https://fhir.example/r4/Condition/c'],
  'entry.response.lastModified': ['2020-01-01T00:00:00Z'],
  'entry.response.outcome.issue.code': ['suppressed', 'incomplete'],
  'code.coding.code': ['11450-4'],
  'code.text': ['Problems'],
  title: ['Problems', 'Food allergies'],
  'emptyReason.coding.code': ['withheld', 'notasked'],
  'emptyReason.text': ['Except latex'],
  'emptyReason.coding.display': ['Except latex'],
  'entry.item.reference': ['AllergyIntolerance/a'],
  'source.reference': ['Practitioner/zz'],
  'note.authorReference.reference': ['Practitioner/zz'],
  'code.coding.system': ['http://loinc.org'],
  'entry.flag.coding.system': ['urn:oid:1.2.36.1.2001.1001.101.104.16592'],
  'entry.flag.text': ['Ceased'],
  'entry.flag.coding.display': ['Ceased'],
  'entry.flag.coding.code': ['05'],
};

/** The reviewed list of elements that change nothing, each with its reason. */
const SAYS_NOTHING: Readonly<Record<string, readonly (readonly [path: RegExp, reason: string])[]>> = {
  Bundle: [
    [/^meta\.(versionId|lastUpdated|source|profile|deleted)$/, 'How the answer was kept, not what it holds.'],
    [/^meta\.(tag|security)\.(system|version|display|userSelected)$/, 'A mark goes by its code.'],
    [/^language$/, 'The language of the answer; each record is shown in its own words.'],
    [/^identifier\./, 'The number of the answer itself.'],
    [/^timestamp$/, 'When the answer was put together; each record has its own days.'],
    [/^signature\./, 'Who vouches for the answer as a whole; each record names its own author.'],
    [/^entry\.link\./, 'More addresses of one record, which is here.'],
    [/^entry\.search\.score$/, 'How well a record fits a search; whose it is goes by number and birth date.'],
    [/^entry\.request\.if/, 'Conditions of the question; how they came out is in the status.'],
    [/^entry\.response\.etag$/, 'Which version it is; a record carries its own.'],
    [
      /^entry\.response\.outcome\.(meta|implicitRules|language|text|issue\.(details|diagnostics|location|expression))/,
      'Words of the server for engineers, which may name people; what was left out goes by its codes.',
    ],
  ],
  List: [
    [
      /^meta\.(versionId|lastUpdated|source|profile)$/,
      'How the list was kept; of two versions the newer counts.',
    ],
    [
      /^meta\.(tag|security)\.(system|version|userSelected)$|^meta\.tag\.display$/,
      'A mark goes by its code.',
    ],
    [/^language$/, 'The language of its words, which are shown as they are.'],
    [/^identifier\./, 'The number of the list itself.'],
    [/\.coding\.(version|userSelected)$/, 'They change nothing about a code.'],
    [
      /^emptyReason\.coding\.system$/,
      'Its codes are of one system, with which some sources come without it.',
    ],
    [/^encounter\./, 'On which visit it was made; it has its own date.'],
    [/^orderedBy\./, 'How the list is sorted; the sections sort for themselves.'],
    [/^entry\.date$/, 'When an entry came onto the list; a record has its own days.'],
    [/\.type$/, 'Repeats the type that the reference leads to.'],
  ],
};

/**
 * Other tests prove these: `elements.test.ts` a record, and `belonging.test.ts` whose list it is. A number alone names nobody
 * to a reader (`decided-by.ts`).
 */
const APART: Readonly<Record<string, RegExp>> = {
  Bundle: /^entry\.resource\./,
  List: /^subject\.|\w\.identifier\./,
};

const PRACTITIONER = { resourceType: 'Practitioner', id: 'zz', name: [{ text: 'Dr Zz Obi' }] };

function said({ whole, beside = [] }: PlainWhole): string {
  const { view } = buildView({
    resident: 'r',
    patient: 'p',
    resources: [PATIENT, PRACTITIONER, ...beside, whole],
    outcomes: {},
    now: NOW,
    sourceLabel: 'test',
  });
  return wordsOf(view, NOW);
}

/** The same with the value at that place, or with nothing there. Its neighbours stay. */
function placed(type: string, whole: Json, path: string, value: unknown): Json {
  const steps = path.split('.');
  const build = (at: number, before: unknown): unknown => {
    if (at === steps.length) return value;
    const step = steps[at] ?? '';
    const holder = (Array.isArray(before) ? before[0] : before) as Json | undefined;
    const made = { ...holder, [step]: build(at + 1, holder?.[step]) };
    return isList(type, steps.slice(0, at).join('.')) && at > 0 ? [made, ...rest(before)] : made;
  };
  // An undefined element does not exist.
  return JSON.parse(JSON.stringify(build(0, whole))) as Json;
}

const rest = (before: unknown): readonly unknown[] => (Array.isArray(before) ? before.slice(1) : []);

function changes(type: string, plains: readonly PlainWhole[], { path, types, codes }: ElementPath): boolean {
  const values = [...(TRIED[path] ?? []), ...codes, VALUES[types.at(-1) ?? ''] ?? 'Zz words'];
  return plains.some((plain) => {
    const without = said({ ...plain, whole: placed(type, plain.whole, path, undefined) });
    return values.some(
      (value) => said({ ...plain, whole: placed(type, plain.whole, path, value) }) !== without,
    );
  });
}

for (const [type, plains] of [
  ['Bundle', BUNDLES],
  ['List', LISTS],
] as const) {
  const paths = elementPaths(type).filter(({ path }) => APART[type]?.test(path) !== true);
  const reviewed = (path: string) => (SAYS_NOTHING[type] ?? []).some(([place]) => place.test(path));

  test(`${type}: each element changes what the summary says, or is on the reviewed list`, () => {
    const dropped = paths
      .filter(({ path }) => !reviewed(path))
      .filter((each) => !changes(type, plains, each));
    assert.deepEqual(
      dropped.map(({ path }) => path),
      [],
    );
  });
  test(`${type}: each entry of the reviewed list is an element, and changes nothing`, () => {
    for (const [place, reason] of SAYS_NOTHING[type] ?? []) {
      const found = paths.filter(({ path }) => place.test(path));
      assert.notEqual(found.length, 0, reason);
      for (const each of found) assert.ok(!changes(type, plains, each), each.path);
    }
  });
}
