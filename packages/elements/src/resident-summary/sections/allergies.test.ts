import { expect } from '@open-wc/testing';
import type { Allergy, NoneStatement } from '@ehch/clinical';
import { draw, textOf } from '../../../test/draw-summary.ts';
import { SECTIONS, known, rec, viewOf } from '../typical-resident.fixtures.ts';

const PENICILLIN: Allergy = {
  ...rec('2009-05'),
  substance: 'penicillin',
  kind: 'allergy',
  category: ['medication'],
  criticality: null,
  reactions: [],
  status: 'active',
  lastReaction: null,
};
const none = (scope: NoneStatement['scope'], text = 'None known'): NoneStatement => ({
  ...rec('2025-10-19'),
  id: text,
  text,
  ...(scope !== undefined && { scope }),
});

async function told(part: Partial<Allergy>): Promise<string> {
  const view = viewOf(SECTIONS, {
    allergies: known({ kind: 'recorded', value: [{ ...PENICILLIN, ...part }] }),
  });
  return textOf(await draw(document.body, { view }), '[data-section=allergies]');
}

async function toldNone(...statements: readonly NoneStatement[]): Promise<string> {
  const view = viewOf(SECTIONS, { allergies: known({ kind: 'recorded-as-none', statements }) });
  return textOf(await draw(document.body, { view }), '[data-section=allergies]');
}

describe('an allergy', () => {
  it('says what happened, how badly, and how the resident was exposed', async () => {
    expect(
      await told({
        reactions: [
          { text: 'rash', severity: 'moderate', on: '2009-05', route: 'by mouth' },
          { text: 'swelling', severity: null },
        ],
      }),
    ).to.contain('penicillin: rash (moderate, by mouth, May-2009), swelling');
    expect(await told({})).to.contain('penicillin; medication allergy');
  });

  it('is marked where the next reaction may be serious, and says where nobody could tell', async () => {
    expect(await told({ criticality: 'high' })).to.contain('High risk of a serious reaction');
    expect(await told({ criticality: 'low' })).to.contain('low risk of a serious reaction');
    expect(await told({ criticality: 'unable-to-assess' })).to.contain('the risk could not be assessed');
    expect(await told({})).not.to.contain('risk');
  });

  it('says what limits it: an intolerance, not confirmed, resolved, ended, or not stated whether it still applies', async () => {
    expect(await told({ kind: 'intolerance' })).to.contain('penicillin (intolerance)');
    expect(await told({ verification: 'unconfirmed' })).to.contain('unconfirmed');
    expect(await told({ status: 'resolved' })).to.contain('recorded as resolved');
    expect(await told({ status: 'not-stated' })).to.contain('not stated whether it still applies');
    const ended = await told({ ended: '2020-01-02', endedWhy: 'Tested' });
    expect(ended).to.contain('ended 02-Jan-2020; ended because: Tested');
    expect(await told({})).not.to.match(/intolerance|recorded as|not stated|ended/);
  });
});

describe('what is said where no allergy is known', () => {
  it('denies only the kinds that somebody looked at', async () => {
    const drugs = await toldNone(none('drug'));
    expect(drugs).to.contain('Allergies not recorded');
    expect(drugs).to.contain('Drugs: none known');
    expect(drugs).to.contain('Food, latex, other: not recorded');
    const all = await toldNone(none('drug', 'a'), none('food', 'b'), none('latex', 'c'), none('other', 'd'));
    expect(all).not.to.contain(': not recorded');
    expect(await toldNone(none('part', 'No allergy to eggs'))).to.contain('No allergy to eggs');
  });

  it('is the title alone, with who said so, where the words say no more', async () => {
    const words = await toldNone(none('all', 'No known allergies'));
    expect(words).to.match(/No known allergies/);
    expect(words.match(/No known allergies/g)).to.have.length(1);
    expect(words).to.contain('Adverse events are not looked for here.');
    expect(await told({})).not.to.contain('Adverse events');
  });
});
