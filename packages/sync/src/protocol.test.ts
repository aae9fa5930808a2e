import assert from 'node:assert/strict';
import { test } from 'node:test';
import { ENGINE_CALLS, HOST_CALLS, type EngineSurface, type HostPortSurface } from './protocol.ts';

/** The compiler asks for every call here. */
const ENGINE_CALL: Readonly<Record<keyof EngineSurface, true>> = {
  configure: true,
  nameDeciders: true,
  listResidents: true,
  listMatters: true,
  openResident: true,
  refreshResident: true,
  lookedAt: true,
  closeResident: true,
  changesSince: true,
  forget: true,
  enqueue: true,
  receiptsOf: true,
  saveDraft: true,
  loadDraft: true,
  listDrafts: true,
  status: true,
  waiting: true,
  decide: true,
  load: true,
  noteLost: true,
  tryNow: true,
  look: true,
  audit: true,
  unlock: true,
  addPerson: true,
  lock: true,
  localResidents: true,
  exportHome: true,
  exportedPart: true,
  importPart: true,
  importHome: true,
  heldHere: true,
  wipe: true,
  linkable: true,
  openLocal: true,
  link: true,
  passkey: true,
  keepPasskey: true,
};
const HOST_CALL: Readonly<Record<keyof HostPortSurface, true>> = {
  getToken: true,
  request: true,
  abandon: true,
  secretOf: true,
  keepSecret: true,
};

test('every call of the engine and of the page can be made: one that is not listed would never be answered', () => {
  assert.deepEqual(ENGINE_CALLS.toSorted(), Object.keys(ENGINE_CALL).toSorted());
  assert.deepEqual(HOST_CALLS.toSorted(), Object.keys(HOST_CALL).toSorted());
});
