/** The words about swallowing where only a problem mentions it. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { buildView } from '../../packages/fhir/src/index.ts';
import { NOW, PATIENT } from './plain-resources.ts';
import { wordsOf } from './words-of.ts';

function said(problem: string): string {
  const condition = {
    resourceType: 'Condition',
    id: 'c',
    subject: { reference: 'Patient/p' },
    code: { text: problem },
  };
  const { view } = buildView({
    resident: 'r',
    patient: 'p',
    resources: [PATIENT, condition],
    outcomes: {},
    now: NOW,
    sourceLabel: 'test',
  });
  return wordsOf(view, NOW);
}

test('"level not recorded" stands only beside a problem that names no level', () => {
  assert.match(said('Dysphagia'), /Swallowing: problem: Dysphagia ; level not recorded/);
  const words = said('IDDSI level 4 diet, level 2 fluids');
  assert.match(words, /Swallowing: problem: IDDSI level 4 diet, level 2 fluids/);
  assert.ok(!words.includes('level not recorded'));
});
