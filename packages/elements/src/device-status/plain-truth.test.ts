import { expect } from '@open-wc/testing';
import type { DeviceStatus } from '@ehch/clinical';
import { controlOf, drawDevice, pressOn, settled } from '../../test/draw-device.ts';
import { shownText } from '../../test/shown-text.ts';
import { errorWords } from '../internal/section-words.ts';
import { deviceOf, WELL } from './device-status.fixtures.ts';
import { REJECTED } from './waiting.fixtures.ts';
import { loadingWords, reasons, statusHeadline, worryWords } from './status-words.ts';

describe('the plain truth of the device', () => {
  it('never calls sent what was just given up', async () => {
    const waits = { ...WELL, unsent: { total: 1, escalations: 0 }, waitingForPerson: 1 };
    const device = deviceOf({ status: waits, waiting: [REJECTED] });
    const element = await drawDevice(document.body, { status: waits, waiting: [REJECTED] }, device);
    await pressOn(element, { kind: 'open', intent: REJECTED.intent });
    await pressOn(element, { kind: 'give-up' });
    const why = element.renderRoot.querySelector<HTMLTextAreaElement>('.why');
    if (why === null) throw new Error('No field for the reason.');
    why.value = 'On paper';
    why.dispatchEvent(new InputEvent('input', { bubbles: true, composed: true }));
    await pressOn(element, { kind: 'discard' });
    expect(shownText(element.renderRoot)).not.to.contain('It counts as sent');
    expect(shownText(element.renderRoot)).to.contain('Given up, NOT sent.');
    device.waiting = () => Promise.resolve([]);
    device.say(WELL);
    await settled(element);
    expect(shownText(element.renderRoot)).to.equal('Nothing else waits to be sent. Given up, NOT sent.');
  });

  // Somebody who reads the headline alone would write it a second time.
  it('does not call unsent what may have arrived', () => {
    for (const lasts of ['memory', 'device'] as const) {
      const status: DeviceStatus = { ...WELL, lasts, unsent: { total: 1, escalations: 0, unknown: 1 } };
      expect(reasons(status).join(' ')).to.contain('may have arrived');
      expect(statusHeadline(status)).not.to.match(/not sent/i);
    }
  });

  it('does not call a worry unsent that may have arrived, and asks to ring all the same', () => {
    const words = (total: number, escalations: number, unknown: number) =>
      worryWords({ total, escalations, unknown });
    expect(words(1, 1, 0)).to.equal('1 worry from this PC has NOT been sent.');
    expect(words(1, 1, 1)).to.equal('1 worry from this PC is NOT KNOWN to have arrived.');
    expect(words(2, 2, 2)).to.equal('2 worries from this PC are NOT KNOWN to have arrived.');
    expect(words(3, 2, 2)).to.equal('2 worries from this PC are NOT SENT, or not known to have arrived.');
    // What may have arrived may be other work.
    expect(words(6, 1, 1)).to.equal('1 worry from this PC has NOT been sent.');
  });

  it('tells of notes of who looked that the server refused, and counts them as nobody’s work', () => {
    const status: DeviceStatus = { ...WELL, refusedAudits: 2 };
    expect(reasons(status).join(' ')).to.contain('The server refused 2 notes of who looked at records.');
    expect(statusHeadline(status)).to.equal('All that was signed is sent. Server answered.');
  });

  // https://bugs.webkit.org/show_bug.cgi?id=201483: a browser closes its storage under an open page, and nothing starts that again.
  it('says what to do where nothing starts again, and never only to wait', () => {
    expect(reasons(null).join(' ')).to.match(/still stands here.*on paper.*reload this page/);
    expect(errorWords({ code: 'overtaken' })).to.match(/browser closed.*reload this page/);
  });

  // A GP's page without `user` writes nothing: that nobody is signed in must not hide the lost connection.
  it('says that there is no connection, whoever is signed in', () => {
    const status: DeviceStatus = { ...WELL, server: 'unreachable', sends: 'nobody-signed-in' };
    expect(reasons(status).join(' ')).to.contain('No connection to the server');
  });

  it('tells nobody to sign in, and of no server that takes no changes, where nothing waits', () => {
    expect(reasons({ ...WELL, sends: 'nobody-signed-in' })).to.deep.equal([]);
    expect(reasons({ ...WELL, sends: 'server-refuses-updates' })).to.deep.equal([]);
  });

  it('does not call a server that answers with an error unreachable', () => {
    const said = reasons({ ...WELL, server: 'failing' }).join(' ');
    expect(said).to.contain('The server answers with an error.');
    expect(said).not.to.contain('No connection');
  });

  it('says that what was loaded can be read only where a list of residents is kept, by which it is found', () => {
    const offline: DeviceStatus = { ...WELL, server: 'unreachable' };
    expect(reasons(offline).join(' ')).not.to.contain('can still be read');
    expect(reasons(offline).join(' ')).to.contain('What you write is kept on this device.');
    expect(reasons({ ...offline, hasList: true }).join(' ')).to.contain('What was loaded can still be read.');
  });

  it('says that the browser may erase what is kept here, where no other place has it', () => {
    const words = 'The browser may erase what is kept here if this PC runs short of space.';
    const erasable: DeviceStatus = { ...WELL, isPersisted: false };
    const unsent = { total: 1, escalations: 0 };
    expect(reasons({ ...erasable, unsent })).to.include(words);
    expect(reasons({ ...erasable, server: 'none', sends: 'no-server' })).to.include(words);
    expect(reasons({ ...erasable, server: 'unreachable' })).to.include(words);
    expect(reasons(erasable), 'the server has all of it').to.deep.equal([]);
    expect(reasons({ ...WELL, unsent, isPersisted: true })).not.to.include(words);
    expect(reasons({ ...WELL, unsent })).not.to.include(words);
  });

  it('says during a first load that this PC may not have room for all of it', () => {
    const loading = { done: 1, of: 30, state: 'running', secondsLeft: null } as const;
    expect(loadingWords({ ...loading, lacksRoom: true })).to.contain('may not have room for all of them');
    expect(loadingWords(loading)).not.to.contain('room');
  });

  // To call it sent, or lost, would have somebody write it twice.
  it('says that a newer release wrote what is kept here, how much is not sent, and what to do', () => {
    const newer: DeviceStatus = { ...WELL, newerRelease: 'counted', unsent: { total: 2, escalations: 0 } };
    expect(statusHeadline(newer)).to.equal('Saved on this device, not sent: 2 pieces of work.');
    expect(reasons(newer).join(' ')).to.match(
      /A newer release of this page wrote .*neither read nor send it.*Reload this page to get that release\./,
    );
    const notCounted: DeviceStatus = { ...WELL, newerRelease: 'not-counted' };
    expect(statusHeadline(notCounted)).to.equal('Not known whether everything is sent.');
  });

  it('tells of changes that were put together, and of records that the server made twice', () => {
    const said = reasons({ ...WELL, merged: 2, duplicates: 1 }).join(' ');
    expect(said).to.contain('2 changes met somebody else’s change of the same record.');
    expect(said).to.contain('The server made 1 record twice.');
  });

  it('says how the server takes what is written to whoever opens it, and to nobody else', async () => {
    const element = await drawDevice(document.body, { status: { ...WELL, serverWords: ['Level B. So.'] } });
    const about = element.renderRoot.querySelector('details');
    expect(about?.open).to.equal(false);
    expect(about?.textContent).to.contain('Level B. So.');
    expect(element.renderRoot.querySelector('.well'), 'one line is enough').not.to.equal(null);
  });

  it('says that the clock of the PC is wrong, by how much and which way', () => {
    const hour = 3_600_000;
    const cases: readonly (readonly [number, string])[] = [
      [hour, '60 minutes slow'],
      [-3 * hour, '3 hours fast'],
      [400 * 24 * hour, '400 days slow'],
    ];
    for (const [clockOffsetMs, words] of cases)
      expect(reasons({ ...WELL, clockOffsetMs })[0]).to.contain(`The clock of this PC is ${words}.`);
  });

  // Store SPEC K7: "until a person was told". The next loss must not look like this one.
  it('is told that a person has read what was lost, and how much they read of', async () => {
    const status: DeviceStatus = { ...WELL, lost: 1 };
    const device = deviceOf({ status });
    const element = await drawDevice(document.body, { status }, device);
    await pressOn(element, { kind: 'note-lost' });
    expect(device.asked).to.deep.equal(['note lost 1']);
    const { noteLost: _, ...bare } = device;
    element.device = bare;
    await settled(element);
    expect(() => controlOf(element, { kind: 'note-lost' })).to.throw();
  });
});

describe('whom to ring about an unsent worry at three in the morning', () => {
  // The place's hours are known, and every service is closed: nobody has to find out whether the practice is.
  it('is a number to press', async () => {
    const status: DeviceStatus = { ...WELL, server: 'unreachable', unsent: { total: 1, escalations: 1 } };
    const element = await drawDevice(document.body, { status });
    const provider = element.closest('ehch-provider');
    if (provider === null) throw new Error('No provider.');
    provider.clock = () => '2026-11-21T03:00:00Z';
    await provider.updateComplete;
    await settled(element);
    const [ring] = [...element.renderRoot.querySelectorAll('.worry p')].filter(({ textContent }) =>
      textContent?.trim().startsWith('Ring '),
    );
    expect(shownText(ring ?? element)).to.contain('111');
    expect(ring?.querySelectorAll('a[href="tel:111"]').length).to.be.at.least(1);
  });
});
