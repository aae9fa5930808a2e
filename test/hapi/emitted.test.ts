import assert from 'node:assert/strict';
import { before, test } from 'node:test';
import { emittedByForm } from '../emitted/everything.ts';
import { IS_WHOLE, putAll, SKIP } from './hapi.ts';
import { reported, validateAll } from './validate.ts';

/** Entries of each form: other answers give other resources. `npm run test:hapi -- --whole` takes more. */
const emitted = emittedByForm(IS_WHOLE ? 4 : 1);
const all = [...emitted.values()].flat();

before(async () => {
  if (SKIP !== false) return;
  // With the forms on the server, the answers are checked against their questions.
  const questionnaires = all.filter(({ resource }) => resource['resourceType'] === 'Questionnaire');
  await putAll(questionnaires.map(({ resource }) => resource));
});

for (const [name, resources] of emitted)
  test(`${name}: what leaves the product passes $validate, by R4 and UK Core`, { skip: SKIP }, async () => {
    const validation = await validateAll(resources);
    reported(name, validation);
    assert.deepEqual(validation.errors, []);
    assert.ok(validation.validated > 0);
  });

test(
  '$validate finds an error in each kind of resource that we write, so that its silence counts',
  { skip: SKIP },
  async () => {
    const kinds = new Map(all.map(({ resource }) => [resource['resourceType'], resource]));
    assert.equal(kinds.size, 13);
    for (const [kind, resource] of kinds) {
      const { errors } = await validateAll([
        { from: String(kind), resource: { ...resource, colour: 'red' } },
      ]);
      assert.notDeepEqual(errors, [], String(kind));
    }
  },
);
