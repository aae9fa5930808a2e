import assert from 'node:assert/strict';
import { test } from 'node:test';
import { createFhirServer } from '@ehch/dev-server';
import { configuration, NOW, settled } from '../../test/connected-engine.ts';
import { twoResidents } from '../../test/two-residents.ts';
import { createDeviceEngine } from '../device/device-engine.ts';

const BASE = 'https://record.test/fhir';
const NOTHING = '{"resourceType":"Bundle","type":"searchset","total":0}';
const GONE = '{"resourceType":"OperationOutcome","issue":[{"severity":"error","code":"not-found"}]}';

// What the server shows again by a later answer is there again, also in the same version and with the same time.
// Servers say 404 as well for what a right was missing for, while an index is built, and before a backup is in place.
// The tombstone may only win over copies that were asked for before it (store SPEC R3).
test('an allergy that the server hid for a moment comes back with the next answer (SPEC I4)', async () => {
  const server = createFhirServer({ base: BASE, resources: twoResidents });
  let isHidden = false;
  const engine = createDeviceEngine({
    connect: () => ({
      async request(request) {
        if (!isHidden || !request.url.includes('/AllergyIntolerance')) return server.request(request);
        const isRead = request.url.includes('/AllergyIntolerance/');
        return { status: isRead ? 404 : 200, headers: {}, text: isRead ? GONE : NOTHING };
      },
    }),
    onChange: () => undefined,
  });
  await engine.configure(configuration(BASE));
  const allergies = async () => {
    for (;;) {
      const { view } = await engine.openResident({ resident: 'agnes', now: NOW });
      if (settled(view)) return JSON.stringify(view.sections.allergies);
      await new Promise((resolve) => {
        setTimeout(resolve, 5);
      });
    }
  };
  const refresh = () => engine.refreshResident({ resident: 'agnes', section: 'allergies', now: NOW });
  assert.match(await allergies(), /penicillin/);
  isHidden = true;
  await refresh();
  await allergies();
  isHidden = false;
  await refresh();
  assert.match(await allergies(), /penicillin/);
  await engine.close();
});
