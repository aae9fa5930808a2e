import { expect } from '@open-wc/testing';
import { drawEscalations } from '../../test/draw-escalations.ts';
import { draw } from '../../test/draw-summary.ts';
import { states as listStates } from '../escalations/escalations.fixtures.ts';
import { states } from '../resident-summary/resident-summary.fixtures.ts';

const RCP = /NEWS2: Royal College of Physicians\. National Early Warning Score/;

function sourcesIn(element: Element & { readonly renderRoot: ParentNode }): string {
  const all = [...element.renderRoot.querySelectorAll('details')];
  const words = all.map(({ textContent }) => textContent.replaceAll(/\s+/g, ' '));
  return words.filter((one) => one.includes('Sources of the scores')).join();
}

describe('the sources of the scores on screen', () => {
  it('stand in the summary with the terms of each, and that an owner has not agreed', async () => {
    const scoreNotices = [
      { instrument: 'cfs', title: 'CFS', words: ['Dalhousie University.', 'Shown for demonstration.'] },
      { instrument: '4at', title: '4AT', words: ['www.the4at.com'] },
    ];
    const summary = await draw(document.body, {
      ...states.typical,
      view: { ...states.typical.view, scoreNotices },
    });
    expect(sourcesIn(summary)).to.match(
      /CFS: Dalhousie University\. Shown for demonstration\. 4AT: www\.the4at\.com/,
    );
  });

  it('name NEWS2 where nobody looked the others up, and in the list of a home', async () => {
    expect(sourcesIn(await draw(document.body, states.typical))).to.match(RCP);
    const [list] = Object.values(listStates);
    if (list === undefined) throw new Error('no states');
    expect(sourcesIn(await drawEscalations(document.body, list))).to.match(RCP);
  });
});
