import { expect } from '@open-wc/testing';
import { checkStates } from '../../test/check-states.ts';
import { drawMoving, pressOn } from '../../test/draw-home.ts';
import { shownText } from '../../test/shown-text.ts';
import { movingOf, states } from './moving.fixtures.ts';

async function text(name: string): Promise<string> {
  const state = states[name];
  if (state === undefined) throw new Error(name);
  return shownText((await drawMoving(document.body, state)).renderRoot);
}

const COUNTED =
  '3 residents, 12 pieces of work, 1 unfinished draft, 40 entries of the audit or not sent; 86 sealed rows in all.';

/** What each state says, whole or in part. */
const SAYS: Readonly<Record<string, string>> = {
  without: 'This page moves nothing to another PC.',
  'too-short': 'Choose at least 14 characters, or four words.',
  'not-the-same': 'The two are not the same. Type both again.',
  making: 'Making the file.',
  made: `The file holds ${COUNTED} This PC keeps everything.`,
  locked: 'The records are locked. Unlock them, then make the file.',
  'nothing-chosen': 'Choose the file first.',
  taken: `Taken in, as many as the other PC counted: ${COUNTED}`,
  'wrong-passphrase': 'This passphrase does not open the file. Nothing has changed. Try again.',
  damaged: 'The file is damaged or not whole. Nothing was taken in.',
  'another-place': 'This file is of another place or organisation. Nothing was taken in.',
  newer: 'A newer release wrote the file. Nothing was taken in.',
  'keeps-no-passphrase': 'This page cannot take the file in',
  'worked-here':
    'Somebody has worked on this PC already. Nothing was taken in, and nothing here has changed.',
  'no-room': 'There is no room on this PC. Nothing was taken in.',
  'to-erase': '3 residents, 12 pieces of work and 1 unfinished draft lie on this PC, and nowhere else.',
  'to-erase-with-server': 'Nowhere else: 2 pieces of work NOT SENT and 1 unfinished draft.',
  'to-erase-all-sent': 'Everything that was signed here is on the server.',
  'not-typed': 'Type ERASE in capitals. Nothing was erased.',
  erased: 'Erased. Nothing of this home is left on this PC.',
  'erasing-not-heard': 'No answer in time. Whether it was erased is not known.',
  'more-meanwhile': 'More was written here meanwhile, so nothing was erased. Look again.',
  'not-heard': 'Whether the file was taken in is not known: look at the list before you try again.',
};

describe('ehch-moving', () => {
  checkStates(
    Object.entries(states).map(([name, state]) => ({
      name,
      draw: (box: HTMLElement) => drawMoving(box, state),
    })),
  );

  for (const [name, words] of Object.entries(SAYS))
    it(`says the plain truth: ${name}`, async () => {
      expect(await text(name)).to.contain(words);
    });

  it('makes no file with a passphrase that may be mistyped, and none that is short', async () => {
    for (const name of ['too-short', 'not-the-same']) {
      const state = states[name] ?? {};
      const moving = movingOf(state);
      await drawMoving(document.body, state, moving);
      expect(moving.asked, name).to.deep.equal([]);
    }
  });

  it('hands over the bytes of the file as they are, and forgets the passphrases that it used', async () => {
    const state = states['taken'] ?? {};
    const moving = movingOf(state);
    const element = await drawMoving(document.body, state, moving);
    expect(moving.asked).to.deep.equal(['import sealed']);
    const secrets = [...element.renderRoot.querySelectorAll<HTMLInputElement>('input[type=password]')];
    expect(secrets.map(({ value }) => value).join('')).to.equal('');
  });

  it('is asked once, however often somebody movingPresses while it is at work', async () => {
    const state = states['making'] ?? {};
    const moving = movingOf(state);
    const element = await drawMoving(document.body, state, moving);
    await pressOn(element, { kind: 'export' });
    expect(moving.asked).to.deep.equal(['export']);
  });

  it('erases nothing before the word was typed, and not by a count alone', async () => {
    for (const name of ['to-erase', 'not-typed']) {
      const state = states[name] ?? {};
      const moving = movingOf(state);
      await drawMoving(document.body, state, moving);
      expect(moving.asked, name).to.deep.equal(['count']);
    }
  });

  it('forgets everything when it leaves the page', async () => {
    const element = await drawMoving(document.body, states['made'] ?? {});
    const provider = element.parentElement;
    element.remove();
    provider?.append(element);
    await element.updateComplete;
    expect(shownText(element.renderRoot)).not.to.contain('The file holds 3');
  });
});
