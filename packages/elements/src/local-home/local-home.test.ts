import { expect } from '@open-wc/testing';
import { checkStates } from '../../test/check-states.ts';
import { drawLocalHome, pressOn, typeIn } from '../../test/draw-home.ts';
import { shownText } from '../../test/shown-text.ts';
import { actionsOf, homeOf, MABEL, states } from './local-home.fixtures.ts';

async function text(name: string): Promise<string> {
  const state = states[name];
  if (state === undefined) throw new Error(name);
  return shownText((await drawLocalHome(document.body, state)).renderRoot);
}

/** What each state says, whole or in part. */
const SAYS: Readonly<Record<string, RegExp>> = {
  empty: /^Residents of .* 0 residents on the list\. Nothing leaves this PC\. Add a resident$/,
  list: /2 residents on the list\. .*Walter.*Born 1941.*NHS number Not recorded.*Born 11-Feb-1935 \(91y\).*999 000 0018 \(not verified.*Room 4.*1 resident no longer on the list$/,
  'left-shown': /CROWTHER, Sheila.*Died: Oct-2026/,
  'not-known': /The list cannot be read now\. It may be locked\. Nobody was taken off it\.$/,
  asking: /Asking who is on the list\.$/,
  without: /This page does not say who is on the list\.$/,
  'read-only': /This page does not change the list\./,
  faults:
    /Enter the family name\..*Enter at least one given name\..*Enter a date that exists.*its last digit does not fit/,
  'same-name':
    /Not kept yet\. Look whether it is the same person: ?JESSOP, Mabel.*has the same name, or a similar one\..*The same person: keep nothing.*Another person: put on the list/,
  'same-number-of-one-who-left': /has the same NHS number and is no longer on the list\./,
  kept: /^Residents of .*Saved on this PC 14:20\. Nothing leaves this PC\. 2 residents/,
  'kept-in-memory': /LOST if this browser closes\. Nothing leaves this PC\./,
  refused: /Not kept: This resident is on the list already\. ?Add a resident Family name/,
  'not-kept': /Not kept: this device could not keep it\. Nothing on the list has changed\. ?Add a resident/,
  leaving: /Take off the list JESSOP, Mabel.*What was recorded stays on this PC\. Why ?Moved away ?Died/,
  'leaving-faults': /Choose one\..*Enter a date that exists and has come\./,
};

describe('ehch-local-home', () => {
  checkStates(
    Object.entries(states).map(([name, state]) => ({
      name,
      draw: (box: HTMLElement) => drawLocalHome(box, state),
    })),
  );

  for (const [name, words] of Object.entries(SAYS))
    it(`says the plain truth: ${name}`, async () => {
      expect(await text(name)).to.match(words);
    });

  it('puts somebody on the list as entered, with a new id and the home of the place file', async () => {
    const state = states['kept'] ?? {};
    const actions = actionsOf(state);
    await drawLocalHome(document.body, state, actions);
    const [intent] = actions.kept;
    if (intent?.what.kind !== 'add-resident') throw new Error('Nobody was put on the list.');
    expect(intent.what.person).to.deep.equal({
      family: 'Kovacs',
      given: ['Istvan'],
      born: '1938-04-09',
      nhsNumber: null,
      room: '7',
    });
    expect(intent.what.home.id).to.equal('rowan-court');
    expect(intent.what.looked).to.deep.equal([]);
    expect(intent.resident).to.match(/^[\da-f-]{36}$/);
    expect(intent.resident).not.to.equal(intent.id);
  });

  it('keeps nobody who is alike before a person has looked, and says then at whom', async () => {
    const state = states['same-name'] ?? {};
    const actions = actionsOf(state);
    const element = await drawLocalHome(document.body, state, actions);
    expect(actions.kept).to.deep.equal([]);
    await pressOn(element, { kind: 'other-people' });
    const [intent] = actions.kept;
    expect(intent?.what.kind === 'add-resident' && intent.what.looked).to.deep.equal(['mabel']);
  });

  it('asks again after the name was changed: what was looked at was about other words', async () => {
    const actions = actionsOf({});
    const element = await drawLocalHome(document.body, states['same-name'] ?? {}, actions);
    await typeIn(element, 'given', 'Mable');
    expect(shownText(element.renderRoot)).not.to.contain('Another person');
    await pressOn(element, { kind: 'keep' });
    expect(actions.kept).to.deep.equal([]);
    expect(shownText(element.renderRoot)).to.contain('Not kept yet.');
  });

  it('keeps a date as far as it is known, and pads nothing', async () => {
    const actions = actionsOf({});
    const element = await drawLocalHome(document.body, { residents: [], press: [{ kind: 'add' }] }, actions);
    for (const [name, words] of Object.entries({ family: 'Kovacs', given: 'Istvan', year: '1938' }))
      await typeIn(element, name, words);
    await pressOn(element, { kind: 'keep' });
    const [intent] = actions.kept;
    expect(intent?.what.kind === 'add-resident' && intent.what.person.born).to.equal('1938');
  });

  it('corrects from what is known now, and keeps what was entered where it was not kept', async () => {
    const actions = actionsOf({ manner: 'failing' });
    const element = await drawLocalHome(document.body, states['correcting'] ?? {}, actions);
    const valueOf = (name: string) =>
      element.renderRoot.querySelector<HTMLInputElement>(`input[name="${name}"]`)?.value;
    expect(['family', 'given', 'day', 'month', 'year', 'nhs', 'room'].map(valueOf)).to.deep.equal([
      'Jessop',
      'Mabel',
      '11',
      '02',
      '1935',
      '9990000018',
      '4',
    ]);
    await typeIn(element, 'room', '12');
    await pressOn(element, { kind: 'keep' });
    expect(valueOf('room')).to.equal('12');
    expect(shownText(element.renderRoot)).to.contain('Nothing on the list has changed.');
  });

  it('closes a correction when the records are locked, so that nobody is left on screen', async () => {
    const state = states['correcting'] ?? {};
    const home = homeOf(state);
    const element = await drawLocalHome(document.body, state);
    element.home = home;
    await element.updateComplete;
    home.say(null);
    await element.updateComplete;
    expect(shownText(element.renderRoot)).not.to.contain('Jessop');
    expect(element.renderRoot.querySelectorAll('input').length).to.equal(0);
  });

  it('leads the keyboard to the form that a press opened, and back to the list', async () => {
    const element = await drawLocalHome(document.body, states['list'] ?? {});
    const focused = () => element.shadowRoot?.activeElement?.id;
    element.renderRoot.querySelector<HTMLElement>('[data-press=add]')?.focus();
    await pressOn(element, { kind: 'add' });
    expect(focused()).to.equal('form');
    expect(shownText(element.renderRoot)).not.to.contain('This page does not change the list.');
    element.renderRoot.querySelector<HTMLElement>('[data-press=cancel]')?.focus();
    await pressOn(element, { kind: 'cancel' });
    expect(focused()).to.equal('list');
  });

  it('asks the page to open a resident, and says so where the page cannot', async () => {
    const element = await drawLocalHome(document.body, states['list'] ?? {});
    const asked: string[] = [];
    element.addEventListener('ehch-show-resident', (event) => asked.push(event.resident));
    await pressOn(element, { kind: 'show-resident', resident: MABEL.resident });
    expect(asked).to.deep.equal(['mabel']);
    expect(shownText(element.renderRoot)).to.contain('This page cannot open the resident from here.');
  });
});
