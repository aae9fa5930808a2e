import { expect } from '@open-wc/testing';
import { drawEscalation } from '../../test/draw-escalation.ts';
import { states } from './escalation-button.fixtures.ts';

/** The height of one line with a button, in CSS pixels. */
const ONE_LINE = 48;

/** Draws a state as wide as a small telephone, in a place of its own to scroll in. */
async function onTelephone(name: string) {
  const state = states[name];
  if (state === undefined) throw new Error(name);
  const box = document.createElement('main');
  box.style.cssText = 'width: 320px; height: 568px; overflow: auto';
  document.body.append(box);
  const element = await drawEscalation(box, state);
  const scrolledTo = (top: number) => {
    box.scrollTop = top;
    return element.renderRoot.querySelector('.stuck');
  };
  const end = () => box.remove();
  return { box, element, scrolledTo, end };
}

/** What a finger at this place would touch. */
function touchedAt(element: { readonly renderRoot: DocumentFragment | HTMLElement }, place: DOMRect) {
  const x = place.left + place.width / 2;
  const y = place.top + place.height / 2;
  return (element.renderRoot as ShadowRoot).elementFromPoint(x, y);
}

describe('ehch-escalation-button, what stays in sight', () => {
  it('is at most one line in every state, at 320 by 568', async () => {
    for (const name of Object.keys(states)) {
      const { element, end } = await onTelephone(name);
      const stuck = [...element.renderRoot.querySelectorAll('*')].filter(
        (one) => getComputedStyle(one).position === 'sticky',
      );
      const heights = stuck.map((one) => one.getBoundingClientRect().height);
      end();
      expect(heights.length, name).to.be.at.most(1);
      expect(heights[0] ?? 0, name).to.be.at.most(ONE_LINE);
    }
  });

  it('is how the matter stands, once the receipt is out of sight, and the receipt alone before', async () => {
    const { box, element, scrolledTo, end } = await onTelephone('saved-not-sent');
    const receipt = element.renderRoot.querySelector('[part=receipt]');
    if (receipt === null) throw new Error('No receipt.');
    const start = receipt.getBoundingClientRect().top - box.getBoundingClientRect().top;
    const covered = scrolledTo(start);
    const before = touchedAt(element, covered?.getBoundingClientRect() ?? new DOMRect());
    expect(receipt.contains(before)).to.equal(true);
    const shown = scrolledTo(box.scrollHeight);
    const place = shown?.getBoundingClientRect() ?? new DOMRect();
    const words = shown?.textContent.trim();
    const isOnTop = touchedAt(element, place) === shown;
    end();
    expect(words).to.equal('▲ NOT SENT, or not known to be.');
    expect(isOnTop).to.equal(true);
  });

  it('covers nothing that gets the keyboard', async () => {
    const { box, element, scrolledTo, end } = await onTelephone('saved-not-sent');
    const stuck = scrolledTo(box.scrollHeight)?.getBoundingClientRect();
    const all = [...element.renderRoot.querySelectorAll<HTMLElement>('button, input, textarea')];
    const below = all.slice(all.findIndex(({ dataset }) => dataset['press'] === 'act'));
    const tops = below.toReversed().map((one) => {
      one.focus();
      return one.getBoundingClientRect().top;
    });
    end();
    expect(tops.length).to.be.at.least(10);
    expect(Math.min(...tops)).to.be.at.least(stuck?.bottom ?? Infinity);
  });

  for (const state of ['worried', 'may-observe'])
    it(`is the button that sends, as long as nothing was sent: ${state}`, async () => {
      const { box, element, scrolledTo, end } = await onTelephone(state);
      const stuck = scrolledTo(box.scrollHeight);
      const send = element.renderRoot.querySelector('[data-press=send]');
      const place = send?.getBoundingClientRect() ?? new DOMRect();
      const isOnTop = touchedAt(element, place) === send;
      const behind = stuck === null ? '' : getComputedStyle(stuck).backgroundColor;
      end();
      expect(behind, 'what scrolls below it does not show through').to.match(/^rgb\(/);
      expect(stuck?.contains(send)).to.equal(true);
      expect(isOnTop).to.equal(true);
    });
});
