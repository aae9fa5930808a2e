import type { Recorded } from '@ehch/clinical';
import { expect } from '@open-wc/testing';
import { html, render } from 'lit';
import { shownText } from '../../test/shown-text.ts';
import { fact, notMeasured, provenance } from './fact.ts';

const TODAY = '2026-11-21';
const GRACE = { name: 'Grace Mensah', role: 'registered nurse' };

function recorded(part: Partial<Recorded> = {}): Recorded {
  return { id: 'a', on: '2026-11-20', source: { label: 'GP record' }, by: GRACE, cautions: [], ...part };
}
function said(what: unknown): string {
  const box = document.createElement('ul');
  render(html`${what}`, box);
  return shownText(box);
}

describe('where a fact came from', () => {
  it('is said as far as it is recorded, be it the day alone', () => {
    const of = (part: Partial<Recorded>) => said(provenance(recorded(part), { today: TODAY }));
    expect(of({})).to.equal('20-Nov-2026 · Grace Mensah, registered nurse · GP record');
    expect(of({ by: null, source: { label: '' } })).to.equal('20-Nov-2026');
    expect(of({ by: null, source: { label: '' }, on: null })).to.equal('date not recorded');
  });

  it('is not said again on a line where the head of the section has said it, and is where it differs', () => {
    const common = { source: 'GP record', by: GRACE, on: '2026-11-20', ofAll: false };
    const of = (part: Partial<Recorded>) => said(fact('Sore eye', recorded(part), { today: TODAY, common }));
    expect(of({})).to.equal('Sore eye');
    expect(of({ on: '2026-11-19' })).to.equal('Sore eye 19-Nov-2026');
    expect(of({ by: null })).to.equal('Sore eye author not recorded');
    expect(of({ source: { label: '' } })).to.equal('Sore eye this record');
    expect(of({ source: { label: 'Hospital' } })).to.equal('Sore eye Hospital');
  });

  it('says how old it is once it is older than it is useful, also where its day stands at the head', () => {
    const of = (on: string, common?: { on: string; ofAll: true }) =>
      said(fact('48 kg', recorded({ on }), { today: TODAY, ...(common && { common }) }, { usefulDays: 35 }));
    expect(of('2026-10-17')).to.match(/17-Oct-2026$/);
    expect(of('2026-10-16')).to.match(/16-Oct-2026, .*old$/);
    expect(of('2026-10-16', { on: '2026-10-16', ofAll: true }))
      .to.match(/old$/)
      .and.not.to.contain('16-Oct-2026');
  });

  it('says its time of day where asked, also where its day stands at the head', () => {
    const of = (on: string | null, common?: { on: string; ofAll: true }) =>
      said(
        fact('Pulse 90', recorded({ on }), { today: TODAY, ...(common && { common }) }, { withTime: true }),
      );
    expect(of('2026-11-20T08:05:00Z')).to.match(/20-Nov-2026 08:05$/);
    expect(of('2026-11-20T08:05:00Z', { on: '2026-11-20', ofAll: true }))
      .to.match(/08:05$/)
      .and.not.to.contain('20-Nov-2026');
    expect(of('2026-11-20')).to.match(/20-Nov-2026$/);
    expect(of(null)).to.match(/date not recorded$/);
  });

  it('says what its day is of, where that is not plain', () => {
    const common = { on: '2026-11-20', ofAll: true };
    expect(said(fact('Asthma', recorded(), { today: TODAY, common }, { dateWord: 'since' }))).to.contain(
      'since 20-Nov-2026',
    );
  });
});

describe('what was to be measured and was not', () => {
  it('says so with the reason, and nothing where all was measured', () => {
    const one = { ...recorded(), name: 'Weight', why: 'refused' };
    expect(said(notMeasured([one], { today: TODAY }))).to.contain('Weight: refused');
    expect(said(notMeasured([], { today: TODAY }))).to.equal('');
    expect(said(notMeasured(undefined, { today: TODAY }))).to.equal('');
  });
});
