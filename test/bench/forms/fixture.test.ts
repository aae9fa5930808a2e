import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { it } from 'node:test';
import { questionnaire } from './fixture.ts';

const shared = new URL('../../../../shared/bench/', import.meta.url);
const skip = existsSync(shared) ? false : 'there is no ../shared/bench to compare with';

for (const questions of [20, 100, 300]) {
  for (const [scoring, end] of [
    ['plain', ''],
    ['weight', '-weight'],
  ] as const) {
    it(
      `the questionnaire of ${questions}, ${scoring}, has the items of the one that peers were first measured on`,
      { skip },
      () => {
        const file: unknown = JSON.parse(readFileSync(new URL(`cga${questions}${end}.json`, shared), 'utf8'));
        assert.deepEqual(items(questionnaire(questions, scoring)), items(file));
      },
    );
  }
}

function items(form: unknown): unknown {
  return typeof form === 'object' && form !== null && 'item' in form ? form.item : undefined;
}
