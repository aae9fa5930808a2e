import assert from 'node:assert/strict';
import { test } from 'node:test';
import { EhchError } from '@ehch/clinical';
import { NURSE } from '../actions/actions.fixtures.ts';
import { checkConfiguration } from './check-configuration.ts';
import { createDeviceEngine } from './device-engine.ts';

const refused: readonly (readonly [string, object, RegExp])[] = [
  ['a word that `keep` does not have', { keep: 'never' }, /no, session, yes/],
  ['no word at all for `keep`', { keep: false }, /no, session, yes/],
  ['a word that `keys` does not have', { keys: 'device' }, /memory, passphrase, passkey, provider/],
  ['a word that `copies` does not have', { copies: 'all' }, /opened, homes/],
  ['a user without a subject', { user: { display: 'Sam Okafor' } }, /`sub`/],
  ['a user whose subject is empty', { user: { ...NURSE, sub: ' ' } }, /`sub`/],
  ['a user who is a name', { user: 'Sam Okafor' }, /`sub`/],
];

for (const [what, options, words] of refused) {
  test(`${what} is refused, and the message says what to give`, () => {
    assert.throws(
      () => checkConfiguration(options),
      (error) =>
        error instanceof EhchError && error.code === 'bad-configuration' && words.test(error.message),
    );
  });
}

test('what is left out is not refused, and neither is that nobody is signed in', () => {
  checkConfiguration({});
  checkConfiguration({ keep: undefined, keys: undefined, copies: undefined, user: undefined });
  checkConfiguration({ keep: 'no', keys: 'provider', copies: 'homes', user: null });
  checkConfiguration({ user: NURSE });
});

test('an engine on the far side of a port refuses it as well', async () => {
  const engine = createDeviceEngine({
    connect: () => ({ request: async () => ({ status: 404, headers: {}, text: '' }) }),
    onChange: () => undefined,
  });
  const wrong = {
    fhirBaseUrl: 'https://record.test/fhir',
    network: { by: 'engine', token: false },
    sourceLabel: 'test',
    place: null,
    deadlineMs: 2000,
    keep: 'never',
  } as const;
  // @ts-expect-error A page in JavaScript has no types.
  await assert.rejects(engine.configure(wrong), { code: 'bad-configuration' });
});
