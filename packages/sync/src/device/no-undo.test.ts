import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { CareIntent } from '@ehch/clinical';
import { createFhirServer } from '@ehch/dev-server';
import { AT, draftOf, finish, LATER, NURSE, PRESS } from '../actions/actions.fixtures.ts';
import type { Http } from '../http/http.ts';
import { createDeviceEngine } from './device-engine.ts';

const BASE = 'https://record.test/fhir';

test('P13: where a server ignores If-Match, undoing what it has is refused at once, and the signature stands', async () => {
  const server = createFhirServer({ base: BASE, resources: [{ resourceType: 'Patient', id: 'one' }] });
  const ignoring: Http = {
    async request(request) {
      const { 'if-match': _, ...headers } = request.headers;
      return server.request({ ...request, headers });
    },
  };
  const engine = createDeviceEngine({ connect: () => ignoring, onChange: () => undefined });
  await engine.configure({
    fhirBaseUrl: BASE,
    network: { by: 'engine', token: false },
    sourceLabel: 'test',
    place: null,
    deadlineMs: 2000,
    user: NURSE,
  });
  const draft = draftOf('one');
  await engine.enqueue({ intent: finish(draft), now: AT });
  const isSent = async () => (await engine.receiptsOf({ intents: [PRESS] }))[PRESS]?.state === 'sent';
  while (!(await isSent()))
    await new Promise((resolve) => {
      setTimeout(resolve, 5);
    });
  assert.equal((await engine.status(null)).sends, 'server-refuses-updates');
  const by = { name: 'Sam Okafor', role: 'nurse' };
  const undo: CareIntent = {
    id: LATER,
    resident: 'one',
    pressedAt: AT,
    what: { kind: 'withdraw-assessment', finished: PRESS, draft, by },
  };
  const receipt = await engine.enqueue({ intent: undo, now: AT });
  assert(receipt.state === 'refused');
  assert.match(receipt.why, /takes no changes to what it already has/);
  assert.equal(await engine.loadDraft({ resident: 'one', form: draft.form.id }), null);
  await engine.close();
});
