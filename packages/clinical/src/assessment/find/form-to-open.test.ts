import assert from 'node:assert/strict';
import { test } from 'node:test';
import { instruments } from '../../instruments/index.ts';
import { assessments } from '../templates.ts';
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

test('of the kit’s own forms, Enter opens what a common word means, and none where a word may mean several', () => {
  const meant: Readonly<Record<string, string | null>> = {
    rockwood: 'cfs',
    'rockwood index': 'frailty-index',
    cfs: 'cfs',
    obs: 'news2',
    delirium: '4at',
    bp: null,
    'blood pressure': null,
    frailty: null,
    pain: null,
    barthel: null,
    'geriatric depression': null,
  };
  for (const [typed, id] of Object.entries(meant))
    assert.equal(formToOpen(typed, [...assessments, ...instruments])?.id ?? null, id, typed);
});
