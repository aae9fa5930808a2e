import { expect } from '@open-wc/testing';
import type { ThreadAct } from '@ehch/clinical/thread';
import { drawEscalation, portSaying, pressOn, said, settled, typeInto } from '../../test/draw-escalation.ts';
import type { FixturePort } from '../../test/draw-escalation.ts';
import { states, typical } from './escalation-button.fixtures.ts';
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
