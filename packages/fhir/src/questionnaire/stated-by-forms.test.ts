import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readQuestionnaire } from './read-questionnaire.ts';
import { EXT, OWN_EXT, UCUM } from './urls.ts';

/** Reverses the line, and hides the rest of it. */
const BIDI = '\u202e';
const LINE = '\u2028';

test('no words of a form reverse, break or hide the line: limits, choices, version, types', () => {
  const own = (url: string, ...extension: readonly object[]) => ({ url, extension });
  const { form } = readQuestionnaire({
    resourceType: 'Questionnaire',
    status: 'draft',
    version: `1${BIDI}2`,
    extension: [own(OWN_EXT.limit, { url: 'words', valueString: `all is ${BIDI}carried${LINE} out` })],
    item: [
      {
        linkId: 'a',
        type: 'choice',
        text: 'A',
        answerOption: [
          {
            extension: [own(OWN_EXT.option, { url: 'text', valueString: `No${BIDI}ne` })],
            valueCoding: { code: 'n', display: 'None' },
          },
          { valueTime: `09:00${BIDI}` },
        ],
      },
      { linkId: 'b', type: `odd${BIDI}`, text: 'B' },
    ],
  });
  assert.ok(form);
  const [choice] = form.items;
  assert.ok(choice?.type === 'choice');
  const shown = [form.version, form.limits, choice.options?.map(({ text }) => text)];
  assert.doesNotMatch(JSON.stringify(shown), /[\u202a-\u202e\u2066-\u2069\u2028\u2029]/u);
});

test('a refusal names a linkId without characters that reverse the line', () => {
  const item = { linkId: `a${BIDI}b`, type: 'integer' };
  const { refused } = readQuestionnaire({
    resourceType: 'Questionnaire',
    item: [item, { ...item, type: 'text' }],
  });
  assert.match(refused?.[0]?.words ?? '', /"ab"/);
});

test('a form cannot change the weight of a pound, nor make any unit zero', () => {
  const unit = (code: string, factor?: number) => ({
    url: EXT.unitOption,
    valueCoding: {
      system: UCUM,
      code,
      display: code,
      ...(factor === undefined
        ? {}
        : {
            extension: [{ url: OWN_EXT.unitSize, extension: [{ url: 'factor', valueDecimal: factor }] }],
          }),
    },
  });
  const { form } = readQuestionnaire({
    resourceType: 'Questionnaire',
    item: [
      {
        linkId: 'w',
        type: 'quantity',
        text: 'Weight',
        extension: [
          unit('kg'),
          unit('[lb_av]', 2),
          unit('g', 0.001),
          unit('[stone_av]', 0),
          unit('sack', 50),
        ],
      },
    ],
  });
  const [weight] = form?.items ?? [];
  assert.ok(weight?.type === 'quantity');
  assert.deepEqual(
    weight.units?.map(({ code, factor }) => [code, factor]),
    [
      ['kg', 1],
      ['g', 0.001],
      ['sack', 50],
    ],
  );
  assert.deepEqual(
    form?.limits?.map(({ words }) => words),
    ['[lb_av]', '[stone_av]'].map((code) => `The unit "${code}" cannot be chosen here, only "kg".`),
  );
});
