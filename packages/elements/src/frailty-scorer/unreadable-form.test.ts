import { expect } from '@open-wc/testing';
import { settled } from '../../test/draw-scorer.ts';
import { openScorer, port, textIn } from '../../test/scorer-with-port.ts';
import { formNamed } from './frailty-scorer.fixtures.ts';

const GARBAGE: readonly unknown[] = [
  'news2',
  42,
  {},
  { id: 'x', items: [null] },
  { id: 'x', title: 'X', version: '1', items: 'none' },
  { id: 'x', title: 'X', version: '1', items: [{ id: 'a', type: 'group', items: [7] }] },
  { id: 'x', title: 'X', version: '1', items: [{}] },
  { id: 'x', title: 'X', version: '1', items: [{ id: 'a', type: 'choice', options: 3 }] },
  { id: 'x', title: 'X', version: '1', items: [{ id: 'a', type: 'group', items: {} }] },
];

describe('a form that is none', () => {
  const { error } = console;
  let printed: unknown[][] = [];
  beforeEach(() => {
    printed = [];
    console.error = (...words: unknown[]) => void printed.push(words);
  });
  afterEach(() => (console.error = error));

  for (const form of GARBAGE) {
    it(`is reported once and said once on screen, and the next form opens: ${JSON.stringify(form)}`, async () => {
      const { scorer } = await openScorer('', port().actions, { form: form as never });
      for (const level of [2, 3]) {
        scorer.headingLevel = level;
        await settled(scorer);
        expect(textIn(scorer)).to.contain('The form that this page gives cannot be read');
        expect(scorer.renderRoot.querySelectorAll('[role=alert]').length).to.equal(1);
      }
      expect(printed.length).to.equal(1);
      Object.assign(scorer, { form: formNamed('news2') });
      await settled(scorer);
      expect(textIn(scorer, '.form')).to.contain('Breaths in a minute');
    });
  }
});
