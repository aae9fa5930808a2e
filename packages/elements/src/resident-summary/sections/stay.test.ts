import { expect } from '@open-wc/testing';
import type { Identity, Stay } from '@ehch/clinical';
import { render } from 'lit';
import { shownText } from '../../../test/shown-text.ts';
import { SECTIONS } from '../typical-resident.fixtures.ts';
import { stay } from './stay.ts';

const HERE: Stay = {
  home: 'Rowan Court',
  room: '12',
  since: '2025-03-01',
  kind: 'permanent',
  away: null,
  returned: null,
  ended: null,
};

function said(part: Partial<Stay>, { died = false, practice = null as Identity['gpPractice'] } = {}): string {
  const box = document.createElement('div');
  const identity = { ...SECTIONS.identity, stay: { ...HERE, ...part }, gpPractice: practice };
  render(stay(identity, died, '2026-11-21'), box);
  return shownText(box);
}

describe('where a resident lives and is', () => {
  it('says that somebody is away, and of the dead nothing that is about the living', () => {
    const away = { where: 'Hollin Hospital', since: '2026-11-20' };
    const returned = { on: '2026-11-18', from: 'Hollin Hospital' };
    const ahead = { home: 'Elm House', from: '2026-12-01', kind: 'respite' } as const;
    expect(said({ away })).to.match(/now in Hollin Hospital since 20-Nov-2026/);
    expect(said({ away: { ...away, since: null } })).to.match(/now in Hollin Hospital$/);
    expect(said({ returned })).to.contain('back from Hollin Hospital 18-Nov-2026');
    expect(said({ ahead })).to.match(/dated in the future: respite stay in Elm House\s+from 01-Dec-2026/);
    expect(said({ away, returned, ahead }, { died: true })).not.to.match(/now in|back from|future/);
    expect(said({})).not.to.match(/now in|back from|future|ended|on hold|respite/);
  });

  it('tells of a return from hospital for 90 days', () => {
    const back = (on: string) => said({ returned: { on, from: 'Hollin Hospital' } });
    expect(back('2026-08-23')).to.contain('back from');
    expect(back('2026-08-22')).not.to.contain('back from');
    expect(back('2026-11'), 'a day that is not known may be yesterday').to.contain('back from');
  });

  it('says what the record says of a stay that is not as usual', () => {
    expect(said({ kind: 'respite' })).to.contain('respite stay');
    expect(said({ onHold: true })).to.contain('recorded as on hold');
    expect(said({ ended: '2026-11-01' })).to.contain('ended 01-Nov-2026');
    expect(said({ isOver: true })).to.contain('ended, day not recorded');
  });

  it('says of another practice that it is not the usual one, and of none whose home nobody knows', () => {
    const of = (usualForThisHome: boolean | null) =>
      said({}, { practice: { name: 'Hollin Surgery', usualForThisHome } });
    expect(of(false)).to.contain('Hollin Surgery (not the usual practice of this home)');
    for (const usual of [true, null]) expect(of(usual)).to.match(/Hollin Surgery$/);
  });
});
