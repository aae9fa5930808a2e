import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { test } from 'node:test';
import { createFhirServer } from '@ehch/dev-server';
import { openMemoryStore } from '@ehch/store';
import type { HttpResponse } from '../http/http.ts';
import { profileFor } from './kept-profile.ts';
import { httpOf } from './personalities.fixtures.ts';

const between: readonly (readonly [string, HttpResponse])[] = [
  [
    'a sign-in page with status 200',
    { status: 200, headers: { 'content-type': 'text/html' }, text: '<html>Sign in</html>' },
  ],
  ['a gateway that knows no address', { status: 404, headers: {}, text: 'Not found' }],
];

// What stands between this device and the server says nothing about the server. It is tried again in a while.
for (const [what, answer] of between) {
  test(`(P1) nothing is learnt about a server from ${what}`, async () => {
    const server = createFhirServer();
    const { settings } = openMemoryStore();
    const ports = { base: server.base, deadlineMs: 25_000, newId: randomUUID, now: 0 };
    await profileFor(settings, { ...ports, http: { request: async () => answer } }).catch(() => null);
    const { level } = await profileFor(settings, { ...ports, http: httpOf(server), now: 60_000 });
    assert.equal(level, 'A');
    server.close();
  });
}
