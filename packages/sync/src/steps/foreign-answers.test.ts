import assert from 'node:assert/strict';
import { test } from 'node:test';
import { createFhirServer } from '@ehch/dev-server';
import { configuration, NOW, settled } from '../../test/connected-engine.ts';
import { twoResidents } from '../../test/two-residents.ts';
import { createDeviceEngine } from '../device/device-engine.ts';

const BASE = 'https://record.test/fhir';

// Rows about somebody else, or of another type, are a gap of the kind that was asked for, as in `pull/placed`. The
// section then has failed. They are not kept among the resident's copies either.
for (const [what, from, to] of [
  ['about another resident', 'AllergyIntolerance?patient=agnes', 'AllergyIntolerance?patient=bertha'],
  ['of another type', 'AllergyIntolerance?patient=agnes', 'Condition?patient=agnes'],
] as const)
  test(`an answer ${what} is never shown as “no allergies recorded”`, async () => {
    const server = createFhirServer({ base: BASE, resources: twoResidents });
    const engine = createDeviceEngine({
      connect: () => ({
        request: async (request) => server.request({ ...request, url: request.url.replace(from, to) }),
      }),
      onChange: () => undefined,
    });
    await engine.configure(configuration(BASE));
    for (;;) {
      const { view } = await engine.openResident({ resident: 'agnes', now: NOW });
      if (!settled(view)) {
        await new Promise((resolve) => {
          setTimeout(resolve, 5);
        });
        continue;
      }
      const { allergies } = view.sections;
      const isBare = allergies.state === 'known' && allergies.gaps.length === 0;
      assert.equal(isBare, false, JSON.stringify(allergies));
      break;
    }
    await engine.close();
  });

// An answer that is not this Patient is a failed read of the Patient. Then neither the identity nor a restriction is
// known, and nothing of the record may be shown (`viewOf`).
test('without an answer about this Patient nothing of the record is shown', async () => {
  const server = createFhirServer({ base: BASE, resources: twoResidents });
  const engine = createDeviceEngine({
    connect: () => ({
      request: async (request) =>
        server.request({ ...request, url: request.url.replace(/Patient\/agnes$/, 'Patient/bertha') }),
    }),
    onChange: () => undefined,
  });
  await engine.configure(configuration(BASE));
  for (;;) {
    const { view } = await engine.openResident({ resident: 'agnes', now: NOW });
    if (settled(view)) {
      assert.notEqual(view.sections.identity.state, 'known');
      assert.doesNotMatch(JSON.stringify(view), /penicillin/);
      break;
    }
    await new Promise((resolve) => {
      setTimeout(resolve, 5);
    });
  }
  await engine.close();
});
