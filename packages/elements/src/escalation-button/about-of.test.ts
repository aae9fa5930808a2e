import { expect } from '@open-wc/testing';
import type { PlaceConfiguration } from '@ehch/clinical';
import { aboutOf } from './about-of.ts';
import { ESCALATION_PLACE, TWO_HOMES } from './escalation-button.fixtures.ts';

const JOAN = { name: 'Joan Bell', born: null, room: '7' };
const [HOME] = ESCALATION_PLACE.homes;

describe('whom a matter is about that is raised for somebody on no list', () => {
  const homeAt = (place: PlaceConfiguration | null, home?: string) => {
    const about = aboutOf({ state: 'nobody' }, { ...JOAN, ...(home !== undefined && { home }) }, place);
    return about?.kind === 'unlisted' ? about.person.home : about;
  };

  it('carries the home where the place has only one, since nobody finds the matter without it', () => {
    expect(homeAt(ESCALATION_PLACE)).to.equal(HOME?.id);
  });

  it('guesses no home of two: the staff of the wrong one would look for a stranger', () => {
    expect(homeAt(TWO_HOMES)).to.equal(undefined);
    expect(homeAt({ ...TWO_HOMES, homes: [] })).to.equal(undefined);
    expect(homeAt(null)).to.equal(undefined);
  });

  it('keeps the home that the page names', () => {
    expect(homeAt(TWO_HOMES, 'elm-house')).to.equal('elm-house');
    expect(homeAt(ESCALATION_PLACE, 'elm-house')).to.equal('elm-house');
  });
});
