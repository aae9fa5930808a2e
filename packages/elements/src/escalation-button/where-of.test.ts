import { expect } from '@open-wc/testing';
import type { Identity } from '@ehch/clinical';
import { SECTIONS } from '../resident-summary/typical-resident.fixtures.ts';
import { ESCALATION_PLACE, TWO_HOMES } from './escalation-button.fixtures.ts';
import { whereOf } from './where-of.ts';

const [HOME] = ESCALATION_PLACE.homes;

function living(home: string | null, gpPractice: Identity['gpPractice'] = null): Identity {
  const stay = SECTIONS.identity.stay === null ? null : { ...SECTIONS.identity.stay, home };
  return { ...SECTIONS.identity, stay, gpPractice };
}

describe('where a matter comes from', () => {
  it('guesses no home of several', () => {
    expect(whereOf(TWO_HOMES, 'r', living(null)).home).to.equal(null);
    expect(whereOf(TWO_HOMES, 'r', living('Elsewhere')).home).to.equal(null);
    expect(whereOf(TWO_HOMES, 'r', living('Elm House')).home?.id).to.equal('elm-house');
    expect(whereOf(ESCALATION_PLACE, 'r', living(null)).home).to.equal(HOME);
    expect(whereOf(TWO_HOMES, null, null)).to.deep.include({ home: null, inbox: null });
  });

  it('sends nobody of another practice to the practice of the home, nor to its inbox', () => {
    const home = HOME?.name ?? '';
    const usual = whereOf(TWO_HOMES, 'r', living(home));
    expect(usual.practices).to.deep.equal({ ofHome: 'Hollin Surgery', ofResident: null });
    expect(usual.inbox?.id).to.equal('hollin');
    const registered = whereOf(
      TWO_HOMES,
      'r',
      living(home, { name: 'Millbrook Surgery', usualForThisHome: false }),
    );
    expect(registered.practices.ofResident).to.equal('Millbrook Surgery');
    expect(registered.inbox?.id).to.equal('millbrook');
    const unheard = whereOf(TWO_HOMES, 'r', living(home, { name: 'Far Surgery', usualForThisHome: false }));
    expect([unheard.practices.ofResident, unheard.inbox]).to.deep.equal(['Far Surgery', null]);
    const residents = [{ resident: 'r', home: HOME?.id ?? '', practice: 'millbrook' }];
    const placed = whereOf({ ...TWO_HOMES, residents }, 'r', living(null));
    expect([placed.practices.ofResident, placed.inbox?.id]).to.deep.equal(['Millbrook Surgery', 'millbrook']);
  });
});
