import { expect } from '@open-wc/testing';
import { checkStates } from '../../test/check-states.ts';
import { drawDevice } from '../../test/draw-device.ts';
import { shownText } from '../../test/shown-text.ts';
import { states } from './device-status.fixtures.ts';

async function text(name: string): Promise<string> {
  const state = states[name];
  if (state === undefined) throw new Error(name);
  return shownText((await drawDevice(document.body, state)).renderRoot);
}

/** What each state says, whole or in part. */
const SAYS: Readonly<Record<string, RegExp>> = {
  'all-sent': /^All that was signed is sent\. Server answered\.$/,
  asking: /^Asking what is not sent\.$/,
  'unsent-memory':
    /^NOT SENT: lost if this browser closes\. 2 pieces of work\. Reloading or closing the last open window loses it\. ?No connection to the server\. It is tried again by itself\. ?What was loaded can still be read\. What you write is lost if this browser closes\. Try now$/,
  'unsent-device':
    /^Saved on this device, not sent: 2 pieces of work\. No connection to the server\. .* What you write is kept on this device\. Try now$/,
  'device-full':
    /^This device is full: what you write now is NOT kept on it\. Keep the form open, and free space on this PC\. Saved on this device, not sent: 2 pieces of work\. No connection to the server\. It is tried again by itself\. ?What was loaded can still be read\. Try now$/,
  'offline-nothing-unsent': /^Nothing waits to be sent\. No connection to the server\./,
  'asked-to-wait': /The server is busy and asked us to wait until 14:05\. It is tried again by itself\./,
  'may-have-arrived':
    /not sent: 2 pieces of work\. 1 more may have arrived\. Do not write it again: it is checked first, and sent only if it is missing\. ?1 is sent when whoever wrote it signs in\. ?The server is busy/,
  'nobody-signed-in': /1 piece of work\. Nobody is signed in\. Nothing is sent before somebody signs in\./,
  'server-refuses-updates':
    /This server takes no changes to what it already has\. Tell whoever looks after it\./,
  'not-asked-yet': /^Nothing waits to be sent\. The server has not been asked yet\. Try now$/,
  'takes-not-known': /1 piece of work\. Whether this server takes changes is not known yet\.$/,
  'no-server': /^Nothing leaves this PC\. Kept on it: 5 pieces of work\.$/,
  'no-server-memory':
    /^Nothing leaves this PC\. LOST if this browser closes: 5 pieces of work\. Reloading or closing the last open window loses it\.$/,
  locked: /Locked: only numbers are shown\. ?1 waits for a decision\. Unlock to see it\./,
  'worry-not-sent':
    /^1 worry from this PC has NOT been sent\. Ring .*01632 960120 If somebody’s life is in danger, ring 999 /,
  'worry-locked': /^2 worries from this PC have NOT been sent\. Ring .*01632 960120/,
  lost: /^2 pieces of work from an earlier session can no longer be read\. A signature, an undone signature and a draft count as one each\. Write again what is missing in the record\. Noted Nothing else waits to be sent\./,
  'closed-under':
    /^Nothing is kept or sent at this moment\. This browser has closed what this page keeps\. It is opened again by itself\. Until then keep every form open\. ?If this still stands here after a minute, write on paper what was not sent, and reload this page\. When last known: NOT SENT: lost if this browser closes\. 2 pieces of work\.$/,
  'closed-under-device':
    /^When last known: 1 worry from this PC has NOT been sent\. Ring .* Nothing is kept or sent at this moment\. .*after a minute, reload this page\. When last known: Saved on this device, not sent: 2 pieces of work\.$/,
  erased:
    /^What this page kept was erased while it was open, by this browser or by somebody at this PC\. Lost, when last counted: 2 pieces of work\. A signature, an undone signature and a draft count as one each\. Write again what is missing in the record\. Noted Nothing else waits to be sent\./,
  'erased-nothing-unsent':
    /by somebody at this PC\. As far as is known, all was sent\. Noted Nothing else waits to be sent\./,
  'engine-lost':
    /^When last known: 1 worry from this PC has NOT been sent\. Ring .* Not known whether everything is sent\. .* When last known: Saved on this device, not sent: 2 pieces of work\.$/,
  'runs-in-page': /The browser started no worker for this page\./,
  loading: /First load: 12 of 30 residents loaded\. About 2 min left\. Stop loading/,
  'loading-stopped': /First load stopped: 12 of 30 residents loaded\. Go on loading/,
  'loading-waits': /12 of 30 residents loaded\. Waiting for the server\./,
  waiting: /4 wait for a decision Care plan: moving and handling: somebody else changed the same/,
  rejected: /The server said: Observation\.effectiveDateTime is in the future\./,
  'too-late':
    /by Dr Obi, GP\. It stays here and is not sent by itself\. This decision did not reach the server within ten minutes, so it is not in force\..*The place names nobody who is signed in here for this decision\. Propose it\./,
  unreadable:
    /Written at a time not known by somebody not known here\. .*Call support before you give it up\. Tell support this reference: 5f0c2a1e/,
  'decision-refused': /Not done: no connection\. It still waits\./,
  'from-before-sign-in':
    /1 piece of work from before anybody signed in\. Read it below\. Then take it over, or give it up\. .*Written .*21-Nov-2026 07:50 by Grace Mensah\. .*If you take it over, you answer for it, and the name on it stays\. .*Respiration rate Written here 22 \/min/,
  'from-before-sign-in-locked':
    /1 piece of work from before anybody signed in\. Unlock with the passphrase of that time to read it\./,
  'earlier-keys':
    /Locked: only numbers are shown\. ?This PC keeps records under an earlier passphrase\. Unlock them with it\. Nothing is lost\./,
  'list-lost': /What waits could not be read: no connection\. Ask again/,
};

describe('ehch-device-status', () => {
  checkStates(
    Object.entries(states).map(([name, state]) => ({
      name,
      draw: (box: HTMLElement) => drawDevice(box, state),
    })),
  );

  for (const [name, words] of Object.entries(SAYS))
    it(`says the plain truth: ${name}`, async () => {
      expect(await text(name)).to.match(words);
    });

  it('says that all is sent only where a server answered, nothing is unsent, and nothing was lost', async () => {
    for (const [name, { status }] of Object.entries(states)) {
      const isSent =
        status?.server === 'answers' &&
        status.unsent.total === 0 &&
        status.lost === 0 &&
        !status.wasErased &&
        !status.isClosed;
      expect((await text(name)).includes('All that was signed is sent'), name).to.equal(isSent);
    }
  });

  it('says in memory mode, and there alone, that what is unsent is lost with the browser', async () => {
    for (const [name, { status, before }] of Object.entries(states)) {
      const known = status ?? before;
      if (!known || known.unsent.total === 0 || known.server === 'none') continue;
      expect((await text(name)).includes('NOT SENT: lost if this browser closes'), name).to.equal(
        known.lasts === 'memory',
      );
      expect((await text(name)).includes('Saved on this device'), name).to.equal(known.lasts === 'device');
    }
  });

  it('is red for an unsent worry alone, and never in the colour of an answer', async () => {
    for (const [name, state] of Object.entries(states)) {
      const { renderRoot } = await drawDevice(document.body, state);
      const worries = (state.status ?? state.before)?.unsent.escalations ?? 0;
      expect(renderRoot.querySelector('.worry') !== null, name).to.equal(worries > 0);
      const colours = [...renderRoot.querySelectorAll('.base *')].map((one) => getComputedStyle(one).color);
      // The urgent red and the green of an answer (tokens).
      expect(colours.includes('rgb(213, 40, 27)'), name).to.equal(worries > 0);
      expect(colours, name).not.to.include('rgb(0, 127, 59)');
    }
  });

  it('shows nothing but numbers while locked, and keeps the telephone numbers', async () => {
    const { renderRoot } = await drawDevice(document.body, {
      ...states['waiting'],
      ...states['worry-locked'],
    });
    const shown = shownText(renderRoot);
    expect(shown).not.to.match(/Care plan|NEWS2|Grace/);
    expect([...renderRoot.querySelectorAll('a')].map(({ href }) => href)).to.include('tel:999');
  });

  it('has no button that would reach nobody where it is given a bare status', async () => {
    const { renderRoot } = await drawDevice(document.body, { ...states['unsent-device'], bare: true });
    expect(renderRoot.querySelectorAll('button:not(.kit-foot *)').length).to.equal(0);
  });

  it('says that it does not know where the page gives nothing', async () => {
    const element = document.createElement('ehch-device-status');
    document.body.append(element);
    await element.updateComplete;
    expect(shownText(element.renderRoot)).to.equal('This page does not say what is sent.');
    element.remove();
  });
});
