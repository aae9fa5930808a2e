import assert from 'node:assert/strict';
import { test } from 'node:test';
import { AT } from '../actions/actions.fixtures.ts';
import { createDeviceEngine } from './device-engine.ts';

async function engine() {
  const made = createDeviceEngine({
    connect: () => ({ request: async () => ({ status: 503, headers: {}, text: '' }) }),
    onChange: () => undefined,
  });
  await made.configure({
    fhirBaseUrl: 'https://record.test/fhir',
    network: { by: 'engine', token: false },
    sourceLabel: 'test',
    place: null,
    deadlineMs: 2000,
  });
  return made;
}

// The AuditEvent would say that `Patient/Patient/one` was printed.
test('(SPEC U1) an audited resident is an id, and no reference', async () => {
  const { audit } = await engine();
  const asked = audit({ action: 'print', resident: 'Patient/one', reason: null, now: AT });
  await assert.rejects(asked, { code: 'bad-argument' });
});

test('(SPEC U3) a glass is broken for one resident and with a reason, or not at all', async () => {
  const { audit } = await engine();
  const asked = { action: 'break-glass', now: AT } as const;
  for (const wrong of [
    { resident: null, reason: 'Found on the floor' },
    { resident: 'one', reason: null },
    { resident: 'one', reason: ' \n' },
  ])
    await assert.rejects(audit({ ...asked, ...wrong }), { code: 'bad-argument', message: /reason/ });
  await audit({ ...asked, resident: 'one', reason: 'Found on the floor' });
});

test('(SPEC U1) an act that the audit does not know is refused with words', async () => {
  const { audit } = await engine();
  const unknown = { action: 'delete', resident: 'one', reason: null, now: AT };
  // @ts-expect-error A page in JavaScript has no types.
  await assert.rejects(audit(unknown), { code: 'bad-argument', message: /print, copy, export, break-glass/ });
});
