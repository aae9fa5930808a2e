import { expect } from '@open-wc/testing';
import { checkStates } from '../../test/check-states.ts';
import { drawEscalation, portSaying, pressOn, settled } from '../../test/draw-escalation.ts';
import { retryIn } from '../../test/retry-in.ts';
import { shownText } from '../../test/shown-text.ts';
import { states, typical } from './escalation-button.fixtures.ts';
import type { EscalationState } from './escalation-button.fixtures.ts';
import { EscalationButton } from './index.ts';

function stateOf(name: string): EscalationState {
  const state = states[name];
  if (state === undefined) throw new Error(name);
  return state;
}

async function text(name: string): Promise<string> {
  return shownText((await drawEscalation(document.body, stateOf(name))).renderRoot);
}

const SENT = { state: 'sent', at: '2026-11-21T14:20:00Z' } as const;

/** What each state says. NOW is Saturday, 14:20: the practice is closed, and the urgent response is open. */
const SAYS: Readonly<Record<string, readonly RegExp[]>> = {
  closed: [/Not herself/],
  'already-not-sent': [/A worry is open: Ana Lima/, /▲ NOT SENT\. Only this PC has it\./, /Ring: /],
  'already-gone-not-sent': [
    /▲ NOT SENT\. Only this PC has it\./,
    /Tell the practice\. Nobody there has said that they know\. Ring them once they are open\. Hollin Surgery: closed now, opens Mon/,
  ],
  'went-on': [/Raised by Ana Lima, .*“Cold and silent\.”/, /Wrong resident: withdraw/, /999 called/],
  'cannot-send': [/This page cannot send anything\. Ring\./, /Ring now/],
  worried: [
    /Hollin Vale urgent community response 01632 960120, open until 20:00, number not checked/,
    /Hollin Surgery: closed now, opens Mon 23-Nov-2026 08:00/,
    /No answer in 10 minutes: 111 NHS 111/,
    /signed off by nobody\. Not for live use/,
    /I am Sam Okafor, carer, calling from Rowan Court\./,
    /The address is 1 Mill Lane, Hollin, XX1 1XX\./,
  ],
  'not-breathing-for-no-cpr': [
    /Not for CPR\. Form: /,
    /If there is breathing, ring 999\. If there is none: no CPR\. Ring 999 and ask who should come\./,
    /This is about CPR only\. Still act for choking/,
  ],
  'not-breathing-nothing-recorded': [/Start CPR\. Ring 999\. Nothing about CPR is recorded here\./],
  'not-breathing-records-disagree': [/Start CPR\. Ring 999\. The records disagree about CPR\./],
  'not-breathing-record-lost': [/Start CPR\. Ring 999\. The CPR record could not be read whole\./],
  choking: [/Choking: five back blows/, /Ring 999 now\./],
  'last-days': [/This was expected\. Stay with her\./],
  'last-days-for-cpr': [/Start CPR\. Ring 999\./],
  'same-name': [/Another resident has this name\. Look at room and date of birth first\./],
  'not-on-the-list': [
    /Not on the list: as typed, and checked against nothing\./,
    /It is about Joan Bell, born 3 May 1940\./,
  ],
  'number-checked': [/960120, open until 20:00, number checked 01-Jun-2026/],
  'number-checked-long-ago': [/960120, open until 20:00, ▲ number last checked 01-May-2026/],
  'no-place': [/111 NHS 111, at any hour/],
  'no-place-choking': [/Choking: ring 999\. Ring 999 now\. Stay with her\. 999/],
  nobody: [/No resident chosen\. In danger ring 999 ?, else 111 ?\./],
  'saved-not-sent': [/Saved on this PC 14:20\. NOT SENT YET\./],
  'held-in-memory': [/NOT SENT: lost if this browser closes\./],
  'may-have-arrived': [/NOT KNOWN whether it arrived\. It is being checked, and never sent twice\./],
  'given-up': [/NOT SENT\. Given up by Ana Lima .*: Raised twice\./],
  refused: [/NOT SENT\. Refused: You may not write here\./],
  'not-handed-over': [/NOT SENT\. It could not be handed over\./, /Try again/],
  'sent-nobody-looks': [
    /Sent 14:20\. Nobody has seen it yet\./,
    /Nobody looks at this until Mon 23-Nov-2026 08:00\. Ring Hollin Vale urgent community response\./,
  ],
  seen: [/Seen by Dr P\. Adeyemi 14:21\. No answer yet\./],
  taken: [/Dr P\. Adeyemi is on it since 14:21\. No answer yet\./],
  asked: [/Dr P\. Adeyemi asks: Is she drinking\?/, /This is no answer yet\. Reply below\./],
  answered: [
    /✓ Answered by Dr P\. Adeyemi 14:10: Somebody will visit, promised by 17:00\./,
    /I will come at four\./,
  ],
  'told-to-ring': [/▲ Answered by Dr P\. Adeyemi 14:10: Ring 999 or 111\./, /Ring: 999 or 111/],
  overdue: [/▲ Answered by Dr P\. Adeyemi 14:10: Somebody will visit\. The promise for 14:00 has passed\./],
  'worse-not-sent': [/▲ “Worse”: Saved on this PC 14:20\. NOT SENT YET\./],
  'told-to-ring-worse-not-sent': [
    /▲ “Worse”: Saved on this PC 14:20\. NOT SENT YET\./,
    /▲ Dr P\. Adeyemi answered 14:10: Ring 999 or 111\./,
    /Ring: 999 or 111/,
  ],
  'addition-not-sent': [
    /▲ Answered by Dr P\. Adeyemi 14:10/,
    /What you added: NOT SENT\. It could not be handed over\./,
    /Try again/,
  ],
  'withdrawal-not-sent': [/▲ The withdrawal: NOT SENT\. It could not be handed over\./, /Try again/],
  'no-presser': [/Your name/, /Write your own name first\./],
  'left-not-handed-over': [
    /▲ What was pressed here before is NOT SENT, or not known to be\. If it was urgent, ring\./,
    /Pressed 14:20: not taken over\. Try again/,
  ],
  'left-refused': [/Pressed 14:20: refused\. Noted/],
  'being-sent': [/BEING SENT\. It is not known yet whether it has arrived\./],
  'no-server': [/NOT SENT: there is no server, so nobody else sees it\. Ring: /],
  'typing-not-on-the-list': [
    /Look on the list first\./,
    /In danger ring 999 ?, else 111 ?\./,
    /Write a name first\./,
  ],
  'danger-after-sending': [/▲ NOT SENT: Chest pain\. Press “She is worse”\./, /Ring 999 now\./],
  'not-breathing-and-choking': [/Not for CPR\. Form: /, /Choking: five back blows/, /Ring 999 now\./],
  'last-days-in-doubt': [/▲ A plan for the last days is recorded, and it is in doubt\./],
  'other-practice': [/Registered with Millbrook Surgery\. Its number is not in this place’s list\./],
  'news2-scale-not-settled': [
    /The last NEWS2 in the record is 5 on scale 1, 2 on scale 2, 21-Nov-2026 09:05\./,
  ],
  'news2-later-in-doubt': [
    /The last NEWS2 in the record is 6, 21-Nov-2026 06:00; a later one is in doubt, 21-Nov-2026 13:50\./,
  ],
  'no-sections': [
    /The name could not be loaded: answer not understood/,
    /Agreed: could not be read\. Look for the signed form\./,
    /Ring now .*01632 960120/,
  ],
  died: [
    /ASHWORTH, Margaret Anne \(Mrs\)/,
    /The record says that this person has died\./,
    /If they are alive, the record is wrong, or somebody else is chosen\. In danger ring 999 ?, else 111 ?\./,
  ],
};

/** Takes every escalation for one about whoever is on screen. */
class WithoutRaisedFor extends EscalationButton {
  protected override isOnScreen(): boolean {
    return true;
  }
}
customElements.define('test-without-raised-for', WithoutRaisedFor);

describe('ehch-escalation-button', () => {
  checkStates(
    Object.entries(states).map(([name, state]) => ({
      name,
      draw: (box: HTMLElement) => drawEscalation(box, state),
    })),
  );

  for (const [name, words] of Object.entries(SAYS))
    it(`says the plain truth: ${name}`, async () => {
      const said = await text(name);
      for (const one of words) expect(said).to.match(one);
    });

  it('asks for limits that could not be read again, in the middle of an emergency', async () => {
    const element = await drawEscalation(document.body, stateOf('not-breathing-record-lost'));
    const asked: unknown[] = [];
    element.addEventListener('ehch-retry', ({ resident, section }) => asked.push([resident, section]));
    retryIn(element, 'limits').click();
    expect(asked).to.deep.equal([[typical.resident, 'limits']]);
  });

  it('sends a worry in two presses, beside the one that chose the resident', async () => {
    const port = portSaying(SENT);
    const element = await drawEscalation(document.body, { view: typical }, port);
    await pressOn(element, { kind: 'open', isWorried: true });
    await pressOn(element, { kind: 'send' });
    const [intent] = port.taken;
    expect(intent?.resident).to.equal('resident-1');
    expect(intent?.what.kind === 'thread-entry' && intent.what.entry.act.kind).to.equal('raise');
  });

  it('makes one escalation of a double click', async () => {
    const port = portSaying(SENT);
    const element = await drawEscalation(document.body, { view: typical }, port);
    await pressOn(element, { kind: 'open', isWorried: true });
    const send = element.renderRoot.querySelector<HTMLElement>('[data-press=send]');
    send?.click();
    send?.click();
    await settled(element);
    expect(port.taken).to.have.length(1);
  });

  it('keeps nothing of one resident under the name of another, and without its guard would', async () => {
    const formsOfNext = async (tag?: string) => {
      const port = portSaying(SENT);
      const element = await drawEscalation(document.body, { view: typical }, port, tag);
      await pressOn(element, { kind: 'open', isWorried: true });
      element.view = { ...typical, resident: 'resident-2' };
      await settled(element);
      expect(port.taken).to.deep.equal([]);
      return element.renderRoot.querySelectorAll('[data-press=send]').length;
    };
    expect(await formsOfNext()).to.equal(0);
    expect(await formsOfNext('test-without-raised-for')).to.equal(1);
  });

  it('raises what was withdrawn on the right resident in two presses, and nothing by itself', async () => {
    const port = portSaying(SENT);
    const element = await drawEscalation(document.body, stateOf('seen'), port);
    const [raised] = port.taken;
    await pressOn(element, { kind: 'act', act: { kind: 'withdraw', why: 'wrong-resident', words: '' } });
    expect(port.taken).to.have.length(2);
    element.view = { ...typical, resident: 'resident-2' };
    await settled(element);
    expect(port.taken).to.have.length(2);
    await pressOn(element, { kind: 'carry-over' });
    await pressOn(element, { kind: 'send' });
    const again = port.taken.at(-1);
    expect(port.taken).to.have.length(3);
    expect(again?.resident).to.equal('resident-2');
    expect(again?.id).to.not.equal(raised?.id);
  });

  it('sends nothing before somebody has said which of two namesakes it is', async () => {
    const port = portSaying(SENT);
    const element = await drawEscalation(document.body, { ...stateOf('same-name'), port: SENT }, port);
    await pressOn(element, { kind: 'send' });
    expect(port.taken).to.deep.equal([]);
    await pressOn(element, { kind: 'check-name' });
    await pressOn(element, { kind: 'send' });
    expect(port.taken).to.have.length(1);
  });

  it('asks which of two namesakes it is, also where the other becomes known while somebody writes', async () => {
    const port = portSaying(SENT);
    const loading = { ...typical, sections: { ...typical.sections, alerts: { state: 'loading' } } } as const;
    const element = await drawEscalation(document.body, { view: loading }, port);
    await pressOn(element, { kind: 'open', isWorried: true });
    element.view = stateOf('same-name').view;
    await settled(element);
    await pressOn(element, { kind: 'send' });
    expect(port.taken).to.deep.equal([]);
    await pressOn(element, { kind: 'check-name' });
    await pressOn(element, { kind: 'send' });
    expect(port.taken).to.have.length(1);
  });

  it('sends nothing without a name, asks for it, and signs with what was typed', async () => {
    const port = portSaying(SENT);
    const element = await drawEscalation(document.body, stateOf('no-presser'), port);
    await pressOn(element, { kind: 'send' });
    expect(port.taken).to.deep.equal([]);
    const field = element.renderRoot.querySelector<HTMLInputElement>('.receipt input');
    if (field === null) throw new Error('No field for the name.');
    field.value = 'Mina Roy';
    field.dispatchEvent(new InputEvent('input', { bubbles: true, composed: true }));
    await settled(element);
    await pressOn(element, { kind: 'send' });
    const what = port.taken[0]?.what;
    expect(what?.kind === 'thread-entry' && what.entry.by.name).to.equal('Mina Roy');
  });

  it('tells of a press that was not taken over after its resident has left, and hands it over under the same id', async () => {
    const port = portSaying('fails');
    const element = await drawEscalation(document.body, stateOf('left-not-handed-over'), port);
    expect(shownText(element.renderRoot)).to.not.match(/Because|Say this/);
    port.says = SENT;
    const again = element.renderRoot.querySelector<HTMLElement>('[data-press=hand-left-again]');
    again?.click();
    await settled(element);
    expect(port.taken.map(({ resident }) => resident)).to.deep.equal(['resident-1']);
    expect(shownText(element.renderRoot)).to.not.match(/NOT SENT/);
  });

  it('shows a press that was not taken over again when its resident is back, also after it left the page', async () => {
    const port = portSaying('fails');
    const element = await drawEscalation(document.body, stateOf('left-not-handed-over'), port);
    const provider = element.parentElement;
    element.remove();
    provider?.append(element);
    await settled(element);
    expect(shownText(element.renderRoot)).to.match(/What was pressed here before is NOT SENT/);
    element.view = typical;
    await settled(element);
    expect(shownText(element.renderRoot)).to.match(/NOT SENT\. It could not be handed over\./);
    expect(shownText(element.renderRoot)).to.not.match(/pressed here before/);
  });

  it('stops telling of a refused press once somebody has noted it', async () => {
    const element = await drawEscalation(document.body, stateOf('left-refused'));
    element.renderRoot.querySelector<HTMLElement>('[data-press=note-left]')?.click();
    await settled(element);
    expect(shownText(element.renderRoot)).to.not.match(/NOT SENT/);
  });

  it('is in the colour of success for a person’s answer alone', async () => {
    for (const [name, state] of Object.entries(states)) {
      const element = await drawEscalation(document.body, state);
      const isGreen = element.renderRoot.querySelector('.receipt.answered') !== null;
      expect(isGreen, name).to.equal(name === 'answered');
      element.closest('ehch-provider')?.remove();
    }
  });

  it('says no NEWS2 and no 999 for dying in the last days, and still treats choking', async () => {
    const said = await text('last-days');
    expect(said).to.not.match(/NEWS2/);
    const choking = await drawEscalation(document.body, {
      ...stateOf('last-days'),
      press: [
        { kind: 'open', isWorried: true },
        { kind: 'tick-danger', sign: 'choking', isTicked: true },
      ],
    });
    expect(shownText(choking.renderRoot)).to.match(
      /Choking and a severe allergic reaction are still treated/,
    );
  });

  it('brings wishes and the whole danger row onto the screen when it opens further down a page', async () => {
    const above = document.createElement('div');
    above.style.blockSize = '900px';
    document.body.prepend(above);
    const element = await drawEscalation(document.body, { view: typical, port: SENT });
    const open = element.renderRoot.querySelector<HTMLElement>('.worry-button');
    open?.scrollIntoView({ block: 'end' });
    open?.click();
    await settled(element);
    const box = (selector: string) => element.renderRoot.querySelector(selector)?.getBoundingClientRect();
    expect(box('[part=wishes]')?.top).to.be.at.least(0);
    expect(box('.danger')?.bottom).to.be.below(window.innerHeight + 1);
    above.remove();
  });

  it('shows wishes and the whole danger row on the first screen of a telephone, 320 by 568', async () => {
    const box = document.createElement('main');
    box.style.width = '320px';
    document.body.append(box);
    const element = await drawEscalation(box, {
      view: typical,
      port: SENT,
      press: [{ kind: 'open', isWorried: true }],
    });
    const top = element.getBoundingClientRect().top;
    const last = [...element.renderRoot.querySelectorAll('.danger .chip')].at(-1)?.getBoundingClientRect();
    expect((last?.bottom ?? Infinity) - top).to.be.at.most(568);
    box.remove();
  });
});
