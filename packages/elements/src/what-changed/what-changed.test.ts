import { expect } from '@open-wc/testing';
import { checkStates } from '../../test/check-states.ts';
import { drawChanges, shownText } from '../../test/draw-summary.ts';
import { states } from './what-changed.fixtures.ts';

async function text(name: string): Promise<string> {
  const state = states[name];
  if (state === undefined) throw new Error(name);
  return shownText((await drawChanges(document.body, state)).renderRoot);
}

describe('ehch-what-changed', () => {
  checkStates(
    Object.entries(states).map(([name, state]) => ({
      name,
      draw: (box: HTMLElement) => drawChanges(box, state),
    })),
  );

  it('tells dated facts, newest first, each with its date', async () => {
    expect(await text('typical')).to.match(
      /NEWS2 4, was 2 21-Nov-2026.*Event: Found on the floor.*18-Nov-2026.*Medicine stopped: furosemide.*16-Nov-2026/,
    );
  });

  it('never says that nothing is new of an answer that is not complete', async () => {
    for (const name of ['failed sections', 'loading', 'stale', 'nothing new']) {
      const shown = await text(name);
      if (shown.includes('not complete')) expect(shown, name).not.to.contain('nothing new');
      else expect(shown, name).to.contain('nothing new recorded');
    }
    expect(await text('failed sections')).to.contain('there may be more in allergies, NEWS2, medicines');
  });

  it('tells no score in the last days of life and after death', async () => {
    expect(await text('last days')).not.to.match(/NEWS2 4|Weight/);
    expect(await text('deceased')).not.to.match(/NEWS2 4|Weight/);
  });

  it('says so when the date of the last look cannot be read', async () => {
    expect(await text('unreadable date')).to.contain('the date of the last look could not be read');
  });

  it('shows nothing of another resident', async () => {
    expect(await text('mismatch')).to.equal(
      'Could not show: the data are about another resident. Nothing of them is shown.',
    );
  });
});
