import type { CareActions } from '@ehch/clinical';
import { expect } from '@open-wc/testing';
import { settled } from '../../test/draw-scorer.ts';
import { openScorer, port, press, textIn } from '../../test/scorer-with-port.ts';
import { states } from './frailty-scorer.fixtures.ts';

const { draft = null } = states['news2-complete'];
/** What a page without types may give. */
const gives = (part: Partial<Record<keyof CareActions, unknown>>): CareActions => {
  const promised = Object.fromEntries(
    Object.entries(part).map(([name, given]) => [name, () => Promise.resolve(given)]),
  );
  return { ...port().actions, ...promised };
};

describe('a port of the page that does not keep its contract', () => {
  it('leaves no form waiting: what was not kept, or not taken over, is said', async () => {
    for (const saveDraft of [undefined, null, 'yes', { where: 'server' }, { where: 'overtaken' }]) {
      const { scorer } = await openScorer('news2', gives({ saveDraft }), { draft });
      scorer.renderRoot.querySelector<HTMLElement>('[data-key="news2/oxygen"] input')?.click();
      await settled(scorer);
      expect(textIn(scorer, '.bar'), JSON.stringify(saveDraft)).to.contain('Not kept: answer not understood');
      await press(scorer, '[data-press=finish]');
      expect(textIn(scorer)).to.contain('After this score');
      scorer.remove();
    }
  });

  it('is not believed to have taken over what it answers in words that nobody knows', async () => {
    for (const enqueue of [undefined, { state: 'delivered' }, 'sent']) {
      const { scorer } = await openScorer('news2', gives({ enqueue }), { draft });
      await press(scorer, '[data-press=finish]');
      expect(textIn(scorer), JSON.stringify(enqueue)).to.contain(
        'Not finished: answer not understood. Everything is still here.',
      );
      scorer.remove();
    }
  });

  it('is not believed to know of no draft', async () => {
    for (const loadDraft of ['none', { draft: 'x' }, { draft: { resident: 'resident-1' } }]) {
      const { scorer } = await openScorer('news2', gives({ loadDraft }));
      expect(textIn(scorer)).to.contain('Whether answers of this form were kept is not known');
      scorer.remove();
    }
    for (const listDrafts of [undefined, null, {}, [null], [{ draft: {} }]]) {
      const { scorer } = await openScorer('', gives({ listDrafts }));
      expect(textIn(scorer), JSON.stringify(listDrafts)).to.contain('Whether a form was begun is not known');
      scorer.remove();
    }
  });
});
