import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { instruments } from '../../instruments/index.ts';
import { assessments } from '../templates.ts';
import { findForms, type Findable } from './find-forms.ts';
import { FREQUENT_FORMS, userKindOf, type UserKind } from './frequent-forms.ts';

const ALL: readonly Findable[] = [...assessments, ...instruments];
const ids = (typed: string) => findForms(typed, ALL).map(({ id }) => id);

test('what people type finds what they mean, first', () => {
  const first: Readonly<Record<string, string>> = {
    obs: 'news2',
    sats: 'news2',
    'vital signs': 'news2',
    news: 'news2',
    delirium: '4at',
    rockwood: 'cfs',
    'clinical frailty': 'cfs',
    stool: 'bristol',
    malnutrition: 'must',
    kidney: 'cockcroft-gault',
    postural: 'orthostatic-bp',
    'not herself': 'soft-signs',
    cga: 'cga',
    gds15: 'gds15',
    'GDS-15': 'gds15',
    barthel: 'barthel-100',
  };
  for (const [typed, id] of Object.entries(first)) assert.equal(ids(typed)[0], id, typed);
});

test('a word that several forms answer finds them all', () => {
  const all: Readonly<Record<string, readonly string[]>> = {
    memory: ['4at', '6cit', 'amt4', 'amts10'],
    falls: ['cga', 'gait-speed', 'orthostatic-bp', 'tug'],
    skin: ['braden', 'purpose-t', 'waterlow'],
    pain: ['abbey', 'painad'],
    mood: ['cornell', 'gds15', 'gds4', 'phq2'],
  };
  for (const [typed, expected] of Object.entries(all)) {
    const found = ids(typed);
    assert.deepEqual(
      expected.filter((id) => !found.includes(id)),
      [],
      typed,
    );
    assert.ok(found.length <= expected.length + 3, `${typed}: ${found.join(' ')}`);
  }
});

test('each form can be found by at least two words that are not in its title', () => {
  for (const { id, title, searchWords = [] } of ALL) {
    const own = searchWords.filter((word) => !title.toLowerCase().includes(word));
    assert.ok(own.length >= 2, id);
    for (const word of searchWords) {
      assert.equal(word, word.toLowerCase(), id);
      assert.ok(ids(word).includes(id), `${id}: ${word}`);
    }
  }
});

test('every form is found by its title and by its short name, in capitals, without accents or hyphens', () => {
  for (const { id, title } of ALL)
    for (const typed of [title, title.toUpperCase(), id, ` ${id} `, id.replaceAll('-', ' ')])
      assert.ok(ids(typed).includes(id), typed);
});

test('with nothing typed all stand in their order, and a word that nothing has finds nothing', () => {
  assert.deepEqual(
    ids(' '),
    ALL.map(({ id }) => id),
  );
  assert.deepEqual(ids('qrisk'), []);
  assert.deepEqual(ids('delirium qrisk'), []);
});

test('more words never find more, and no text makes the search throw', () => {
  fc.assert(
    fc.property(fc.string({ maxLength: 20 }), fc.string({ maxLength: 20 }), (a, b) => {
      const both = ids(`${a} ${b}`);
      for (const id of both) assert.ok(ids(a).includes(id));
      assert.ok(both.length <= ALL.length);
    }),
    { numRuns: 200 },
  );
});

test('each kind of user has five forms that exist, each once', () => {
  for (const [kind, forms] of Object.entries(FREQUENT_FORMS)) {
    assert.equal(new Set(forms).size, 5, kind);
    for (const id of forms)
      assert.ok(
        ALL.some((form) => form.id === id),
        id,
      );
  }
});

test('a role says which kind of user somebody is, and one that does not is another', () => {
  const kinds: Readonly<Record<string, UserKind>> = {
    nurse: 'nurse',
    'registered nurse': 'nurse',
    'care home nurse': 'nurse',
    'Nursing associate': 'nurse',
    'nursing assistant': 'carer',
    'care assistant': 'carer',
    'senior carer': 'carer',
    GP: 'gp',
    'consultant geriatrician': 'gp',
    physiotherapist: 'therapist',
    'occupational therapist': 'therapist',
    'care coordinator': 'other',
    pharmacist: 'other',
    '': 'other',
  };
  for (const [role, kind] of Object.entries(kinds)) assert.equal(userKindOf(role), kind, role);
  assert.equal(userKindOf(null), 'other');
});
