import { expect } from '@open-wc/testing';
import { draw } from '../../test/draw-summary.ts';
import { states } from '../resident-summary/resident-summary.fixtures.ts';

async function offered(name: keyof typeof states): Promise<readonly (string | undefined)[]> {
  const summary = await draw(document.body, states[name]);
  const buttons = [...summary.renderRoot.querySelectorAll<HTMLElement>('button[data-retry]')];
  return buttons.map(({ dataset }) => dataset['retry']).sort();
}

describe('the frame of a section', () => {
  it('offers to try again what failed, whole or in part, and nothing else', async () => {
    expect(await offered('failed-section')).to.deep.equal(['allergies', 'medicines', 'news2']);
    expect(await offered('refresh-failed')).to.include.members(['allergies', 'limits', 'medicines']);
    expect(await offered('gaps')).to.deep.equal(['plan']);
    for (const name of ['typical', 'withheld', 'loading', 'refreshing'] as const)
      expect(await offered(name), name).to.deep.equal([]);
  });

  it('asks for that section of that resident, by a press', async () => {
    const summary = await draw(document.body, states['failed-section']);
    const asked: (string | null)[][] = [];
    summary.addEventListener('ehch-retry', ({ resident, section }) => asked.push([resident, section]));
    summary.renderRoot.querySelector<HTMLElement>('button[data-retry=allergies]')?.click();
    expect(asked).to.deep.equal([[states['failed-section'].view.resident, 'allergies']]);
  });
});
