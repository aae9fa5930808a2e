import { expect } from '@open-wc/testing';
import type { ResidentView } from '@ehch/clinical';
import '../../test/draw-scorer.ts';
import { drawEscalation, portSaying, pressOn, said, settled } from '../../test/draw-escalation.ts';
import type { FixturePort } from '../../test/draw-escalation.ts';
import { press, sign } from '../../test/scorer-with-port.ts';
import { settled as scorerSettled } from '../../test/draw-scorer.ts';
import { NURSE, draftOf, formNamed } from '../frailty-scorer/frailty-scorer.fixtures.ts';
import type { FrailtyScorer } from '../frailty-scorer/index.ts';
import { typical } from './escalation-button.fixtures.ts';
import type { EscalationButtonPress } from './escalation-press.ts';
import type { EscalationButton } from './index.ts';

const SENT = { state: 'sent', at: '2026-11-21T14:20:00Z' } as const;
const OPEN: EscalationButtonPress = { kind: 'open', isWorried: true };
const SEND: EscalationButtonPress = { kind: 'send' };
const ILL = {
  'news2/rr': 26,
  'news2/spo2': 93,
  'news2/scale': '1',
  'news2/oxygen': false,
  'news2/sbp': 98,
  'news2/pulse': 118,
  'news2/acvpu': 'A',
  'news2/temp': 38.4,
} as const;
const CALM = {
  ...ILL,
  'news2/rr': 16,
  'news2/spo2': 97,
  'news2/sbp': 124,
  'news2/pulse': 78,
  'news2/temp': 37,
};

/** A form for observations beside the button, under the same provider, with these answers taken at this time. */
async function beside(
  element: EscalationButton,
  answers: Readonly<Record<string, unknown>>,
  { view = typical, at = '2026-11-21T14:10:00Z' }: { view?: ResidentView; at?: string } = {},
): Promise<FrailtyScorer> {
  const scorer = document.createElement('ehch-frailty-scorer');
  const draft = {
    ...draftOf(formNamed('news2'), answers as typeof ILL),
    resident: view.resident,
    assessedAt: at,
  };
  Object.assign(scorer, { view, assessment: 'news2', author: NURSE, draft });
  element.parentElement?.append(scorer);
  await scorerSettled(scorer);
  await sign(scorer);
  await settled(element);
  return scorer;
}

function raisedWith({ taken }: FixturePort): string | null | undefined {
  const raised = taken.flatMap(({ what }) => (what.kind === 'thread-entry' ? [what.entry.act] : [])).at(-1);
  return raised?.kind === 'raise' ? raised.observations : undefined;
}

function signedIn({ taken }: FixturePort): string | undefined {
  return taken.find(({ what }) => what.kind === 'finish-assessment')?.id;
}

describe('ehch-escalation-button, beside a score on the same page', () => {
  it('opens with the observations of this resident, in the ladder and in the SBARD, and says how old they are', async () => {
    const port = portSaying(SENT);
    const element = await drawEscalation(document.body, { view: typical }, port);
    await beside(element, ILL);
    await pressOn(element, OPEN);
    expect(said(element)).to.match(/Ring 999, with the plan in your hand\. Because: NEWS2 \d+/);
    expect(said(element)).to.match(/NEWS2 \d+, usual 2, 14:10\.\s*Taken 10min ago\./);
    expect(said(element)).to.match(/NEWS2 is \d+ at 14:10\./);
    await pressOn(element, SEND);
    expect(raisedWith(port)).to.equal(signedIn(port));
  });

  it('goes by a score that is signed while it is open', async () => {
    const element = await drawEscalation(document.body, { view: typical, press: [OPEN] }, portSaying(SENT));
    expect(said(element)).to.match(/No observations were taken\./);
    await beside(element, ILL);
    expect(said(element)).to.match(/Ring 999, with the plan in your hand\./);
    await beside(element, CALM, { at: '2026-11-21T14:15:00Z' });
    expect(said(element)).to.match(/Taken 5min ago\./);
    expect(said(element)).to.not.match(/Ring 999, with the plan in your hand\./);
  });

  it('takes nothing of another resident, whose score was signed on the same page', async () => {
    const port = portSaying(SENT);
    const element = await drawEscalation(document.body, { view: typical }, port);
    await beside(element, ILL, { view: { ...typical, resident: 'resident-2' } });
    await pressOn(element, OPEN);
    expect(said(element)).to.match(/No observations were taken\./);
    expect(said(element)).to.not.match(/Ring 999, with the plan in your hand/);
    await pressOn(element, SEND);
    expect(raisedWith(port)).to.equal(null);
  });

  it('takes nothing that is older than an hour, or that is ahead of the clock', async () => {
    for (const at of ['2026-11-21T13:19:00Z', '2026-11-21T14:25:00Z']) {
      const element = await drawEscalation(document.body, { view: typical }, portSaying(SENT));
      await beside(element, ILL, { at });
      await pressOn(element, OPEN);
      expect(said(element), at).to.match(/No observations were taken\./);
    }
  });

  it('takes nothing whose signature was taken back, also where the worry is open', async () => {
    const element = await drawEscalation(document.body, { view: typical }, portSaying(SENT));
    const first = await beside(element, ILL);
    await press(first, '[data-press=withdraw]');
    await pressOn(element, OPEN);
    expect(said(element)).to.match(/No observations were taken\./);
    await pressOn(element, { kind: 'close' });
    const second = await beside(element, ILL, { at: '2026-11-21T14:12:00Z' });
    await pressOn(element, OPEN);
    expect(said(element)).to.match(/Ring 999, with the plan in your hand/);
    await press(second, '[data-press=withdraw]');
    await settled(element);
    expect(said(element)).to.match(/No observations were taken\./);
    expect(said(element)).to.not.match(/Ring 999, with the plan in your hand/);
  });

  it('takes nothing that was marked as entered in error', async () => {
    const element = await drawEscalation(document.body, { view: typical }, portSaying(SENT));
    const scorer = await beside(element, ILL);
    // Somebody else may not take a signature back, and can say that it is wrong.
    scorer.author = { name: 'Ana Lima', role: 'registered nurse' };
    await scorerSettled(scorer);
    await press(scorer, '[data-press=type-reason]');
    const field = scorer.renderRoot.querySelector<HTMLInputElement>('.finish .field input');
    if (field === null) throw new Error('No field for the reason.');
    field.value = 'Another arm';
    field.dispatchEvent(new InputEvent('input', { bubbles: true, composed: true }));
    await scorerSettled(scorer);
    await press(scorer, '[data-press=enter-in-error]');
    await pressOn(element, OPEN);
    expect(said(element)).to.match(/No observations were taken\./);
  });

  it('keeps what was signed in earnest out of a drill', async () => {
    const element = await drawEscalation(document.body, { view: typical }, portSaying(SENT));
    await beside(element, ILL);
    const provider = element.closest('ehch-provider');
    if (provider === null) throw new Error('No provider.');
    const { DRILL } = await import('../provider/provider.fixtures.ts');
    provider.drill = DRILL;
    await settled(element);
    provider.drill = null;
    await settled(element);
    await pressOn(element, OPEN);
    expect(said(element)).to.match(/No observations were taken\./);
  });
});
