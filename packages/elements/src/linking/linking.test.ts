import { expect } from '@open-wc/testing';
import { checkStates } from '../../test/check-states.ts';
import { drawLinking, pressOn } from '../../test/draw-home.ts';
import { shownText } from '../../test/shown-text.ts';
import { linkingOf, states } from './linking.fixtures.ts';

async function text(name: string): Promise<string> {
  const state = states[name];
  if (state === undefined) throw new Error(name);
  return shownText((await drawLinking(document.body, state)).renderRoot);
}

/** What each state says, whole or in part. */
const SAYS: Readonly<Record<string, RegExp>> = {
  asking: /^Asking what lies on this PC from the time without a server\.$/,
  failed: /^What can be linked could not be read: no connection\. Ask again$/,
  closed: /It is sealed, and nothing of it was sent\. Your passphrase of that time Open it$/,
  'wrong-passphrase': /^This passphrase opens nothing here\. Nothing has changed\./,
  nobody: /Nobody was put on a list here\.$/,
  residents:
    /Nothing is sent by itself\..*JESSOP, Mabel 1 of 4 pieces of work linked\. 1 unfinished draft stays on this PC\./,
  incomplete: /A list could not be read whole, so somebody may be missing below\./,
  candidate:
    /On this PC.*999 000 0018 \(not verified.*On the server.*JESSOP, Mabel Rose.*This is the same person.*None of these: link nothing$/,
  'another-name': /The name is another one\. Make sure who it is\./,
  doubts:
    /The date of birth differs, or is not known whole\. This cannot be linked\..*The NHS number differs.*Several people on the server’s list have this NHS number\./,
  'nobody-fits': /Nobody on the server’s list has this NHS number and date of birth\./,
  'linked-to-another': /This resident was linked to somebody else before\./,
  items:
    /NEWS2, signed 01-Nov-2026 09:40 by Grace Mensah\. Linked\. ?Comprehensive geriatric assessment, signed .*Marked as entered in error since, and sent with that mark\..*Taken back since, and sent as taken back\. Choose all 3 Link nothing$/,
  ticked: /Send 3 pieces of work to the record of JESSOP, Mabel Rose/,
  handed: /^3 pieces of work handed over to be sent\. Nobody has seen it yet\./,
  refused: /^Not done: no connection\./,
};

describe('ehch-linking', () => {
  checkStates(
    Object.entries(states).map(([name, state]) => ({
      name,
      draw: (box: HTMLElement) => drawLinking(box, state),
    })),
  );

  for (const [name, words] of Object.entries(SAYS))
    it(`says the plain truth: ${name}`, async () => {
      expect(await text(name)).to.match(words);
    });

  it('offers nobody as the same person in whom NHS number and date of birth do not both agree', async () => {
    for (const name of ['doubts', 'nobody-fits', 'linked-to-another'])
      expect(await text(name), name).not.to.contain('This is the same person');
  });

  it('sends nothing before a person has named the same person and chosen what', async () => {
    const state = states['items'] ?? {};
    const linking = linkingOf(state);
    const element = await drawLinking(document.body, state, linking);
    expect(shownText(element.renderRoot)).not.to.contain('to the record of');
    expect(linking.asked).to.deep.equal([]);
    element.renderRoot.querySelectorAll<HTMLInputElement>('input[type=checkbox]')[1]?.click();
    await element.updateComplete;
    await pressOn(element, { kind: 'link' });
    expect(linking.asked).to.deep.equal(['mabel to server-mabel: intent-3']);
  });

  it('forgets what was chosen for one resident when another one is opened', async () => {
    const element = await drawLinking(document.body, {
      ...states['residents'],
      press: [
        { kind: 'open', resident: 'mabel' },
        { kind: 'same-person', candidate: 'server-mabel' },
        { kind: 'tick-all' },
        { kind: 'open', resident: 'two' },
      ],
    });
    expect(shownText(element.renderRoot)).not.to.contain('to the record of');
    expect(shownText(element.renderRoot)).to.contain('This is the same person');
  });

  it('takes no room where there never was a time without a server', async () => {
    const element = await drawLinking(document.body, { linkable: { state: 'none' } });
    expect(shownText(element.renderRoot)).to.equal('');
  });
});
