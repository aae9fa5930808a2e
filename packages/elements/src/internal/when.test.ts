import { expect } from '@open-wc/testing';
import { render, type TemplateResult } from 'lit';
import { clockTime, dated, day, dayOr, moment, momentOf } from './when.ts';

const TODAY = '2026-11-21';

/** All that stands there, for eyes and for ears. */
const text = (template: TemplateResult | string | null) => {
  const box = document.createElement('div');
  render(template, box);
  return box.textContent?.replace(/\s+/g, ' ').trim();
};

describe('a date in words', () => {
  it('of today is told by the hour, and of any other day by its day and hour', () => {
    expect(text(momentOf('2026-11-21T09:15:00Z', TODAY)))
      .to.contain('09:15')
      .and.not.to.contain('21-Nov-2026');
    expect(text(momentOf('2026-11-20T09:15:00Z', TODAY))).to.contain('20-Nov-2026 09:15');
  });

  it('without an hour is told by its day, also today: no hour is made up', () => {
    for (const date of [momentOf('2026-11-21', TODAY), moment('2026-11-21'), day('2026-11-21')])
      expect(text(date))
        .to.contain('21-Nov-2026')
        .and.not.to.match(/\d\d:\d\d|Unknown/);
    expect(text(moment('2026-11')))
      .to.contain('Nov-2026')
      .and.not.to.match(/\d\d:\d\d|Unknown/);
  });

  it('is left out, or told in words, where the record gives none', () => {
    expect(dated('until', null)).to.equal(null);
    expect(text(dated('until', '2027-04-19'))).to.contain('until 19-Apr-2027');
    expect(dayOr(null, 'date not recorded')).to.equal('date not recorded');
    expect(text(dayOr('2027-04-19', 'date not recorded'))).to.contain('19-Apr-2027');
  });

  it('has its day for ears, also where eyes see the hour alone', () => {
    const box = document.createElement('div');
    render(clockTime('2026-11-21T09:15:00Z'), box);
    expect(box.innerHTML).to.contain('21 November 2026 at 09:15');
  });
});
