import assert from 'node:assert/strict';
import { test } from 'node:test';
import { compare, setsFor } from './compare.ts';
import { importedForms, sharedAreHere, type ImportedForm } from './forms.ts';

/** A sample; `npm run differential` takes 10,000. */
const SETS = 200;

const forms = importedForms();

test('at least 30 instruments have a total that any program can calculate', () => {
  assert.ok(forms.filter(({ kind }) => kind === 'instrument').length >= 30);
});

/** For a form that takes fhirpath.js long, because it has no index of the answers. */
const setsIn = (imported: ImportedForm) => (imported.kind === 'assessment' ? 4 : setsFor(imported, SETS));

for (const imported of forms) {
  const { name, kind } = imported;
  test(`${name}: every total equals the result of fhirpath.js for the same answers, to the last digit`, () => {
    const { differences, calculated, compared, numbers } = compare(imported, setsIn(imported));
    assert.deepEqual(differences.slice(0, 3), []);
    if (calculated.own > 0) assert.ok(compared > 0);
    // Two empty results are always equal, so the sample must hold numbers.
    if (kind !== 'shared') assert.ok(numbers * 20 > compared, `${numbers} numbers among ${compared} totals`);
    if (kind !== 'shared') assert.equal(calculated.foreign, 0);
  });
}

test('the comparison notices a form that is scored with other points', () => {
  const phq = forms.find(({ name }) => name === 'phq2');
  assert.ok(phq);
  const questionnaire = JSON.parse(
    JSON.stringify(phq.questionnaire).replaceAll('"valueDecimal":3', '"valueDecimal":4'),
  ) as typeof phq.questionnaire;
  const { differences, sets } = compare({ ...phq, questionnaire }, 100);
  assert.ok(differences.length > 0 && differences.length < sets);
});

test(
  'forms of other authors calculate as they do in fhirpath.js',
  { skip: sharedAreHere ? false : 'the shared questionnaires are not on this machine' },
  () => {
    const shared = forms.filter(({ kind }) => kind === 'shared').map(({ name }) => name);
    for (const name of ['cga100', 'cga100-weight', 'lforms-phq9', 'smartforms-CVD_Risk'])
      assert.ok(shared.includes(name), name);
  },
);
