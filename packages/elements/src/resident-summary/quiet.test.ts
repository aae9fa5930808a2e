import { expect } from '@open-wc/testing';
import { draw } from '../../test/draw-summary.ts';
import { secondaryWords } from '../../test/secondary-words.ts';
import { states } from './resident-summary.fixtures.ts';

/** As wide as a side panel. */
const WIDTH = 400;

/** In CSS pixels: the full form of the typical resident, which was 5,828 and was scrolled past. */
const MOST_HEIGHT = 3600;

/** Of all words: dates, sources and authors, which were 30 in a hundred. */
const MOST_SECONDARY = 0.2;

async function drawAtWidth(compact: boolean) {
  const box = document.createElement('main');
  box.style.width = `${WIDTH}px`;
  document.body.append(box);
  const summary = await draw(box, states.typical, { compact });
  return { summary, end: () => box.remove() };
}

describe('the summary of the typical resident, in a side panel', () => {
  for (const compact of [false, true]) {
    it(`says fewer than a fifth of its words in the secondary colour, ${compact ? 'compact' : 'full'}`, async () => {
      const { summary, end } = await drawAtWidth(compact);
      const { words, share } = secondaryWords(summary.renderRoot);
      end();
      expect(words).to.be.greaterThan(200);
      expect(share).to.be.lessThan(MOST_SECONDARY);
    });
  }

  it(`is not longer than ${MOST_HEIGHT} pixels in its full form`, async () => {
    const { summary, end } = await drawAtWidth(false);
    const { height } = summary.getBoundingClientRect();
    end();
    expect(height).to.be.at.most(MOST_HEIGHT);
  });
});
