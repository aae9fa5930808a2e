import assert from 'node:assert/strict';
import { test } from 'node:test';
import { sampleHome } from '../../packages/dev-server/src/index.ts';
import type { Json } from '../emitted/operation-bundle.ts';
import { IS_WHOLE, SKIP } from './hapi.ts';
import { reported, validateAll } from './validate.ts';

/** How many resources of each profile are judged. `npm run test:hapi -- --whole` judges all 2,700. */
const MOST = IS_WHOLE ? Infinity : 8;

test(
  'the sample home passes $validate, by R4 and by the UK Core profiles that it claims',
  { skip: SKIP },
  async () => {
    const asked = new Map<string, number>();
    const chosen = sampleHome().resources.filter((resource) => {
      const profile = resource.meta?.profile?.[0] ?? resource.resourceType;
      const before = asked.get(profile) ?? 0;
      asked.set(profile, before + 1);
      return before < MOST;
    });
    const validation = await validateAll(
      chosen.map((resource) => ({ from: resource.resourceType, resource: resource as unknown as Json })),
    );
    reported('sample home', validation);
    assert.deepEqual(validation.errors, []);
    assert.ok(validation.validated > 100);
  },
);
