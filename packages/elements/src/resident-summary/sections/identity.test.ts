import { expect } from '@open-wc/testing';
import type { Identity } from '@ehch/clinical';
import { draw, textOf } from '../../../test/draw-summary.ts';
import { SECTIONS, known, viewOf } from '../typical-resident.fixtures.ts';

async function banner(part: Partial<Identity>): Promise<string> {
  const value = { ...SECTIONS.identity, sameName: [], ...part };
  const view = viewOf(SECTIONS, { identity: known({ kind: 'recorded', value }) });
  return textOf(await draw(document.body, { view }), '.banner');
}

describe('the banner', () => {
  it('says what is not recorded of somebody, and leaves no label empty', async () => {
    const words = await banner({ born: null, gender: null, nhsNumber: { state: 'none', why: null } });
    expect(words)
      .to.match(/Born ?Not recorded/)
      .and.to.match(/Gender ?Not recorded/);
    expect(await banner({ gender: 'female' })).to.match(/Gender ?Female/);
  });

  it('tells the age of the living, and of the dead the day and the age then', async () => {
    expect(await banner({ born: '1941-07-14' })).to.match(/Born ?14-Jul-1941 \(85y\)/);
    const died = await banner({ born: '1941-07-14', death: { state: 'died', on: '2026-11-09' } });
    expect(died)
      .to.match(/Born ?14-Jul-1941(?! \()/)
      .and.to.match(/Died ?09-Nov-2026/)
      .and.to.match(/Age at Death ?85/);
    const unknown = await banner({ born: '1941-07-14', death: { state: 'died', on: null } });
    expect(unknown)
      .to.match(/Died ?Date not recorded/)
      .and.not.to.contain('Age at Death');
  });

  it('has every name and number by which somebody may be known, and what else the record holds', async () => {
    const name = (family: string) => ({ family, given: ['Joan'], title: null, text: null });
    const words = await banner({
      preferredName: 'Peggy',
      otherNames: [name('Marsh'), name('Hale')],
      otherNumbers: [{ label: 'CHI number (Scotland)', value: '1407410011' }],
      more: [
        { name: 'Photo', text: null },
        { name: 'Religion', text: 'Quaker' },
      ],
    });
    expect(words).to.match(/Preferred name ?Peggy/);
    expect(words).to.match(/Other names ?MARSH, Joan; HALE, Joan/);
    expect(words).to.match(/CHI number \(Scotland\) ?1407410011/);
    expect(words).to.contain('More in the record: Photo; Religion: Quaker');
    const plain = await banner({ preferredName: null, otherNames: [], otherNumbers: [] });
    expect(plain).not.to.match(/Preferred name|Other names|More in the record/);
  });
});
