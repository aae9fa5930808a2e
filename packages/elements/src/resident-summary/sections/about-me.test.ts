import { expect } from '@open-wc/testing';
import type { AboutMe, AboutMeEntry } from '@ehch/clinical';
import { draw, textOf } from '../../../test/draw-summary.ts';
import { SECTIONS, known, rec, viewOf } from '../typical-resident.fixtures.ts';

const entry = (heading: AboutMeEntry['heading'], text: string): AboutMeEntry => ({
  ...rec('2026-06-02'),
  id: heading,
  heading,
  text,
});
const ENTRIES = [entry('also-know', 'I was a baker.'), entry('communication', 'Speak slowly.')];

function drawn(part: Partial<AboutMe>, compact = false) {
  const value = { entries: ENTRIES, languages: [], interpreter: null, ...part };
  const view = viewOf(SECTIONS, { aboutMe: known({ kind: 'recorded', value }) });
  return draw(document.body, { view }, { compact });
}

describe('about me', () => {
  it('says first how somebody communicates, in the row as in the section, whatever was written first', async () => {
    expect(textOf(await drawn({}, true), '#aboutMe'))
      .to.contain('Speak slowly.')
      .and.not.to.contain('baker');
    expect(textOf(await drawn({}), '[data-section=aboutMe]')).to.match(
      /How I communicate: Speak slowly\..*Also good to know: I was a baker\./,
    );
  });

  it('says that an interpreter is needed or not only where the record does', async () => {
    const said = async (interpreter: boolean | null) =>
      textOf(await drawn({ interpreter }), '[data-section=aboutMe]');
    expect(await said(true)).to.contain('interpreter needed');
    expect(await said(false)).to.contain('interpreter not needed');
    expect(await said(null)).not.to.contain('interpreter');
    const section = (await drawn({})).renderRoot.querySelector('[data-section=aboutMe]');
    const empty = [...(section?.querySelectorAll('p') ?? [])].filter((one) => one.textContent.trim() === '');
    expect(empty, 'an empty line above the first words').to.deep.equal([]);
    for (const interpreter of [false, null])
      expect(textOf(await drawn({ interpreter }, true), '#aboutMe')).not.to.contain('interpreter');
  });

  it('names the language that somebody prefers, in the row where it is not this screen’s', async () => {
    const languages = [
      { name: 'English', preferred: false },
      { name: 'Welsh', preferred: true },
    ];
    expect(textOf(await drawn({ languages }), '[data-section=aboutMe]')).to.contain(
      'Speaks English, Welsh (preferred)',
    );
    expect(textOf(await drawn({ languages }, true), '#aboutMe')).to.contain('· Welsh');
    const first = [{ name: 'Urdu', preferred: false }];
    expect(textOf(await drawn({ languages: first }, true), '#aboutMe')).to.contain('· Urdu');
    const english = [{ name: 'English', preferred: true }];
    expect(textOf(await drawn({ languages: english }, true), '#aboutMe')).not.to.contain('English');
  });
});
