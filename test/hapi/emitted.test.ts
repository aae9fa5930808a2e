import assert from 'node:assert/strict';
import { test } from 'node:test';
import { everythingEmitted } from '../emitted/everything.ts';
import { IS_WHOLE, putAll, SKIP } from './hapi.ts';
import { reported, validateAll } from './validate.ts';

/** Entries of each form: other answers give other resources. `npm run test:hapi -- --whole` takes more. */
const all = everythingEmitted(IS_WHOLE ? 4 : 1);

test(
  'everything that leaves this product passes $validate, by R4 and by the UK Core profiles that it claims',
  { skip: SKIP },
  async () => {
    // With the forms on the server, the answers are checked against their questions.
    await putAll(
      all
        .filter(({ resource }) => resource['resourceType'] === 'Questionnaire')
        .map(({ resource }) => resource),
    );
    const validation = await validateAll(all);
    reported('emitted', validation);
    assert.deepEqual(validation.errors, []);
    assert.ok(validation.validated > 500);
  },
);

test(
  '$validate finds an error in each kind of resource that we write, so that its silence counts',
  { skip: SKIP },
  async () => {
    const kinds = new Map(all.map(({ resource }) => [resource['resourceType'], resource]));
    assert.equal(kinds.size, 5);
    for (const [kind, resource] of kinds) {
      const { errors } = await validateAll([
        { from: String(kind), resource: { ...resource, colour: 'red' } },
      ]);
      assert.notDeepEqual(errors, [], String(kind));
    }
  },
);
