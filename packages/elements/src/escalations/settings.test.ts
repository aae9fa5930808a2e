import { expect } from '@open-wc/testing';
import { checkStates } from '../../test/check-states.ts';
import { portSaying } from '../../test/draw-escalation.ts';
import { doPress, drawEscalations, shown, typeInto } from '../../test/draw-escalations.ts';
import { shownText } from '../../test/shown-text.ts';
import type { Escalations } from './index.ts';
import { INBOX_PLACE, type EscalationsState } from './escalations.fixtures.ts';
import { states } from './settings.fixtures.ts';

const SENT = { state: 'sent', at: '2026-11-21T14:20:00Z' } as const;

function stateOf(name: string): EscalationsState {
  const state = states[name];
  if (state === undefined) throw new Error(name);
  return state;
}

const SAYS: Readonly<Record<string, readonly RegExp[]>> = {
  'settings-not-set': [
    /Last days of life: not set/,
    /Different from the usual steps: not set/,
    /NEWS2: usual not set/,
    /Oxygen saturation target: not set/,
    /Set usual NEWS2/,
  ],
  'settings-set': [
    /NEWS2: usual 3 \(Dr P\. Adeyemi · .*20-Nov-2026.* · usual points for pulse: 1\)/,
    /88–92 %, SpO2 scale 2 \(Dr P\. Adeyemi/,
  ],
  'settings-not-read': [/NEWS2 could not be read/, /Usual NEWS2 cannot be set now/],
  'settings-disagree': [/▲ The records disagree about NEWS2/, /Usual NEWS2 cannot be set now/],
  'settings-in-part': [
    /▲ Part of NEWS2 could not be read/,
    /NEWS2: usual not found in what was read/,
    /Usual NEWS2 cannot be set now/,
  ],
  'settings-usual': [/Choose the points of every part\./, /Usual total: not all parts chosen/],
  'settings-target': [/Say on what scale 2 rests/],
  'settings-limited': [
    /[^:] Last days of life: Yes \(Dr P\. Adeyemi · .*20-Nov-2026.* · Agreed with her daughter\)/,
    /Different from the usual steps: Oral antibiotics here for a chest infection\. \(Dr P\. Adeyemi · .*19-Nov-2026/,
  ],
  'settings-limits-not-read': [/Agreed limits could not be read/],
  'settings-last-days': [
    /no NEWS2 is shown and nothing asks for 999 for dying itself/,
    /It holds for 14 days/,
    /Write it in words\./,
  ],
  'settings-last-days-for-cpr': [
    /▲ “For CPR” is recorded\. While it stands, the home is told to start CPR and ring 999 .* also in the last days\./,
  ],
  'settings-died': [/NEWS2: usual 3/, /A death is recorded, so nothing can be set here\./],
  'settings-variation': [
    /It lowers no step of the ladder/,
    /Choose one\./,
    /What is different, and what to do/,
  ],
  'settings-variation-passed': [/The last day must lie ahead\. Leave it empty if it has no end yet\./],
  'settings-ends-unread': [
    /▲ What is set now could not be read as a whole, so something older may still count after this\./,
  ],
  'settings-cannot-send': [/▲ This page cannot send anything, so nothing can be set here\./],
};

/** Chooses in the select with this label. */
async function choose(element: Escalations, label: RegExp, value: string): Promise<void> {
  const field = [...element.renderRoot.querySelectorAll('label')].find((one) => label.test(one.textContent));
  const select = field?.querySelector('select');
  if (!select) throw new Error(`No field ${label}`);
  select.value = value;
  select.dispatchEvent(new Event('change', { bubbles: true }));
  await shown(element);
}

async function chooseAll(element: Escalations): Promise<void> {
  const labels = [...element.renderRoot.querySelectorAll('label')].filter((one) =>
    /Points for/.test(one.textContent),
  );
  expect(labels.length).to.equal(7);
  for (const { textContent } of labels)
    await choose(
      element,
      new RegExp(/Points for [a-z ]+?(?=\s{2,}|\n|$)/.exec(textContent)?.[0] ?? '-'),
      '0',
    );
}

const SAVE = { kind: 'press-setting' } as const;

describe('settings of a clinician in ehch-escalations', () => {
  checkStates(
    Object.entries(states).map(([name, state]) => ({
      name,
      draw: (box: HTMLElement) => drawEscalations(box, state),
    })),
  );

  for (const [name, words] of Object.entries(SAYS))
    it(`says the plain truth: ${name}`, async () => {
      const said = shownText((await drawEscalations(document.body, stateOf(name))).renderRoot);
      for (const one of words) expect(said).to.match(one);
    });

  it('tells whoever sets the last days that the record says “For CPR”', async () => {
    const element = await drawEscalations(document.body, stateOf('settings-last-days-for-cpr'));
    expect(shownText(element.renderRoot)).to.match(/▲ “For CPR” is recorded/);
    const other = await drawEscalations(document.body, stateOf('settings-last-days'));
    expect(shownText(other.renderRoot)).to.not.match(/For CPR” is recorded/);
  });

  it('offers nothing beside somebody who has died', async () => {
    const element = await drawEscalations(document.body, stateOf('settings-died'));
    expect(element.renderRoot.querySelector('.settings button')).to.equal(null);
  });

  it('offers nothing to somebody who is no clinician, whom the place does not name, in a list of homes, or at the home', async () => {
    const element = await drawEscalations(document.body, stateOf('settings-not-a-clinician'));
    expect(shownText(element.renderRoot)).to.not.match(/Settings for this resident/);
    const unnamed = await drawEscalations(document.body, stateOf('settings-set'));
    const provider = unnamed.closest('ehch-provider');
    if (provider === null) throw new Error('No provider.');
    provider.place = { ...INBOX_PLACE, deciders: [{ kind: 'role', who: 'pharmacist', until: null }] };
    await shown(unnamed);
    expect(shownText(unnamed.renderRoot)).to.not.match(/Settings for this resident/);
    const home = await drawEscalations(document.body, { ...stateOf('settings-set'), side: 'home' });
    expect(shownText(home.renderRoot)).to.not.match(/Settings for this resident/);
  });

  it('sets a usual NEWS2 with every part as one intent about this resident, and says how far it is', async () => {
    const port = portSaying(SENT);
    const element = await drawEscalations(document.body, stateOf('settings-usual'), port);
    await doPress(element, SAVE);
    expect(port.taken).to.deep.equal([]);
    await chooseAll(element);
    await choose(element, /Points for pulse/, '1');
    expect(shownText(element.renderRoot)).to.match(/Usual total: 1/);
    await typeInto(element, /On what it rests/, 'Stable COPD.');
    await doPress(element, SAVE);
    const [intent] = port.taken;
    expect(intent?.resident).to.equal('resident-1');
    expect(intent?.what).to.deep.equal({
      kind: 'clinical-setting',
      set: {
        kind: 'usual-news2',
        parts: { rr: 0, spo2: 0, oxygen: 0, sbp: 0, pulse: 1, acvpu: 0, temp: 0 },
        scale: 2,
        words: 'Stable COPD.',
      },
      by: { name: 'Dr P. Adeyemi', role: 'GP' },
      // What stood on screen at the press is over, whatever this PC's clock says.
      ends: ['set-2026-11-20T10:00:00Z'],
    });
    const said = shownText(element.renderRoot);
    expect(said).to.match(/“Usual NEWS2 1, SpO2 scale 2”: sent/);
    expect(said).to.not.match(/✓/);
  });

  it('sets no usual NEWS2 where the SpO2 scale of the record could not be read', async () => {
    for (const name of ['settings-not-read', 'settings-disagree', 'settings-in-part']) {
      const said = shownText((await drawEscalations(document.body, stateOf(name))).renderRoot);
      expect(said, name).to.not.match(/usual not set|Set usual NEWS2/);
    }
    const port = portSaying(SENT);
    const element = await drawEscalations(document.body, stateOf('settings-usual'), port);
    await chooseAll(element);
    const lost = stateOf('settings-not-read').view;
    if (!lost) throw new Error('No view.');
    element.view = lost;
    await shown(element);
    await doPress(element, SAVE);
    expect(port.taken).to.deep.equal([]);
  });

  it('sets scale 2 only with the words on which it rests', async () => {
    const port = portSaying('fails');
    const element = await drawEscalations(document.body, stateOf('settings-target'), port);
    await doPress(element, SAVE);
    expect(shownText(element.renderRoot)).to.not.match(/NOT SENT/);
    await typeInto(element, /On what it rests/, 'Blood gases, June 2026.');
    await doPress(element, SAVE);
    expect(shownText(element.renderRoot)).to.match(
      /▲ “Oxygen saturation target 88–92 %, SpO2 scale 2”: NOT SENT\. It could not be handed over\. Try again/,
    );
  });

  it('sets the last days with words and for this resident alone, and ends them without', async () => {
    const port = portSaying(SENT);
    const element = await drawEscalations(document.body, stateOf('settings-last-days'), port);
    await doPress(element, SAVE);
    expect(port.taken).to.deep.equal([]);
    await typeInto(element, /On what it rests/, 'Recognised today, agreed with her daughter.');
    await doPress(element, SAVE);
    await doPress(element, { kind: 'begin-setting', what: 'last-days' });
    await doPress(element, { kind: 'set-state', state: 'ended' });
    await doPress(element, SAVE);
    const by = { name: 'Dr P. Adeyemi', role: 'GP' };
    expect(port.taken.map(({ resident, what }) => [resident, what])).to.deep.equal(
      [
        { kind: 'last-days', state: 'set', words: 'Recognised today, agreed with her daughter.' },
        { kind: 'last-days', state: 'ended', words: '' },
      ].map((set) => ['resident-1', { kind: 'clinical-setting', set, by }]),
    );
    const said = shownText(element.renderRoot);
    expect(said).to.match(/“Last days of life: Recognised today, agreed with her daughter\.”: sent/);
    expect(said).to.match(/“Last days of life: ended”: sent/);
    expect(said).to.not.match(/✓/);
  });

  it('names what it ends: the last days as the record has them, and says where nothing of them could be read', async () => {
    const port = portSaying(SENT);
    const element = await drawEscalations(document.body, stateOf('settings-limited'), port);
    await doPress(element, { kind: 'begin-setting', what: 'last-days' });
    await doPress(element, { kind: 'set-state', state: 'ended' });
    expect(shownText(element.renderRoot)).to.not.match(/could not be read as a whole/);
    await doPress(element, SAVE);
    expect(port.taken.map(({ what }) => ('ends' in what ? what.ends : null))).to.deep.equal([
      ['set-2026-11-20T10:00:00Z'],
    ]);
    const lost = await drawEscalations(document.body, stateOf('settings-limits-not-read'), portSaying(SENT));
    await doPress(lost, { kind: 'begin-setting', what: 'last-days' });
    expect(shownText(lost.renderRoot)).to.match(
      /What is set now could not be read as a whole, so something older may still count/,
    );
  });

  it('sets a variation until a day, which lies ahead', async () => {
    const port = portSaying(SENT);
    const element = await drawEscalations(document.body, stateOf('settings-variation'), port);
    await doPress(element, { kind: 'set-state', state: 'set' });
    await typeInto(element, /What is different/, 'Ring the practice first.');
    await typeInto(element, /Until the end of this day/, '2026-01-01');
    expect(shownText(element.renderRoot)).to.match(/The last day must lie ahead/);
    await typeInto(element, /Until the end of this day/, '2027-02-28');
    await doPress(element, SAVE);
    expect(shownText(element.renderRoot)).to.match(
      /“Different from the usual steps until 28-Feb-2027: Ring the practice first\.”: sent/,
    );
  });

  it('sets what is different only once a person has chosen and written it', async () => {
    const port = portSaying(SENT);
    const element = await drawEscalations(document.body, stateOf('settings-variation'), port);
    await typeInto(element, /What is different/, 'Ring the hospice first.');
    await doPress(element, SAVE);
    expect(port.taken).to.deep.equal([]);
    await doPress(element, { kind: 'set-state', state: 'set' });
    await doPress(element, SAVE);
    const set = { kind: 'variation', state: 'set', words: 'Ring the hospice first.' };
    expect(port.taken.map(({ what }) => 'set' in what && what.set)).to.deep.equal([set]);
  });

  it('never says of limits that were read in part that nothing was set', async () => {
    const view = stateOf('settings-not-set').view;
    if (!view || view.sections.limits.state !== 'known') throw new Error('No limits.');
    const limits = { ...view.sections.limits, gaps: [{ what: 'observations', why: 'failed' } as const] };
    const state = { view: { ...view, sections: { ...view.sections, limits } }, mayDecide: true } as const;
    const said = shownText((await drawEscalations(document.body, state)).renderRoot);
    expect(said).to.match(/Last days of life: not known/);
    expect(said).to.match(/Different from the usual steps: not known/);
    expect(said).to.not.match(/(Last days of life|usual steps): not set/);
  });

  it('keeps what was begun for one resident from another, and says without a name what was not sent', async () => {
    const port = portSaying('fails');
    const element = await drawEscalations(document.body, stateOf('settings-target'), port);
    await typeInto(element, /On what it rests/, 'Blood gases.');
    await doPress(element, SAVE);
    await doPress(element, { kind: 'begin-setting', what: 'usual-news2' });
    const { view } = element;
    if (view === null) throw new Error('No view.');
    element.view = { ...view, resident: 'resident-2' };
    await shown(element);
    const said = shownText(element.renderRoot);
    expect(said).to.match(/▲ A setting for another resident, .*: NOT SENT/);
    expect(said).to.not.match(/Points for|88–92 %”/);
    element.view = view;
    await shown(element);
    expect(shownText(element.renderRoot)).to.match(/Points for/);
  });
});
