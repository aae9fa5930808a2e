import { expect } from '@open-wc/testing';
import { DoubleClick } from './double-click.ts';

const click = (detail: number) => new MouseEvent('click', { detail });
const OPEN = { kind: 'open' };
const SIGN = { kind: 'sign' };

describe('the second click of a double click', () => {
  it('presses nothing that the first has brought under the mouse', () => {
    const clicks = new DoubleClick();
    expect(clicks.isStray(click(1), OPEN)).to.equal(false);
    expect(clicks.isStray(click(2), SIGN)).to.equal(true);
    expect(clicks.isStray(click(3), SIGN), 'a third one neither').to.equal(true);
    expect(clicks.isStray(click(1), SIGN), 'a click of its own is meant').to.equal(false);
  });

  it('is a press where it is on the same, from the keyboard, and where it only leads on', () => {
    const clicks = new DoubleClick();
    clicks.isStray(click(1), OPEN);
    expect(clicks.isStray(click(2), OPEN)).to.equal(false);
    expect(clicks.isStray(click(0), SIGN)).to.equal(false);
    const next = (from: string) => ({ kind: 'go-to-next', from });
    expect(clicks.isStray(click(1), next('a'))).to.equal(false);
    expect(clicks.isStray(click(2), next('b'))).to.equal(false);
    const use = (offer: string) => ({ kind: 'use', offer });
    clicks.isStray(click(1), use('a'));
    expect(clicks.isStray(click(2), use('b')), 'the next offer has come under the mouse').to.equal(true);
  });

  it('is nothing of what somebody types', () => {
    const clicks = new DoubleClick();
    clicks.isStray(click(1), OPEN);
    expect(clicks.isStray(new UIEvent('input', { detail: 2 }), SIGN)).to.equal(false);
  });
});
