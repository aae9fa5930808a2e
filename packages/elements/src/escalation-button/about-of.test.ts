import { expect } from '@open-wc/testing';
import type { PlaceConfiguration } from '@ehch/clinical';
import { aboutOf } from './about-of.ts';
import { ESCALATION_PLACE } from './escalation-button.fixtures.ts';

const JOAN = { name: 'Joan Bell', born: null, room: '7' };
const [HOME] = ESCALATION_PLACE.homes;
const ELM_HOUSE = {
  id: 'elm-house',
  name: 'Elm House',
  kind: 'residential',
  roster: { kind: 'local' },
} as const;
const TWO: PlaceConfiguration = {
  ...ESCALATION_PLACE,
  homes: [...ESCALATION_PLACE.homes, { ...ELM_HOUSE, practice: null }],
};

describe('whom a matter is about that is raised for somebody on no list', () => {
  const homeAt = (place: PlaceConfiguration | null, home?: string) => {
    const about = aboutOf({ state: 'nobody' }, { ...JOAN, ...(home !== undefined && { home }) }, place);
    return about?.kind === 'unlisted' ? about.person.home : about;
  };

  it('carries the home where the place has only one, since nobody finds the matter without it', () => {
    expect(homeAt(ESCALATION_PLACE)).to.equal(HOME?.id);
  });

  it('guesses no home of two: the staff of the wrong one would look for a stranger', () => {
    expect(homeAt(TWO)).to.equal(undefined);
    expect(homeAt({ ...TWO, homes: [] })).to.equal(undefined);
    expect(homeAt(null)).to.equal(undefined);
  });

  it('keeps the home that the page names', () => {
    expect(homeAt(TWO, 'elm-house')).to.equal('elm-house');
    expect(homeAt(ESCALATION_PLACE, 'elm-house')).to.equal('elm-house');
  });
});
