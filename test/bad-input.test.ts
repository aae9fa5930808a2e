// Each answer that a client must not take for what it asked has an outcome with a name, and words for whoever reads the screen.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import type { ResidentView } from '../packages/clinical/src/index.ts';
import { startDevServer, type DevServer } from '../packages/dev-server/src/index.ts';
import { BAD_INPUT_FAULTS } from '../packages/dev-server/src/faults/bad-input.ts';
import { errorWords, gapWords } from '../packages/elements/src/internal/section-words.ts';
import { configuration, connectedEngine } from '../packages/sync/test/connected-engine.ts';
import { twoResidents } from '../packages/sync/test/two-residents.ts';

type Outcome =
  | { readonly failed: string; readonly words: string }
  /** What came is shown, and what is missing of it is said. */
  | { readonly shown: readonly string[] };

const NOT_UNDERSTOOD = { failed: 'malformed', words: 'answer not understood' } as const;

/** What becomes of the allergies when they are answered so. */
const OUTCOMES: { readonly [fault in keyof typeof BAD_INPUT_FAULTS]: Outcome } = {
  'malformed-json': NOT_UNDERSTOOD,
  'wrong-content-type': NOT_UNDERSTOOD,
  // The body is right, and is read.
  'plain-text': { shown: [] },
  'not-fhir': NOT_UNDERSTOOD,
  // Only `metadata` names it. The profile of the server says so, and nothing is written there.
  'other-version': { shown: [] },
  'outcome-instead': NOT_UNDERSTOOD,
  'fewer-entries': { failed: 'server-error', words: 'server error' },
  'endless-next': { shown: ['the source holds more: entries that were not read'] },
  'next-elsewhere': { shown: ['further pages could not be loaded'] },
  'foreign-patient': { shown: ['entries that do not belong here could not be read'] },
  // It answers reads by an id alone.
  'foreign-read': { shown: [] },
  'huge-bundle': NOT_UNDERSTOOD,
};

let server: DevServer;
before(async () => {
  server = await startDevServer({ resources: twoResidents, allowFaults: true });
});
after(() => server.close());

function outcomeOf({ sections: { allergies } }: ResidentView): Outcome {
  if (allergies.state === 'failed')
    return { failed: allergies.error.code, words: errorWords(allergies.error) };
  assert.ok(allergies.state === 'known', allergies.state);
  // Failed is not none: whatever was asked in vain never reads as "no allergies".
  assert.equal(allergies.content.kind, 'recorded');
  return { shown: allergies.gaps.map(gapWords) };
}

for (const [fault, expected] of Object.entries(OUTCOMES))
  test(`allergies answered by ${fault}: the outcome has a name and words, and the rest of the record is there`, async () => {
    server.setFaults([{ fault, type: 'AllergyIntolerance' }]);
    const { settle, connection } = await connectedEngine(configuration(server.url, { deadlineMs: 4_000 }));
    const view = await settle('agnes');
    assert.deepEqual(outcomeOf(view), expected);
    assert.match(JSON.stringify(view.sections.problems), /heart failure/);
    assert.doesNotMatch(JSON.stringify(view), /osteoporosis|latex|Birchall/, 'nothing of anybody else');
    connection.close();
  });
