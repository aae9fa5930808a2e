import { expect } from '@open-wc/testing';
import { render } from 'lit';
import { shownText } from '../../../test/shown-text.ts';
import { due } from './due-words.ts';

function said(on: string): string {
  const box = document.createElement('div');
  render(due('Review by', on, '2026-11-21'), box);
  return shownText(box);
}

describe('a day by which something is due', () => {
  it('is overdue from the day after it, with how many days', () => {
    expect(said('2026-11-21')).to.equal('Review by 21-Nov-2026');
    expect(said('2026-11-20')).to.equal('Overdue 1 day: review by 20-Nov-2026');
    expect(said('2026-11-19')).to.equal('Overdue 2 days: review by 19-Nov-2026');
  });

  it('is overdue of a month only once all of it has passed, and then nobody counts days', () => {
    expect(said('2026-11')).to.equal('Review by Nov-2026');
    expect(said('2026-10')).to.equal('Overdue: review by Oct-2026');
  });
});
