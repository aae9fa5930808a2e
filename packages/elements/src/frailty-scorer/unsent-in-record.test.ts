import type { ResidentView } from '@ehch/clinical';
import { expect } from '@open-wc/testing';
import { openScorer, port, sign, textIn } from '../../test/scorer-with-port.ts';
import { states } from './frailty-scorer.fixtures.ts';

/** The record as the engine tells it while the last NEWS2 is signed here and waits. */
function withUnsent(view: ResidentView): ResidentView {
  const { news2 } = view.sections;
  if (news2.state !== 'known' || news2.content.kind !== 'recorded') throw new Error('No NEWS2.');
  const { value } = news2.content;
  const scores = value.scores.map((entry) => ({ ...entry, cautions: ['not-sent'] as const }));
  const content = { ...news2.content, value: { ...value, scores } };
  return { ...view, sections: { ...view.sections, news2: { ...news2, content } } };
}

describe('what was signed here and not sent, after a reload', () => {
  const { view, draft } = states['news2-complete'];
  if (!view) throw new Error('No view.');

  it('stands in the list of forms', async () => {
    const { scorer } = await openScorer('', port().actions, { view: withUnsent(view) });
    expect(textIn(scorer, '.chooser')).to.match(/Signed here, not known to be sent NEWS2.* NOT SENT/);
    const none = await openScorer('', port().actions, { view });
    expect(textIn(none.scorer, '.chooser')).not.to.match(/not known to be sent/);
  });

  it('is the last score of the next one, and is not read as one that others know', async () => {
    const { scorer } = await openScorer('news2', port().actions, {
      view: withUnsent(view),
      draft: draft ?? null,
    });
    await sign(scorer);
    expect(textIn(scorer, '.after-score')).to.match(/Last one: .* Signed here, NOT SENT/);
  });

  it('has the receipt first where it was signed just now: a small screen shows no more', async () => {
    const { scorer } = await openScorer('news2', port().actions, { draft: draft ?? null });
    await sign(scorer);
    expect(textIn(scorer, '.after-score')).to.match(
      /^After this score NOT SENT: lost if this browser closes/,
    );
  });
});
