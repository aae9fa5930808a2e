import { expect } from '@open-wc/testing';
import { drawEscalation, portSaying, pressOn } from '../../test/draw-escalation.ts';
import { typical } from './escalation-button.fixtures.ts';
import type { EscalationButtonPress } from './escalation-press.ts';

const OPEN: EscalationButtonPress = { kind: 'open', isWorried: true };

describe('a worry that was pressed', () => {
  it('is looked at again a minute later, so that nobody waits for what was never acknowledged', async () => {
    const element = await drawEscalation(
      document.body,
      { view: typical, press: [OPEN] },
      portSaying('says-nothing'),
    );
    const waits: number[] = [];
    const { setTimeout: later } = window;
    window.setTimeout = ((task: () => void, ms = 0) => {
      waits.push(ms);
      return later.call(window, task, ms);
    }) as typeof setTimeout;
    try {
      await pressOn(element, { kind: 'send' });
    } finally {
      window.setTimeout = later;
    }
    expect(waits).to.include(60_000);
    // A wait that is longer than a browser can count passes at once.
    expect(Math.max(...waits)).to.equal(60_000);
  });
});
