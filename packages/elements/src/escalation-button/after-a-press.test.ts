import { expect } from '@open-wc/testing';
import type { ResidentView } from '@ehch/clinical';
import type { ThreadAct } from '@ehch/clinical/thread';
import { drawEscalation, portSaying, pressOn, said, settled } from '../../test/draw-escalation.ts';
import { RAISE, threadWith, withThreads } from '../escalations/escalations.fixtures.ts';
import { states, typical, type EscalationState } from './escalation-button.fixtures.ts';
import type { EscalationButtonPress } from './escalation-press.ts';
import type { EscalationButton } from './index.ts';

const SENT = { state: 'sent', at: '2026-11-21T14:20:00Z' } as const;
const OPEN: EscalationButtonPress = { kind: 'open', isWorried: true };
const SEND: EscalationButtonPress = { kind: 'send' };
const NIGHT = { name: 'Ana Lima', role: 'carer', side: 'home' } as const;
const WITHDRAW = { kind: 'withdraw', why: 'wrong-resident', words: '' } as const;
const WORSE = { kind: 'worse', words: '' } as const;

type Pressed = Extract<EscalationButtonPress, { kind: 'act' }>['act'];

const partOf = (element: EscalationButton, part: string) =>
  element.renderRoot.querySelector<HTMLElement>(`[part=${part}]`);
const isOnReceipt = (element: EscalationButton) =>
  (element.renderRoot as ShadowRoot).activeElement === partOf(element, 'receipt');
const receiptOf = (element: EscalationButton) => partOf(element, 'receipt')?.textContent ?? '';

const sent = () => drawEscalation(document.body, { view: typical, press: [OPEN, SEND] }, portSaying(SENT));

describe('ehch-escalation-button, what became of a press', () => {
  it('comes onto the screen after each press, and names what was pressed', async () => {
    const element = await sent();
    const presses: readonly (readonly [Pressed, RegExp])[] = [
      [WORSE, /“Worse”: Sent 14:20\./],
      [{ kind: 'better', words: '' }, /“Better now”: Sent 14:20\./],
      [{ kind: 'call', to: '999', isAnswered: true, words: '' }, /The telephone call, 999: Sent 14:20\./],
      [{ kind: 'went-to-hospital', where: null, words: '' }, /“Gone to hospital”: Sent 14:20\./],
    ];
    for (const [act, words] of presses) {
      await pressOn(element, { kind: 'act', act });
      expect(receiptOf(element)).to.match(words);
      expect(isOnReceipt(element)).to.equal(true);
    }
    for (const [, words] of presses) expect(receiptOf(element)).to.match(words);
  });

  it('stands there as well once the record has it, also for whoever comes next', async () => {
    const acts: readonly ThreadAct[] = [
      { kind: 'worse', words: 'Grey now.' },
      { kind: 'better', words: '' },
      { kind: 'call', to: 'NHS 111', isAnswered: false, words: '' },
      { kind: 'call', to: '999', isAnswered: true, words: 'On its way' },
      { kind: 'went-to-hospital', where: null, words: '' },
    ];
    const pressed = acts.map((act, at) => [NIGHT, `14:0${at + 1}`, act] as const);
    const view = withThreads(typical, threadWith([[NIGHT, '14:00', RAISE], ...pressed]));
    const element = await drawEscalation(document.body, { view }, portSaying(SENT));
    const told = [
      /“Worse”: Ana Lima 14:01: Grey now\./,
      /“Better now”: Ana Lima 14:02\./,
      /The telephone call, NHS 111, not answered: Ana Lima 14:03\./,
      /The telephone call, 999: Ana Lima 14:04: On its way\./,
      /“Gone to hospital”: Ana Lima 14:05\./,
    ];
    for (const words of told) expect(said(element)).to.match(words);
    expect(said(element).match(/“Worse”/g)).to.have.length(1);
    await pressOn(element, { kind: 'go-on', thread: 'worry-1' });
    for (const words of told) expect(receiptOf(element)).to.match(words);
    await pressOn(element, { kind: 'act', act: WORSE });
    expect(receiptOf(element).match(/“Worse”/g)).to.have.length(2);
  });
});

describe('ehch-escalation-button, withdrawn because it was about another resident', () => {
  it('says what is next, and has nothing more to say or to do about this one', async () => {
    const element = await sent();
    await pressOn(element, { kind: 'act', act: WITHDRAW });
    expect(isOnReceipt(element)).to.equal(true);
    expect(said(element)).to.match(
      /Nobody has been told of the right resident yet\. Choose them now, and press “Raise here what you withdrew”\./,
    );
    expect(said(element)).to.match(/In danger ring 999, else 111\./);
    for (const part of ['say', 'ring', 'observations'])
      expect(partOf(element, part) === null, part).to.equal(true);
    expect(element.renderRoot.querySelectorAll('.danger').length).to.equal(0);
  });

  it('stays so once the record has it, and never for a matter that was withdrawn for another reason', async () => {
    const after = async (why: 'wrong-resident' | 'not-needed') => {
      const raised = [NIGHT, '14:00', RAISE] as const;
      const before = withThreads(typical, threadWith([raised]));
      const element = await drawEscalation(document.body, { view: before }, portSaying(SENT));
      await pressOn(element, { kind: 'go-on', thread: 'worry-1' });
      const ended = threadWith([raised, [NIGHT, '14:05', { ...WITHDRAW, why }]]);
      element.view = { ...typical, ended: [ended] };
      await settled(element);
      return element;
    };
    const wrong = await after('wrong-resident');
    expect(receiptOf(wrong)).to.match(/Withdrawn by Ana Lima 14:05\./);
    expect(partOf(wrong, 'say') === null).to.equal(true);
    // What a colleague withdrew lies at their PC, so nothing can be carried from here.
    expect(said(wrong)).to.match(
      /It was about another resident\. Ask Ana Lima who it was, and whether that was raised\./,
    );
    expect(said(wrong)).to.not.match(/Raise here what you withdrew/);
    expect(partOf(await after('not-needed'), 'say') === null).to.equal(false);
  });
});

describe('ehch-escalation-button, not breathing', () => {
  const notBreathing: EscalationButtonPress = { kind: 'tick-danger', sign: 'not-responding', isTicked: true };
  const ringOf = async (state: EscalationState) => {
    const press = [OPEN, notBreathing];
    const element = await drawEscalation(document.body, { ...state, press }, portSaying(SENT));
    return partOf(element, 'ring')?.textContent?.replace(/\s+/g, ' ') ?? '';
  };

  it('says beside a decision what to do with breathing and without, and whom to ring in both', async () => {
    expect(await ringOf({ view: typical })).to.match(
      /Not for CPR\. .*If there is breathing, ring 999\. If there is none: no CPR\. Ring 999 and ask who should come\./,
    );
  });

  it('says of somebody without a record that there is none, and not that it could not be read', async () => {
    const unlisted = { name: 'Joan Bell', born: null, room: null };
    const words = await ringOf({ view: null, unlisted });
    expect(words).to.match(
      /Start CPR\. Ring 999\. No record is here, so nothing is known about CPR\. If you have/,
    );
    expect(words).to.not.match(/could not be read/);
  });
});

describe('ehch-escalation-button, before anything is pressed', () => {
  it('has 999 to tap beside whoever stands there, except in the last days that nothing contradicts', async () => {
    const numbers = async (view: ResidentView) => {
      const element = await drawEscalation(document.body, { view }, portSaying(SENT));
      return element.renderRoot.querySelectorAll('a[href="tel:999"]').length;
    };
    expect(await numbers(typical)).to.equal(1);
    expect(await numbers(states['last-days']?.view ?? typical)).to.equal(0);
    const forCpr = states['last-days-for-cpr']?.view;
    expect(forCpr && (await numbers(forCpr))).to.equal(1);
  });
});
