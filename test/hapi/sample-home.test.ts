import assert from 'node:assert/strict';
import { test } from 'node:test';
import { sampleHome } from '../../packages/dev-server/src/index.ts';
import { IS_WHOLE, SKIP } from './hapi.ts';
import { reported, validateAll } from './validate.ts';

/** How many resources of each profile are judged. `npm run test:hapi -- --whole` judges all 2,700. */
const MOST = IS_WHOLE ? Infinity : 8;

const byProfile = Map.groupBy(
  sampleHome().resources,
  (resource) => resource.meta?.profile?.[0]?.split('/').at(-1) ?? resource.resourceType,
);

test('the sample home has resources of many profiles, so that each is judged', () => {
  assert.ok(byProfile.size > 20);
});

for (const [profile, resources] of byProfile)
  test(`sample home, ${profile}: passes $validate, by R4 and UK Core`, { skip: SKIP }, async () => {
    const validation = await validateAll(
      resources
        .slice(0, MOST)
        .map((resource) => ({ from: resource.resourceType, resource: { ...resource } })),
    );
    reported(`sample home, ${profile}`, validation);
    assert.deepEqual(validation.errors, []);
  });
