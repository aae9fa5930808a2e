import assert from 'node:assert/strict';
import { test } from 'node:test';
import { formToOpen } from './form-to-open.ts';

const FORMS = [
  { id: 'cga', title: 'Comprehensive geriatric assessment', searchWords: ['frailty', 'rockwood index'] },
  { id: 'cfs', title: 'Clinical Frailty Scale', searchWords: ['frailty', 'rockwood'] },
  { id: 'gds-4', title: 'GDS-4' },
  { id: 'gds-15', title: 'GDS-15' },
];
const opens = (typed: string) => formToOpen(typed, FORMS)?.id ?? null;

test('Enter opens the only form that fits', () => {
  assert.equal(opens('rockwood'), 'cfs');
  assert.equal(opens('geri'), 'cga');
});

test('of several, Enter opens the one whose name was written out', () => {
  assert.equal(opens('GDS 4'), 'gds-4');
  assert.equal(opens('gds15'), 'gds-15');
  assert.equal(opens('clinical frailty scale'), 'cfs');
});

test('Enter opens nothing while several may be meant, or none, or nothing was typed', () => {
  for (const typed of ['frailty', 'gds', 'nothing like it', '', ' - '])
    assert.equal(opens(typed), null, typed);
});
