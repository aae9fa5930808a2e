import type { Alert, ResidentView, SameName } from '@ehch/clinical';
import { expect } from '@open-wc/testing';
import { html, render } from 'lit';
import { shownText } from '../../test/shown-text.ts';
import { SECTIONS, rec, recorded, viewOf } from '../resident-summary/typical-resident.fixtures.ts';
import { hasNamesake, namesakes, namesakesNotKnown } from './namesakes.ts';

const OTHER: SameName = {
  name: { family: 'Ashworth', given: ['Mary'], title: null, text: null },
  born: '1938-01-30',
  room: '21',
};
const WARNING: Alert = {
  ...rec('2026-11-20'),
  kind: 'same-name',
  text: 'Two people of this name',
  until: null,
};
const INFECTION: Alert = { ...WARNING, kind: 'infection', text: 'MRSA' };

function view(sameName: readonly SameName[], alerts: readonly Alert[]): ResidentView {
  return viewOf({ ...SECTIONS, identity: { ...SECTIONS.identity, sameName }, alerts });
}
function said(what: unknown): string {
  const box = document.createElement('div');
  render(html`${what}`, box);
  return shownText(box);
}

describe('another resident of the same name', () => {
  it('is warned of whoever knows: the list of residents alone, or the record alone', () => {
    expect(hasNamesake(view([OTHER], []))).to.equal(true);
    expect(hasNamesake(view([], [WARNING]))).to.equal(true);
    expect(hasNamesake(view([], [INFECTION]))).to.equal(false);
    expect(said(namesakes(view([OTHER], [])))).to.match(
      /^▲ Another ASHWORTH, Mary lives here: .*21, born 30-Jan-1938$/,
    );
    expect(said(namesakes(view([], [WARNING])))).to.equal('▲ Same or similar name: Two people of this name');
    expect(said(namesakes(view([], [INFECTION])))).to.equal('');
  });

  it('is told by what tells the two apart, and by the list where both know', () => {
    expect(said(namesakes(view([OTHER], [WARNING]))))
      .to.contain('lives here')
      .and.not.to.contain('Two people');
    const unknown = { ...OTHER, born: null, room: null };
    expect(said(namesakes(view([unknown], [])))).to.contain('room not known, date of birth not known');
  });

  it('is not denied where nobody could look: while alerts are loading, failed or not whole', () => {
    const given = (alerts: ResidentView['sections']['alerts'], same: readonly SameName[] = []) => {
      const one = view(same, []);
      return said(namesakesNotKnown({ ...one, sections: { ...one.sections, alerts } }));
    };
    const gap = (why: 'loading' | 'failed') => recorded([], { gaps: [{ why, what: 'alerts' }] });
    const not = '▲ Whether somebody here has the same name is not known';
    expect(given({ state: 'loading' })).to.equal(`${not} yet.`);
    expect(given(gap('loading'))).to.equal(`${not} yet.`);
    expect(given(gap('failed'))).to.equal(`${not}.`);
    expect(given({ state: 'withheld', why: 'role' })).to.equal(`${not}.`);
    expect(given(recorded([]))).to.equal('');
    expect(given({ state: 'loading' }, [OTHER]), 'somebody is known already').to.equal('');
  });
});
