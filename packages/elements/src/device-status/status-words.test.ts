import type { DeviceStatus } from '@ehch/clinical';
import { expect } from '@open-wc/testing';
import { WELL } from './device-status.fixtures.ts';
import { loadingWords, lostWords, reasons, statusHeadline, timeLeft, waitsWords } from './status-words.ts';

const status = (part: Partial<DeviceStatus>): DeviceStatus => ({ ...WELL, ...part });
const unsent = (total: number, more: Partial<DeviceStatus['unsent']> = {}) => ({
  total,
  escalations: 0,
  ...more,
});
const said = (part: Partial<DeviceStatus>) => reasons(status(part)).join(' ');

describe('the one line of the device', () => {
  it('says how much is not sent, and whether it is lost with this browser', () => {
    const line = (part: Partial<DeviceStatus>, hasGivenUp = false) =>
      statusHeadline(status(part), hasGivenUp);
    expect(line({ unsent: unsent(2) })).to.equal('Saved on this device, not sent: 2 pieces of work.');
    expect(line({ unsent: unsent(1), lasts: 'memory' })).to.equal(
      'NOT SENT: lost if this browser closes. 1 piece of work.',
    );
    expect(line({ unsent: unsent(3, { unknown: 2 }) })).to.equal(
      'Saved on this device, not sent: 1 piece of work.',
    );
    expect(line({ unsent: unsent(2, { unknown: 2 }) })).to.equal(
      'Saved on this device. Being sent, or being checked: 2 pieces of work.',
    );
    expect(line({ unsent: unsent(2, { unknown: 2 }), lasts: 'memory' })).to.match(
      /^Lost if this browser closes\./,
    );
  });

  it('calls all sent only where the server has answered, and nothing was lost or given up', () => {
    expect(statusHeadline(WELL)).to.equal('All that was signed is sent. Server answered.');
    expect(statusHeadline(status({ server: 'not-asked' }))).to.equal('Nothing waits to be sent.');
    expect(statusHeadline(status({ lost: 1 }))).to.equal('Nothing else waits to be sent.');
    expect(statusHeadline(WELL, true)).to.equal('Nothing else waits to be sent.');
    expect(statusHeadline(undefined)).to.equal('Asking what is not sent.');
    expect(statusHeadline(null)).to.equal('Not known whether everything is sent.');
    expect(statusHeadline(status({ isClosed: true }))).to.equal('Nothing is kept or sent at this moment.');
  });

  it('says of a PC without a server that nothing leaves it, and what of it is lost', () => {
    for (const local of [{ server: 'none' }, { sends: 'no-server' }] as const) {
      expect(statusHeadline(status(local))).to.equal('Nothing leaves this PC.');
      expect(statusHeadline(status({ ...local, unsent: unsent(2) }))).to.equal(
        'Nothing leaves this PC. Kept on it: 2 pieces of work.',
      );
      expect(statusHeadline(status({ ...local, unsent: unsent(1), lasts: 'memory' }))).to.equal(
        'Nothing leaves this PC. LOST if this browser closes: 1 piece of work.',
      );
    }
  });
});

describe('why it is so', () => {
  it('says at most one thing about the server, the first that has to change', () => {
    const waiting = { unsent: unsent(1) };
    const server = (part: Partial<DeviceStatus>) =>
      reasons(status({ isPersisted: true, ...part })).filter((one) => !one.startsWith('What you write'));
    expect(server({ server: 'signed-out' })).to.deep.equal([
      'Nobody is signed in. Nothing is sent before somebody signs in.',
    ]);
    expect(server({ ...waiting, sends: 'nobody-signed-in' })).to.deep.equal([
      'Nobody is signed in. Nothing is sent before somebody signs in.',
    ]);
    expect(server({ server: 'busy' })).to.deep.equal([
      'The server is busy and asked us to wait. It is tried again by itself.',
    ]);
    expect(server({ server: 'busy', askedToWaitUntil: '2026-11-21T14:35:00Z' })).to.deep.equal([
      'The server is busy and asked us to wait until 14:35. It is tried again by itself.',
    ]);
    expect(server({ ...waiting, sends: 'server-refuses-updates' })[0]).to.contain('takes no changes');
    expect(server({ ...waiting, sends: 'not-known-yet' })).to.deep.equal([
      'Whether this server takes changes is not known yet.',
    ]);
    expect(server({ sends: 'not-known-yet' })).to.deep.equal([]);
    expect(server({ server: 'not-asked' })).to.deep.equal(['The server has not been asked yet.']);
  });

  it('says what may have arrived, what is another’s, and what waits behind the lock', () => {
    expect(said({ unsent: unsent(1, { unknown: 1 }) })).to.match(
      /^1 may have arrived\. Do not write it again/,
    );
    expect(said({ unsent: unsent(3, { unknown: 2 }) })).to.match(/2 more may have arrived\./);
    expect(said({ unsent: unsent(2, { ofOthers: 1 }) })).to.contain(
      '1 is sent when whoever wrote it signs in.',
    );
    expect(said({ unsent: unsent(1), lasts: 'memory' })).to.contain(
      'Reloading or closing the last open window',
    );
    expect(said({ lock: 'locked', waitingForPerson: 2 })).to.contain(
      '2 wait for a decision. Unlock to see it.',
    );
    expect(said({ waitingForPerson: 2 })).not.to.contain('Unlock');
    expect([waitsWords(1), waitsWords(2)]).to.deep.equal(['1 waits for a decision', '2 wait for a decision']);
    expect(said({ lock: 'locked', hasEarlierKeys: true })).to.match(/^Locked: .*under an earlier passphrase/);
  });

  it('says by how much a clock is wrong, in minutes, hours or days', () => {
    const minute = 60_000;
    for (const [ms, words] of [
      [minute, '1 minute slow'],
      [-119 * minute, '119 minutes fast'],
      [120 * minute, '2 hours slow'],
      [-47 * 60 * minute, '47 hours fast'],
      [48 * 60 * minute, '2 days slow'],
    ] as const)
      expect(said({ clockOffsetMs: ms })).to.contain(`The clock of this PC is ${words}.`);
    expect(said({})).not.to.contain('clock');
  });

  it('says what still has a place while the server does not answer, and promises none on a full device', () => {
    const offline = { server: 'unreachable', isPersisted: true } as const;
    expect(said(offline)).to.contain('What you write is kept on this device.');
    expect(said({ ...offline, lasts: 'memory' })).to.contain(
      'What you write is lost if this browser closes.',
    );
    expect(said({ ...offline, isFull: true })).not.to.match(/What you write|can still be read/);
    expect(said({ ...offline, isFull: true, hasList: true })).to.contain(
      'What was loaded can still be read.',
    );
    expect(said({ ...offline, lock: 'locked' })).not.to.contain('What you write');
    expect(said({ isPersisted: true })).to.equal('');
    expect(said({ runsIn: 'page' })).to.contain('The browser started no worker for this page.');
  });

  it('says how many notes and changes it is about, one as one', () => {
    expect(said({ refusedAudits: 1 })).to.match(/refused 1 note of who looked at a record\. It is kept/);
    expect(said({ refusedAudits: 2 })).to.match(/refused 2 notes .*They are kept/);
    expect(said({ merged: 1 })).to.match(/1 change met .*Both stand/);
    expect(said({ merged: 2 })).to.match(/2 changes met .*All of them stand/);
    expect(said({ duplicates: 2 })).to.contain('The server made 2 records twice.');
  });

  it('says to whoever has lost what this page keeps what to do first', () => {
    expect(said({ isClosed: true })).to.match(/after a minute, reload this page\./);
    expect(said({ isClosed: true, lasts: 'memory', unsent: unsent(1) })).to.match(
      /after a minute, write on paper what was not sent, and reload this page\./,
    );
    expect(said({ isClosed: true, unsent: unsent(1) })).to.match(/after a minute, reload/);
  });
});

describe('what nobody can read any more', () => {
  it('is counted, with what to do, and nothing where nothing was lost', () => {
    expect(lostWords(WELL)).to.equal(null);
    expect(lostWords(status({ lost: 1 }))).to.equal(
      '1 piece of work from an earlier session can no longer be read. Write again what is missing in the record.',
    );
    expect(lostWords(status({ lost: 2 }))).to.contain('count as one each');
    expect(lostWords(status({ wasErased: true }))).to.match(/As far as is known, all was sent\.$/);
    expect(lostWords(status({ wasErased: true, lost: 1 }))).to.match(
      /Lost, when last counted: 1 piece of work\./,
    );
  });
});

describe('the first load', () => {
  const loading = { done: 1, of: 30, state: 'running', secondsLeft: null } as const;

  it('says how far it is, and how it stands', () => {
    expect(loadingWords(loading)).to.equal('First load: 1 of 30 residents loaded.');
    expect(loadingWords({ ...loading, of: 1 })).to.equal('First load: 1 of 1 resident loaded.');
    expect(loadingWords({ ...loading, state: 'waiting' })).to.contain('Waiting for the server.');
    expect(loadingWords({ ...loading, state: 'stopped' })).to.equal(
      'First load stopped: 1 of 30 residents loaded.',
    );
  });

  it('says how long it still takes, rounded up, while it runs', () => {
    const left = (secondsLeft: number | null) => timeLeft({ ...loading, secondsLeft });
    expect([left(null), left(60), left(61), left(600)]).to.deep.equal([
      'Time left not known.',
      'Less than a minute left.',
      'About 2 min left.',
      'About 10 min left.',
    ]);
    expect(timeLeft({ ...loading, state: 'waiting', secondsLeft: 61 })).to.equal(null);
  });
});
