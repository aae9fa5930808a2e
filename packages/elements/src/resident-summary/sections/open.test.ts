import { expect } from '@open-wc/testing';
import type { OpenMatter } from '@ehch/clinical';
import { draw, textOf } from '../../../test/draw-summary.ts';
import { RAISE, threadWith } from '../../escalations/escalations.fixtures.ts';
import { PLACE, SECTIONS, known, rec, viewOf } from '../typical-resident.fixtures.ts';

const CARER = { name: 'Sam Okafor', role: 'carer', side: 'home' } as const;

async function told(text: string, change: Partial<OpenMatter> = {}, place = PLACE): Promise<string> {
  const matter: OpenMatter = {
    ...rec('2026-11-21T09:12:00Z'),
    kind: 'action',
    text,
    urgency: 'not-stated',
    owner: null,
    due: null,
    progress: { state: 'sent' },
    ...change,
  };
  const view = viewOf(SECTIONS, { open: known({ kind: 'recorded', value: [matter] }) });
  return textOf(await draw(document.body, { view, place }), '[data-section=open]');
}

describe('what is open', () => {
  it('ends what is asked before it says how far that has come', async () => {
    for (const text of ['Ask about a lower bed', 'Weigh at 8', 'Ring her son (Peter)'])
      expect(await told(text)).to.contain(`${text}. Sent. Nobody has seen it yet.`);
    for (const text of ['I am worried.', 'Is she in pain?'])
      expect(await told(text)).to.contain(`${text} Sent. Nobody has seen it yet.`);
  });

  it('says of nothing that it was sent where the place has no server', async () => {
    const words = await told('Stay here for a chest infection.', {}, { ...PLACE, server: 'none' });
    expect(words).to.contain('Kept on this PC alone. It reaches nobody by itself.');
    expect(words).not.to.match(/sent\./i);
  });

  it('calls the haste of a matter what the list of escalations calls it', async () => {
    const thread = threadWith([[CARER, '09:12', RAISE]]);
    const words = await told('Not herself', { kind: 'worry', urgency: 'urgent', thread });
    expect(words).to.contain('Same day Worry:');
    expect(words).not.to.contain('Urgent');
  });

  it('calls a proposal neither sent, nor unanswered, nor overdue', async () => {
    const words = await told('Physio', { proposed: true, urgency: 'urgent', due: '2026-11-01' });
    expect(words).to.contain('Nobody has asked for it yet.');
    expect(words).to.contain('1 proposed');
    expect(words).not.to.match(/not answered|overdue|sent\./i);
  });

  it('counts apart who waits, what is answered, dated ahead and proposed, with what is overdue first', async () => {
    const matter = (text: string, change: Partial<OpenMatter>): OpenMatter => ({
      ...rec('2026-11-21T09:12:00Z'),
      id: text,
      kind: 'action',
      text,
      urgency: 'not-stated',
      owner: null,
      due: null,
      progress: { state: 'sent' },
      ...change,
    });
    const progress = { state: 'answered', by: null, at: null, promisedBy: null } as const;
    const value = [
      matter('Weigh', { due: '2026-11-21' }),
      matter('Bed', { due: '2026-11-20' }),
      matter('Chair', { progress, due: '2026-11-01' }),
      matter('Physio', { on: '2026-12-24', cautions: ['future-dated'] }),
      matter('Rail', { proposed: true }),
      matter('Ramp', { proposed: true, due: '2026-11-01' }),
    ];
    const view = viewOf(SECTIONS, { open: known({ kind: 'recorded', value }) });
    const words = textOf(await draw(document.body, { view }), '[data-section=open]');
    expect(words).to.contain('2 not answered, 1 answered, 1 dated in the future, 2 proposed');
    const order = ['Bed', 'Weigh', 'Chair', 'Rail', 'Ramp', 'Physio'].map((text) =>
      words.indexOf(`${text}.`),
    );
    expect(order).to.deep.equal([...order].sort((a, b) => a - b));
  });

  it('calls nothing answered that nobody has answered, and no promise kept that has passed', async () => {
    expect(await told('Bed', { progress: { state: 'not-sent' } })).to.contain(
      'NOT SENT. Nobody else knows of it.',
    );
    expect(await told('Bed', { progress: { state: 'seen', by: null, at: null } })).to.contain(
      'Seen by somebody whose name is not recorded. Not answered.',
    );
    expect(await told('Bed', { progress: { state: 'on-hold', why: 'Holiday' } })).to.contain(
      'On hold: Holiday. Not answered.',
    );
    expect(await told('Bed', { progress: { state: 'unknown' } })).to.contain(
      'How far it has come is not known.',
    );
    const promised = (promisedBy: string | null) =>
      told('Bed', {
        progress: { state: 'answered', by: 'Dr Marsh', at: '2026-11-21T10:00:00Z', promisedBy },
      });
    expect(await promised('2026-11-21T14:20:00Z')).to.match(/Answered By Dr Marsh, .*Promised by/);
    expect(await promised('2026-11-21T14:19:00Z')).to.match(/Promise has passed By Dr Marsh/);
    expect(await promised(null)).not.to.contain('Promised by');
  });

  it('says of an empty section once that nothing is recorded', async () => {
    const view = viewOf(SECTIONS, { open: known({ kind: 'not-recorded' }) });
    expect(textOf(await draw(document.body, { view }), '[data-section=open]')).to.match(
      /^Open now\s*nothing recorded$/,
    );
  });
});
