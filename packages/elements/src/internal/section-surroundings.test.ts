import { expect } from '@open-wc/testing';
import { SECTIONS, viewOf } from '../resident-summary/typical-resident.fixtures.ts';
import { asPlainView, plainOnce } from './section-surroundings.ts';

describe('a view that is drawn anew with every press', () => {
  it('is made plain once, and each other view by itself', () => {
    const [view, other] = [viewOf(SECTIONS), viewOf(SECTIONS)];
    expect(plainOnce(view)).to.equal(plainOnce(view));
    expect(plainOnce(view)).to.deep.equal(asPlainView(view));
    expect(plainOnce(other)).not.to.equal(plainOnce(view));
  });
});
