import { expect } from '@open-wc/testing';
import { outcomeOf } from './outcome-of.ts';

describe('the outcome of an answer', () => {
  it('is in the words of the place, and means the same', () => {
    const own = outcomeOf({ outcomeWords: { worry: { visit: 'We come' } } }, 'worry', 'visit');
    expect(own).to.deep.equal({ ...outcomeOf(null, 'worry', 'visit'), words: 'We come' });
    expect(own.isPromise).to.equal(true);
  });

  it('of a version to come is shown as its own name, and promises nothing', () => {
    expect(outcomeOf(null, 'worry', 'video-call')).to.deep.equal({
      id: 'video-call',
      words: 'video-call',
      isPromise: false,
    });
  });
});
