import { expect } from '@open-wc/testing';
import { SOFT_SIGNS } from '@ehch/clinical/escalation';
import type { ThreadAct } from '@ehch/clinical/thread';
import { drawEscalation, portSaying, pressOn, said, settled, typeInto } from '../../test/draw-escalation.ts';
import type { FixturePort } from '../../test/draw-escalation.ts';
import { ESCALATION_PLACE, states, typical } from './escalation-button.fixtures.ts';
import type { EscalationButtonPress } from './escalation-press.ts';

const SENT = { state: 'sent', at: '2026-11-21T14:20:00Z' } as const;
const OPEN: EscalationButtonPress = { kind: 'open', isWorried: true };
const SEND: EscalationButtonPress = { kind: 'send' };
const UCR = 'Hollin Vale urgent community response';

/** What each press said, in the order in which the port had them. */
function acts({ taken }: FixturePort): readonly ThreadAct[] {
  return taken.flatMap(({ what }) => (what.kind === 'thread-entry' ? [what.entry.act] : []));
}

function act(one: Extract<EscalationButtonPress, { kind: 'act' }>['act']): EscalationButtonPress {
  return { kind: 'act', act: one };
}

describe('ehch-escalation-button, what was thought, done and decided', () => {
  it('goes out with the raising where it was written before', async () => {
    const port = portSaying(SENT);
    const element = await drawEscalation(document.body, { view: typical, press: [OPEN] }, port);
    await typeInto(element, 'In your words', 'Breathing faster');
    await typeInto(element, 'What do you think', 'Her chest again');
    await typeInto(element, 'What have you done', 'Sat her up');
    await pressOn(element, SEND);
    const [raised] = acts(port);
    expect(raised?.kind === 'raise' && raised.words).to.equal(
      'Breathing faster. We think: Her chest again. Done already: Sat her up.',
    );
    expect(said(element)).to.not.match(/NOT SENT/);
  });

  it('is not sent where it was written afterwards, until a press carries it', async () => {
    const port = portSaying(SENT);
    const element = await drawEscalation(document.body, { view: typical, press: [OPEN, SEND] }, port);
    await typeInto(element, 'What do you think', 'Her chest again');
    expect(said(element)).to.match(/▲ NOT SENT: We think: Her chest again\. Press “Add this”\./);
    expect(element.renderRoot.querySelector('.stuck')?.textContent).to.match(/▲ NOT SENT/);
    await typeInto(element, 'What was decided', 'Visit by five');
    expect(said(element)).to.match(/what was decided\. Press “Add this call”\./);
    await pressOn(element, act({ kind: 'call', to: UCR, isAnswered: true, words: 'Visit by five' }));
    expect(acts(port).at(-1)).to.deep.equal({
      kind: 'call',
      to: UCR,
      isAnswered: true,
      words: 'Visit by five. We think: Her chest again.',
    });
    expect(said(element)).to.not.match(/NOT SENT/);
  });

  it('names the button that is there while a question is open, and keeps the one for observations', async () => {
    const element = await drawEscalation(document.body, states['asked'] ?? { view: null });
    await typeInto(element, 'What have you done', 'Sat her up');
    expect(said(element)).to.match(/▲ NOT SENT: Done already: Sat her up\. Press “Reply”\./);
  });

  it('waits for its resident while another is on screen', async () => {
    const element = await drawEscalation(
      document.body,
      { view: typical, press: [OPEN, SEND] },
      portSaying(SENT),
    );
    await typeInto(element, 'What do you think', 'Her chest again');
    element.view = { ...typical, resident: 'resident-2' };
    await settled(element);
    expect(said(element)).to.not.match(/chest again/i);
    element.view = typical;
    await settled(element);
    expect(said(element)).to.match(/▲ NOT SENT: We think: Her chest again\./);
  });
});

describe('ehch-escalation-button, each press on the thread', () => {
  const PRESSES: readonly (readonly [label: string, state: string, does: ThreadAct])[] = [
    ['999 called', 'seen', { kind: 'call', to: '999', isAnswered: true, words: '' }],
    ['111 called', 'told-to-ring', { kind: 'call', to: '111', isAnswered: true, words: '' }],
    ['Gone to hospital', 'seen', { kind: 'went-to-hospital', where: null, words: '' }],
    ['Better now', 'seen', { kind: 'better', words: '' }],
    ['Reply', 'asked', { kind: 'reply', question: 'question', words: 'A few sips.' }],
    ['It happened', 'answered', { kind: 'happened', answer: 'answer', words: '' }],
  ];
  for (const [label, state, does] of PRESSES)
    it(`“${label}” is an entry of its own, about the same resident`, async () => {
      const port = portSaying(SENT);
      const element = await drawEscalation(document.body, states[state] ?? { view: null }, port);
      if (does.kind === 'reply') await typeInto(element, 'Your reply', does.words);
      const button = [...element.renderRoot.querySelectorAll<HTMLElement>('button')].find(
        (one) => one.textContent.trim() === label,
      );
      button?.click();
      await settled(element);
      const [raised, last] = [port.taken[0], port.taken.at(-1)];
      if (last?.what.kind !== 'thread-entry') throw new Error('Nothing was pressed.');
      const { entry } = last.what;
      expect(entry.act).to.deep.equal(does);
      expect([entry.thread, entry.after]).to.deep.equal([raised?.id, raised?.id]);
      expect(entry.by).to.deep.equal({ name: 'Sam Okafor', role: 'carer', side: 'home' });
      expect([last.resident, port.taken.length]).to.deep.equal(['resident-1', 2]);
    });
});

it('offers “111 called” to whoever was told to ring, and to nobody else', async () => {
  const element = await drawEscalation(document.body, states['answered'] ?? { view: null });
  expect(said(element)).to.match(/999 called/);
  expect(said(element)).not.to.match(/111 called/);
});

describe('ehch-escalation-button, what is raised', () => {
  async function raisedAfter(...press: readonly EscalationButtonPress[]) {
    const port = portSaying(SENT);
    const begin: EscalationButtonPress = { kind: 'open', isWorried: false };
    const element = await drawEscalation(document.body, { view: typical, press: [begin, ...press] }, port);
    await typeInto(element, 'In your words', 'Nails to cut');
    await pressOn(element, SEND);
    const [intent] = port.taken;
    if (intent?.what.kind !== 'thread-entry' || intent.what.entry.act.kind !== 'raise')
      throw new Error('Nothing was raised.');
    return { sentAs: intent.what.matter, ...intent.what.entry.act };
  }

  it('is a worry, a question about a medicine or an item for the round, each with its own urgency', async () => {
    const kinds = { worry: 'same-day', 'medicine-query': 'same-day', 'round-item': 'routine' } as const;
    for (const [matter, urgency] of Object.entries(kinds)) {
      const choose = { kind: 'choose-matter', matter: matter as keyof typeof kinds } as const;
      const raised = await raisedAfter(...(matter === 'worry' ? [] : [choose]));
      expect([raised.sentAs, raised.matter, raised.urgency], matter).to.deep.equal([matter, matter, urgency]);
    }
  });

  it('says who asks, where a relative in the contacts does', async () => {
    const element = await drawEscalation(document.body, { view: typical, press: [OPEN] }, portSaying(SENT));
    const names = [...element.renderRoot.querySelectorAll('[aria-label="Who asks?"] button')];
    expect(names.map((one) => one.textContent?.trim())).to.deep.equal([
      'I do',
      'The resident',
      'Helen Ashworth, daughter',
    ]);
    const askedBy = { kind: 'relative', name: 'Helen Ashworth', relation: 'daughter' } as const;
    expect((await raisedAfter({ kind: 'say-who-asks', askedBy })).askedBy).to.deep.equal(askedBy);
    expect((await raisedAfter()).askedBy).to.deep.equal({ kind: 'presser' });
  });

  it('is chosen from every sign of our own list, a fall first', async () => {
    const element = await drawEscalation(document.body, { view: typical, press: [OPEN] }, portSaying(SENT));
    const ticks = [...element.renderRoot.querySelectorAll('[aria-labelledby=seen] .tick')];
    const names = ticks.map((one) => one.querySelector('input')?.name);
    expect(names.slice(0, 2)).to.deep.equal(['worry', 'fall']);
    expect(ticks[1]?.textContent.trim()).to.equal('Fell, found on the floor, or slid down');
    for (const [id] of SOFT_SIGNS) expect(names).to.include(id);
    expect(new Set(names).size).to.equal(names.length);
  });
});

describe('ehch-escalation-button, the words to read aloud', () => {
  it('stand in large type, also where the page is set small', async () => {
    const element = await drawEscalation(document.body, { view: typical, press: [OPEN] }, portSaying(SENT));
    const sizeOf = (one: Element | null) => Number.parseFloat(getComputedStyle(one as Element).fontSize);
    const lines = [...element.renderRoot.querySelectorAll('[part=say] .line span')];
    expect(lines.length).to.be.greaterThan(5);
    const around = sizeOf(element.renderRoot.querySelector('[part=ring] .aside'));
    for (const line of lines) expect(sizeOf(line), line.textContent).to.be.at.least(1.25 * around);
  });
});

describe('ehch-escalation-button, the card beside the resident after a press', () => {
  const ring = (element: Awaited<ReturnType<typeof drawEscalation>>) =>
    (element.renderRoot.querySelector('[part=ring]')?.textContent ?? '').replaceAll(/\s+/g, ' ');

  it('R10: says after “worse” what the practice reads, and why', async () => {
    const element = await drawEscalation(document.body, states['worse'] ?? { view: null });
    expect(ring(element)).to.match(
      /Somebody has to look within hours\. Because: “Worse” was pressed, so it is asked for within hours · Somebody is worried/,
    );
    await pressOn(element, act({ kind: 'worse', words: '' }));
    expect(ring(element)).to.match(/Ring now .*999/);
  });

  it('X14: rings nobody to come once she has gone to hospital, and says what is still to do', async () => {
    const element = await drawEscalation(document.body, states['gone-to-hospital'] ?? { view: null });
    const said = ring(element);
    expect(said).to.match(/Gone to hospital: what is still to do/);
    expect(said).to.match(
      /Tell the practice\. Nobody there has said that they know\. Ring them once they are open\. Hollin Surgery: closed now, opens Mon 23-Nov-2026 08:00/,
    );
    expect(said).to.match(/hospital passport or a summary, the medicines chart and the signed originals/);
    expect(said).to.match(/who may be told, and who must not be\. Write below who tells them/);
    expect(said).to.not.match(/Ring now|back blows/);
  });

  it('X14: calls nobody closed whose hours or number are not here, and a call that is kept names the practice', async () => {
    const state = states['gone-to-hospital'];
    const goneAt = async (change: Partial<typeof ESCALATION_PLACE>, view = state?.view ?? null) => {
      const place = { ...ESCALATION_PLACE, ...change };
      return drawEscalation(document.body, { ...state, view, place });
    };
    const [surgery, ...others] = ESCALATION_PLACE.contacts;
    if (surgery === undefined) throw new Error('fixture');
    const everyDay = [{ days: 'every-day', from: '00:00', to: '24:00' }] as const;
    const noNumber = { ...surgery, phone: '', hours: everyDay, referrals: everyDay };
    const numberless = await goneAt({ contacts: [noNumber, ...others] });
    expect(ring(numberless)).to.match(/said that they know\. Hollin Surgery: no number here/);
    const nobody = await goneAt({ contacts: others });
    expect(ring(nobody)).to.match(/said that they know\. What did not go with her/);
    expect(said(nobody)).to.match(/Add this call: the practice/);
    const other = states['other-practice']?.view ?? null;
    const elsewhere = await goneAt({}, other);
    expect(ring(elsewhere)).to.match(
      /Registered with Millbrook Surgery\. Its number is not in this place’s list\./,
    );
    expect(said(elsewhere)).to.match(/Add this call: Millbrook Surgery/);
    for (const one of [numberless, nobody, elsewhere]) {
      expect(ring(one)).not.to.match(/once they are open/);
      expect(said(one)).not.to.match(/Add this call: NHS 111/);
    }
  });

  it('X14: “worse” and a danger sign after that bring the numbers back', async () => {
    const back = await drawEscalation(document.body, states['back-from-hospital'] ?? { view: null });
    expect(ring(back)).to.match(/Ring now .*within hours/);
    const element = await drawEscalation(document.body, states['gone-to-hospital'] ?? { view: null });
    await pressOn(element, { kind: 'tick-danger', sign: 'bleeding', isTicked: true });
    expect(ring(element)).to.match(/Ring 999 now/);
  });
});
