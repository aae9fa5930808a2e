import { expect } from '@open-wc/testing';
import type { Caution, ResidentView } from '@ehch/clinical';
import { draw, textOf } from '../../../test/draw-summary.ts';
import { states } from '../resident-summary.fixtures.ts';

/** A resident whose plan is to be reviewed by this day. */
function reviewedBy(
  reviewBy: string,
  status: 'active' | 'ended' = 'active',
  cautions: readonly Caution[] = [],
): ResidentView {
  const { view } = states.typical;
  const { plan } = view.sections;
  if (plan.state !== 'known' || plan.content.kind !== 'recorded') throw new Error('fixture');
  const plans = plan.content.value.plans.map((one) => ({ ...one, reviewBy, status, cautions }));
  const content = { kind: 'recorded', value: { ...plan.content.value, plans } } as const;
  return { ...view, sections: { ...view.sections, plan: { ...plan, content } } };
}

const told = async (view: ResidentView, compact = false): Promise<string> =>
  textOf(await draw(document.body, { view }, { compact }), '[data-section=plan]');

// The present moment of the states is 21-Nov-2026.
describe('the plan', () => {
  it('says by when it is to be reviewed, in its line and in its row', async () => {
    const view = reviewedBy('2026-12-02');
    expect(await told(view)).to.contain('active · review by 02-Dec-2026');
    expect(await told(view, true)).to.contain('review 02-Dec-2026 · 1 plan');
  });

  it('says of a plan that was made in time no more than since when', async () => {
    const { view } = states.typical;
    const { plan } = view.sections;
    if (plan.state !== 'known' || plan.content.kind !== 'recorded') throw new Error('fixture');
    const clock = {
      from: '2026-10-05',
      dayOne: '2026-10-06',
      due: '2026-10-14',
      because: 'returned',
      met: true,
    } as const;
    const content = { kind: 'recorded', value: { ...plan.content.value, clock } } as const;
    const text = await told({ ...view, sections: { ...view.sections, plan: { ...plan, content } } });
    expect(text).to.contain('Plan made since coming back Mon 05-Oct-2026. ');
    expect(text).not.to.contain('day 1');
  });

  it('says first for how long a review is overdue, and never of a plan that has ended', async () => {
    const late = reviewedBy('2026-11-11');
    expect(await told(late)).to.contain('Overdue 10 days: review by 11-Nov-2026');
    expect(await told(late, true)).to.contain('Overdue 10 days: review 11-Nov-2026');
    expect(await told(reviewedBy('2026-11-11', 'ended'))).not.to.contain('Overdue');
  });

  it('calls nothing of a plan overdue that is only proposed', async () => {
    const proposed = reviewedBy('2026-11-11', 'active', ['unconfirmed']);
    expect(await told(proposed)).to.contain('review by 11-Nov-2026');
    expect(await told(proposed)).not.to.contain('Overdue');
    expect(await told(proposed, true)).not.to.contain('Overdue');
  });
});
