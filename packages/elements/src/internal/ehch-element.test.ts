import { expect } from '@open-wc/testing';
import type { ResidentView } from '@ehch/clinical';
import { drawProvider, shownText } from '../../test/draw-summary.ts';
import { states } from '../resident-summary/resident-summary.fixtures.ts';
import { EscalationButton } from '../escalation-button/escalation-button.ts';

// The guard taken away: what the tests below prove must then fail.
class WithoutFailing extends EscalationButton {
  protected override failed(error: unknown): void {
    throw error;
  }
}
customElements.define('without-failing', WithoutFailing);

/** A view that no component can draw, about somebody else than the one before. */
function undrawable(): ResidentView {
  return {
    get resident(): string {
      return 'resident-2';
    },
    get sections(): never {
      throw new Error('broken');
    },
  } as unknown as ResidentView;
}

/** What a component says of a view, and of one that cannot be drawn, and of the first again. */
async function drawn(tag: string): Promise<readonly string[]> {
  const element = document.createElement(tag) as EscalationButton;
  element.view = states.typical.view;
  drawProvider().append(element);
  const said = [];
  for (const view of [states.typical.view, undrawable(), states.typical.view]) {
    element.view = view;
    await element.updateComplete.catch(() => {});
    said.push(shownText(element.renderRoot));
  }
  return said;
}

const TAGS = ['ehch-resident-summary', 'ehch-care-plan', 'ehch-escalation-button', 'ehch-escalations'];

describe('a component that fails', () => {
  for (const tag of TAGS)
    it(`${tag} shows nothing of whoever stood there before, says so, and comes back`, async () => {
      const [before, failed, after] = await drawn(tag);
      expect(before).to.contain('ASHWORTH');
      expect(failed).to.contain('Could not show: the data are not in the expected form.');
      expect(failed).not.to.contain('ASHWORTH');
      expect(after).to.contain('ASHWORTH');
    });

  it('leaves a number to ring where a worry was to be raised', async () => {
    const [, failed] = await drawn('ehch-escalation-button');
    expect(failed).to.contain('In danger ring 999, else 111.');
  });

  it('fails that proof without its guard', async () => {
    const [, failed] = await drawn('without-failing');
    expect(failed).not.to.contain('Could not show');
  });
});
