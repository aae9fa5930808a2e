import { expect } from '@open-wc/testing';
import type { ResidentView } from '@ehch/clinical';
import type { ThreadEntry } from '@ehch/clinical/thread';
import { drawEscalation, portSaying, pressOn, settled } from '../../test/draw-escalation.ts';
import { shownText } from '../../test/shown-text.ts';
import { GP, RAISE, threadWith, withThreads } from '../escalations/escalations.fixtures.ts';
import { news2, recorded, SECTIONS } from '../resident-summary/typical-resident.fixtures.ts';
import { typical } from './escalation-button.fixtures.ts';
import type { EscalationButtonPress } from './escalation-press.ts';
import type { EscalationButton } from './index.ts';

const SENT = { state: 'sent', at: '2026-11-21T14:20:00Z' } as const;
const NIGHT = { name: 'Ana Lima', role: 'carer', side: 'home' } as const;
const GO_ON: EscalationButtonPress = { kind: 'go-on', thread: 'worry-1' };
const NOT_SENT = { receivedAt: null, unsent: 'not-sent' } as const;

/** A worry of the night shift, as the record has it. `change`: what is otherwise. */
function raised(change: Partial<ThreadEntry> = {}, more: Partial<typeof RAISE> = {}): ResidentView {
  return withThreads(typical, threadWith([[NIGHT, '14:00', { ...RAISE, ...more }, change]]));
}

const said = (element: EscalationButton) => shownText(element.renderRoot);
const partOf = (element: EscalationButton, part: string) =>
  element.renderRoot.querySelector(`[part=${part}]`)?.textContent?.replace(/\s+/g, ' ') ?? '';

describe('ehch-escalation-button, going on with what the home has raised', () => {
  it('says NOT SENT and whom to ring of a worry that waits on this PC, and never that nobody has seen it', async () => {
    const element = await drawEscalation(document.body, { view: raised(NOT_SENT) }, portSaying(SENT));
    expect(said(element)).to.match(/A worry is open: Ana Lima.*▲ NOT SENT\. Only this PC has it\..*Ring: /);
    expect(said(element)).to.not.match(/Nobody has seen it yet/);
    element.view = raised({ ...NOT_SENT, unsent: 'arrival-not-known' });
    await settled(element);
    expect(said(element)).to.match(/▲ NOT KNOWN whether it arrived\./);
    element.view = raised(NOT_SENT, { urgency: 'now', signs: ['chest-pain'] });
    await settled(element);
    expect(said(element)).to.match(/Ring: 999/);
  });

  it('says of a “worse” and of a withdrawal that they wait, while the practice still sees the worry', async () => {
    for (const act of [
      { kind: 'worse', words: 'Grey.' },
      { kind: 'withdraw', why: 'wrong-resident', words: '' },
    ] as const) {
      const thread = threadWith([
        [NIGHT, '14:00', RAISE],
        [NIGHT, '14:05', act, NOT_SENT],
      ]);
      const element = await drawEscalation(
        document.body,
        { view: withThreads(typical, thread) },
        portSaying(SENT),
      );
      expect(said(element)).to.match(/▲ (“Worse”|The withdrawal), Ana Lima 14:05: NOT SENT\..*Ring: /);
    }
  });

  it('has the same presses for whoever comes next, on the same thread', async () => {
    const port = portSaying(SENT);
    const element = await drawEscalation(document.body, { view: raised(), press: [GO_ON] }, port);
    expect(partOf(element, 'receipt')).to.match(/Raised by Ana Lima, 14:00: “Not herself since breakfast\.”/);
    expect(partOf(element, 'ring')).to.match(/Somebody has to look today/);
    expect(port.taken).to.deep.equal([]);
    for (const act of [
      { kind: 'call', to: '999', isAnswered: true, words: '' },
      { kind: 'went-to-hospital', where: null, words: '' },
      { kind: 'withdraw', why: 'wrong-resident', words: '' },
    ] as const)
      await pressOn(element, { kind: 'act', act });
    const entries = port.taken.flatMap(({ what }) => (what.kind === 'thread-entry' ? [what.entry] : []));
    expect(entries.map(({ thread, by, act }) => [thread, by.name, act.kind])).to.deep.equal([
      ['worry-1', 'Sam Okafor', 'call'],
      ['worry-1', 'Sam Okafor', 'went-to-hospital'],
      ['worry-1', 'Sam Okafor', 'withdraw'],
    ]);
    element.view = { ...typical, resident: 'resident-2' };
    await settled(element);
    await pressOn(element, { kind: 'carry-over' });
    await pressOn(element, { kind: 'send' });
    const last = port.taken.at(-1)?.what;
    expect(last?.kind === 'thread-entry' && last.entry.about).to.deep.equal({
      kind: 'resident',
      resident: 'resident-2',
    });
  });

  it('hands what was not sent over again under its own id, and nothing of it twice', async () => {
    const port = portSaying(SENT);
    await drawEscalation(document.body, { view: raised(NOT_SENT), press: [GO_ON] }, port);
    expect(port.taken.map(({ id }) => id)).to.deep.equal(['worry-1']);
  });

  it('advises by what was ticked, by the observations of then, and nothing less than what was asked', async () => {
    const ring = async (view: ResidentView) =>
      partOf(await drawEscalation(document.body, { view, press: [GO_ON] }, portSaying(SENT)), 'ring');
    expect(await ring(raised({}, { signs: ['choking'] }))).to.match(/Ring 999 now/);
    expect(await ring(raised({}, { urgency: 'now' }))).to.match(/Ring 999, with the plan in your hand/);
    const scored = (at: string): ResidentView => {
      const view = raised({}, { observations: 'signed-1' });
      const story = { ...SECTIONS.news2, scores: [news2(at, { rr: 28, spo2: 88, pulse: 135, temp: 39.5 })] };
      return { ...view, sections: { ...view.sections, news2: recorded(story) } };
    };
    expect(await ring(scored('2026-11-21T13:50:00Z'))).to.match(/Ring 999, with the plan in your hand/);
    expect(await ring(scored('2026-11-20T13:50:00Z'))).to.match(/Somebody has to look today/);
  });

  it('goes by the server’s time where the clock of whoever pressed was three hours fast', async () => {
    const fast = {
      pressedAt: '2026-11-21T17:00:00Z',
      clockOffsetMs: -10_800_000,
      receivedAt: '2026-11-21T14:00:05Z',
    };
    const view = raised(fast, { observations: 'signed-1' });
    const scores = [news2('2026-11-21T13:50:00Z', { rr: 28, spo2: 88, pulse: 135, temp: 39.5 })];
    const story = recorded({ ...SECTIONS.news2, scores });
    const scored = { ...view, sections: { ...view.sections, news2: story } };
    const element = await drawEscalation(document.body, { view: scored, press: [GO_ON] }, portSaying(SENT));
    expect(partOf(element, 'ring')).to.match(/Ring 999, with the plan in your hand/);
  });

  it('tells a question that the first line does not tell, and what another system says', async () => {
    const ask = { kind: 'ask', words: 'Is she drinking?' } as const;
    const advice = {
      kind: 'answer',
      outcome: 'advice',
      further: [],
      promisedBy: null,
      words: 'Small sips.',
    } as const;
    for (const [by, act] of [
      [NIGHT, { kind: 'worse', words: '' }],
      [GP, advice],
      [GP, { kind: 'ask', words: 'And is she warm?' }],
    ] as const) {
      const thread = threadWith([
        [NIGHT, '14:00', RAISE],
        [GP, '14:05', ask],
        [by, '14:10', act],
      ]);
      const view = withThreads(typical, { ...thread, elsewhere: ['Cancelled on the server'] });
      const element = await drawEscalation(document.body, { view }, portSaying(SENT));
      const words =
        /Dr P\. Adeyemi asked the home 14:05, and has no reply: Is she drinking\?.*▲ Cancelled on the server\. Nobody pressed that here\./;
      expect(said(element), act.kind).to.match(words);
      await pressOn(element, GO_ON);
      expect(partOf(element, 'receipt'), act.kind).to.match(words);
    }
  });

  it('keeps an answer readable that another person’s answer replaced (thread SPEC P7)', async () => {
    const answer = (outcome: string, words: string) =>
      ({ kind: 'answer', outcome, further: [], promisedBy: null, words }) as const;
    const thread = threadWith([
      [NIGHT, '14:00', RAISE],
      [GP, '14:05', answer('visit', 'I come at four.')],
      [{ ...GP, name: 'Dr Asha Rao' }, '14:10', answer('advice', 'Small sips.')],
    ]);
    const element = await drawEscalation(
      document.body,
      { view: withThreads(typical, thread) },
      portSaying(SENT),
    );
    const words =
      /Answered by Dr Asha Rao 14:10: .*It replaced an answer by Dr P\. Adeyemi, 14:05: Somebody will visit\. I come at four\./;
    expect(said(element)).to.match(words);
    await pressOn(element, GO_ON);
    expect(partOf(element, 'receipt')).to.match(words);
  });

  it('offers it nowhere else: not for another’s matter, not without a port, not over what is being written', async () => {
    const offers = (element: EscalationButton) =>
      element.renderRoot.querySelectorAll('[data-press=go-on]').length;
    const asked = withThreads(typical, threadWith([[GP, '14:00', { ...RAISE, matter: 'action' }]]));
    for (const [view, port, expected] of [
      [raised(), portSaying(SENT), 1],
      [raised(), null, 0],
      [asked, portSaying(SENT), 0],
    ] as const)
      expect(offers(await drawEscalation(document.body, { view }, port))).to.equal(expected);
    const writing = await drawEscalation(
      document.body,
      { view: raised(), press: [{ kind: 'open', isWorried: true }] },
      portSaying(SENT),
    );
    expect(offers(writing)).to.equal(1);
    await pressOn(writing, { kind: 'tick-danger', sign: 'chest-pain', isTicked: true });
    expect(offers(writing)).to.equal(0);
  });
});
