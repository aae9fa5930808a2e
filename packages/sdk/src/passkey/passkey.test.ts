import { expect } from '@open-wc/testing';
import { passkeysOf, type PasskeyPorts } from './passkey.ts';

const FACTS = { credential: 'AQID', salt: 'BAUG', handle: 'BwgJ' };

/** A person before a keeper of passkeys that ends every request with one error. */
function before(name: string | null, more: Partial<PasskeyPorts> = {}, credential: string | null = null) {
  const opened: string[] = [];
  const fail = () => Promise.reject(new DOMException('', name ?? ''));
  const passkeys = passkeysOf({
    row: {
      facts: async () => ({ ...FACTS, credential }),
      keep: async () => undefined,
    },
    unlock: async (secret) => {
      opened.push(secret);
      return 'unlocked';
    },
    person: 'Sam Okafor',
    credentials: name === null ? null : { create: fail, get: fail },
    ...more,
  });
  return { passkeys, opened };
}

describe('a passkey', () => {
  it('says who refused, and opens nothing', async () => {
    const cases = [
      [
        null,
        'not-in-browser',
        'This browser cannot open the device with a passkey. Use a passphrase instead.',
      ],
      ['NotSupportedError', 'not-in-browser', 'This browser cannot'],
      ['NotAllowedError', 'refused', 'Not opened: the passkey was not given.'],
      ['AbortError', 'refused', 'Not opened: the passkey was not given.'],
      ['SecurityError', 'not-on-device', 'Use a passphrase instead.'],
    ] as const;
    for (const [name, state, words] of cases) {
      const made = before(name);
      const end = await made.passkeys.create();
      expect(end.state, name ?? 'none').to.equal(state);
      expect(end.words).to.contain(words);
      const asked = before(name, {}, FACTS.credential);
      expect((await asked.passkeys.open()).state, name ?? 'none').to.equal(state);
      expect([...made.opened, ...asked.opened]).to.deep.equal([]);
    }
  });

  it('is not made twice, as the second one would lock the first one out', async () => {
    let asked = 0;
    const create = () => Promise.resolve(((asked += 1), null));
    const { passkeys } = before(
      'NotAllowedError',
      { credentials: { create, get: create } },
      FACTS.credential,
    );
    expect((await passkeys.create()).state).to.equal('exists');
    expect(asked).to.equal(0);
  });

  it('is asked for by nobody who has made none', async () => {
    expect((await before('NotAllowedError').passkeys.open()).state).to.equal('none');
  });

  it('is made for somebody who is signed in, and any other failure is the page’s to know', async () => {
    const rejection = (work: Promise<unknown>) =>
      work.then(
        () => null,
        (error: unknown) => error,
      );
    const nobody = await rejection(before('NotAllowedError', { person: null }).passkeys.create());
    expect(nobody).to.have.property('code', 'signed-out');
    const row = { facts: () => Promise.reject(new Error('lost')), keep: async () => undefined };
    expect(await rejection(before('NotAllowedError', { row }).passkeys.open())).to.have.property(
      'message',
      'lost',
    );
  });
});
