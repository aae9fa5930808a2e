import assert from 'node:assert/strict';
import { test } from 'node:test';
import { checkIdentity, sameFamily, type Candidate } from './identity-check.ts';

const onScreen = { nhsNumber: '9990000018', born: '1941-07-14', family: 'HUGHES', given: 'Margaret' };
const record: Candidate = {
  name: { family: 'Hughes', given: ['Margaret'], title: 'Mrs', text: null },
  born: '1941-07-14',
  nhsNumber: { state: 'verified', value: '9990000018' },
};
const named = (family: string | null, text: string | null = null): Candidate => ({
  ...record,
  name: { family, given: [], title: null, text },
});

test('number, date of birth and family name agree: a match without a warning', () => {
  assert.deepEqual(checkIdentity(onScreen, [record]), { kind: 'match', warns: [] });
});

for (const born of ['1941-01-14', '1941-07-15', '1942-07-14', '1914-07-14']) {
  test(`another date of birth blocks and names the field: ${born}`, () => {
    assert.deepEqual(checkIdentity(onScreen, [{ ...record, born }]), {
      kind: 'block',
      why: 'differs',
      differs: ['born'],
    });
  });
}

test('a swapped day and month counts as a difference', () => {
  assert.equal(
    checkIdentity({ ...onScreen, born: '1941-05-04' }, [{ ...record, born: '1941-04-05' }]).kind,
    'block',
  );
});

test('a number alone is never enough: no date on the host’s screen blocks', () => {
  assert.deepEqual(checkIdentity({ ...onScreen, born: null }, [record]), {
    kind: 'block',
    why: 'host-shows-no-birth-date',
    differs: ['born'],
  });
});

for (const born of [null, '1941', '1941-07']) {
  test(`a record with a partial or missing date of birth blocks: ${born}`, () => {
    assert.deepEqual(checkIdentity(onScreen, [{ ...record, born }]), {
      kind: 'block',
      why: 'record-has-no-birth-date',
      differs: ['born'],
    });
  });
}

test('two records with the same number block', () => {
  assert.deepEqual(checkIdentity(onScreen, [record, record]), {
    kind: 'block',
    why: 'several-records',
    differs: [],
  });
});

test('another family name asks the user and does not block', () => {
  assert.deepEqual(checkIdentity(onScreen, [named('Marlowe')]), { kind: 'confirm', warns: ['name-differs'] });
});

test('a host without a name and an unverified number each ask the user', () => {
  assert.deepEqual(checkIdentity({ ...onScreen, family: null }, [record]), {
    kind: 'confirm',
    warns: ['host-shows-no-name'],
  });
  assert.deepEqual(
    checkIdentity(onScreen, [
      { ...record, nhsNumber: { state: 'unverified', value: '9990000018', why: 'not traced' } },
    ]),
    { kind: 'confirm', warns: ['number-not-verified'] },
  );
});

for (const [screen, recorded] of [
  ['O’ROURKE', "O'Rourke"],
  ['KOVACS', 'Kovács'],
  ['PRYS-JONES', 'Prys Jones'],
  ['MacDonald', 'MACDONALD'],
] as const) {
  test(`another spelling is the same name: ${screen} is ${recorded}`, () =>
    assert.equal(sameFamily(screen, named(recorded).name), true));
}

for (const [screen, recorded] of [
  ['HUGHES', 'Hughs'],
  ['SMITH', 'Smythe'],
  ['JONES', 'Prys-Jones'],
  ['HUGHES', ''],
] as const) {
  test(`another name is not the same: ${screen} is not ${recorded || 'nothing'}`, () =>
    assert.equal(sameFamily(screen, named(recorded).name), false));
}

test('a record with its name in one text matches where that text is the family name, and otherwise asks the user', () => {
  assert.equal(sameFamily('HUGHES', named(null, 'Hughes').name), true);
  assert.equal(sameFamily('HUGHES', named(null, 'Margaret Hughes').name), false);
});

test('a record without any name never counts as the same name', () => {
  assert.equal(sameFamily('', named(null).name), false);
  assert.equal(sameFamily('HUGHES', null), false);
});
