import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { sameNameResidents, type NamedResident } from './same-name.ts';

const resident = (
  id: string,
  family: string | null,
  given: string[],
  text: string | null = null,
): NamedResident => ({
  id,
  name: { family, given, title: null, text },
});

const pair = (a: readonly [string, string], b: readonly [string, string]) =>
  sameNameResidents([resident('1', a[0], [a[1]]), resident('2', b[0], [b[1]])]).length === 1;

test('names that are equal, or look or sound alike, form a group', () => {
  assert.ok(pair(['Smith', 'Mary'], ['SMITH', 'mary']));
  assert.ok(pair(['Smith', 'Mary'], ['Smythe', 'Maria']));
  assert.ok(pair(['Lidman-Sun', 'Zoë'], ['Lidman Sun', 'Zoe']));
  assert.ok(pair(['Brown', 'Catherine'], ['Browne', 'Kathryn']));
  assert.ok(pair(['Jones', 'Ann'], ['Jones', 'Anne']));
  assert.ok(pair(['Jackson', 'Vicky'], ['Jaxon', 'Viki']));
  assert.ok(pair(['Taylor', 'Stephen'], ['Tayler', 'Steven']));
});

for (const [one, other] of [
  ['Phelan', 'Fylen'],
  ['Vane', 'Fane'],
  ['Cecil', 'Sesil'],
  ['Cyril', 'Siril'],
  ['Zena', 'Sina'],
  ['Isaac', 'Issak'],
  ['Quinn', 'Kwin'],
  ['Alexis', 'Aleksus'],
  ['Lillian', 'Lilyan'],
] as const)
  test(`names that sound alike are mistaken for each other although two letters differ: ${one} and ${other}`, () => {
    assert.ok(pair([one, 'Mary'], [other, 'Mary']));
  });

test('one slip in a name of four letters or more is enough: a letter changed, added or dropped, or two swapped', () => {
  assert.ok(pair(['Parker', 'Mary'], ['Barker', 'Mary']));
  assert.ok(pair(['Henry', 'Mary'], ['Hendry', 'Mary']));
  assert.ok(pair(['Hendry', 'Mary'], ['Henry', 'Mary']));
  assert.ok(pair(['Belrose', 'Mary'], ['Berlose', 'Mary']));
  assert.ok(pair(['Ashworth', 'Marta'], ['Ashworth', 'Marga']));
  assert.ok(!pair(['Parker', 'Mary'], ['Barber', 'Mary']));
  assert.ok(!pair(['Ashworth', 'Kim'], ['Ashworth', 'Tim']));
});

test('names recorded as text are told apart by their given names, and a title is not a given name', () => {
  const texts = (...names: readonly string[]) =>
    sameNameResidents(names.map((text, index) => resident(String(index), null, [], text)));
  assert.deepEqual(texts('Mary Jones', 'Peter Jones'), []);
  assert.deepEqual(texts('Mrs Mary Jones', 'Mrs Edith Jones'), []);
  assert.deepEqual(texts('Mrs Mary Jones', 'Mary Jones'), [['0', '1']]);
});

test('one equal given name of several is enough, also in a name recorded as text', () => {
  const groups = sameNameResidents([
    resident('1', 'Jones', ['Margaret', 'Ann']),
    resident('2', null, [], 'Mrs Ann Jones'),
    resident('3', 'Jones', ['Peter']),
  ]);
  assert.deepEqual(groups, [['1', '2']]);
});

test('different names, and residents without a name, form no group', () => {
  assert.ok(!pair(['Smith', 'Mary'], ['Smith', 'John']));
  assert.ok(!pair(['Smith', 'Mary'], ['Jones', 'Mary']));
  assert.ok(!pair(['', 'Mary'], ['', 'Mary']));
  assert.deepEqual(
    sameNameResidents([
      { id: '1', name: null },
      { id: '2', name: null },
    ]),
    [],
  );
});

test('the groups do not depend on the order of the residents', () => {
  const given = fc.constantFrom('Mary', 'Maria', 'Ann', 'Anne', 'Jean', 'Joan', 'Peter');
  const family = fc.constantFrom('Smith', 'Smyth', 'Jones', 'Lee', 'Leigh');
  fc.assert(
    fc.property(fc.array(fc.tuple(family, given), { maxLength: 12 }), (names) => {
      const people = names.map(([last, first], index) => resident(String(index), last, [first]));
      const sets = (list: NamedResident[]) =>
        sameNameResidents(list)
          .map((ids) => ids.toSorted().join())
          .sort();
      assert.deepEqual(sets(people), sets(people.toReversed()));
    }),
  );
});
