import { expect } from '@open-wc/testing';
import { draw, textOf } from '../../../test/draw-summary.ts';
import { states } from '../resident-summary.fixtures.ts';
import type { AgreedLimits, ResidentView } from '@ehch/clinical';

/** The typical resident with these limits in place of hers. */
function withLimits(part: Partial<AgreedLimits>): ResidentView {
  const { view } = states.typical;
  const { limits } = view.sections;
  if (limits.state !== 'known' || limits.content.kind !== 'recorded') throw new Error('fixture');
  const content = { kind: 'recorded', value: { ...limits.content.value, ...part } } as const;
  return { ...view, sections: { ...view.sections, limits: { ...limits, content } } };
}

describe('agreed limits', () => {
  it('tell what is about CPR and no decision in words of its own, beside "no decision recorded here"', async () => {
    const decision = {
      id: 'a',
      on: '2026-11-01',
      source: { label: 'GP record' },
      by: null,
      cautions: [],
      kind: 'about-cpr',
      text: 'Not for CPR, from 01-May-2027: not in force today',
    } as const;
    const view = withLimits({ cpr: [], decisions: [decision] });
    const text = textOf(await draw(document.body, { view }, { compact: true }), '[data-section=limits]');
    expect(text).to.include('CPR: no decision recorded here');
    expect(text).to.include('About CPR: Not for CPR, from 01-May-2027: not in force today');
  });
});
