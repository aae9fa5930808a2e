import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { answerItem } from '../form/answer-item.ts';
import { formOfInstrument } from '../form/form-of-instrument.ts';
import { openForm } from '../form/open.ts';
import { startDraft } from '../form/start.ts';
import { filledForm } from '../instruments/filled-form.fixtures.ts';
import { instruments } from '../instruments/index.ts';
import type { ScoreResult } from '../score.ts';
import { flagWords } from './flag-words.ts';
import { saidOfScore } from './score-said.ts';

const AT = '2026-06-01T09:15:00+01:00';

/** A word that only the program knows: `single3`, `weight-over-3-months`, `kg/m2-1`. */
const MACHINE_WORD =
  /\b(?!mmHg|mL)[a-z]+[A-Z]|\b[a-z]+\d+\b|(?<![\w-])[a-z0-9.]+(-[a-z0-9.]+){2,}|\bkg\/m2|\bmm\[Hg\]/;

for (const instrument of instruments) {
  test(`${instrument.id}: whatever it raises is said in words, and no name of the program is`, () => {
    const form = formOfInstrument(instrument);
    fc.assert(
      fc.property(filledForm(instrument.items, { open: 1, notGiven: 1 }), ({ answers, rows }) => {
        const within = Object.fromEntries(
          Object.entries(rows).map(([key, value]) => [`${instrument.id}/${key}`, value]),
        );
        const draft = { ...startDraft({ id: 'd1', resident: 'r1', form, at: AT }), rows: within };
        let state = openForm(form, draft, { instruments });
        for (const [key, answer] of Object.entries(answers))
          ({ state } = answerItem(state, `${instrument.id}/${key}`, answer));
        const score = state.scores.get(instrument.id) as ScoreResult;
        for (const words of flagWords(score)) assert.doesNotMatch(words, MACHINE_WORD);
        if (score.status !== 'complete') return;
        const { result, version, cautions } = saidOfScore(score, instrument);
        // What somebody typed as the version is theirs.
        const own = score.version === instrument.version ? [version] : [];
        for (const words of [...own, ...cautions, result]) assert.doesNotMatch(words, MACHINE_WORD);
      }),
      { numRuns: 40, seed: 11 },
    );
  });
}

test('a part that could not be done stands at its question, and a flag of a newer program is still said', () => {
  assert.deepEqual(
    flagWords({ instrument: 'bmi', flags: ['refused-sbp', 'impossible-kg', 'unable-standing'] }),
    [],
  );
  assert.deepEqual(flagWords({ instrument: 'bmi', flags: ['implausible-kg'] }), [
    'the weight is outside what is usual, and counted as it was given',
  ]);
  assert.deepEqual(flagWords({ instrument: 'bmi', flags: ['something-new'] }), ['something new']);
});
