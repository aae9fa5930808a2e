import { expect } from '@open-wc/testing';
import type { Adapter } from '../hosts/binding.ts';
import type { Field, Layout, Step, Template } from '../hosts/template.ts';
import { isStillSeen, readBanner, stillStands } from './read-banner.ts';
import { closePages, openPage } from './saved-page.fixtures.ts';

const at = (cls: string): Step[] => [{ cls: [cls], rel: 'descendant' }];
const number = (cls = 'nhs'): Field => ({ path: at(cls), read: 'text', parser: 'nhsNumber' });
const born = (cls = 'dob'): Field => ({ path: at(cls), read: 'text', parser: 'ukDate' });
const named = (cls = 'name'): Field => ({ path: at(cls), read: 'text', parser: 'nameFamilyCommaGiven' });
const whole = (more: object = {}) => ({ subject: { nhsNumber: number(), dob: born(), ...more } }) as Layout;

function adapterOf(layouts: readonly Layout[], more: Partial<Template> = {}): Adapter {
  return {
    id: 'a',
    template: {
      schema: 'ehch-template/1',
      id: 'a',
      version: 1,
      title: 'A',
      frame: 'top',
      layouts: [...layouts],
      reject: [],
      settleMs: 100,
      ...more,
    },
    match: [],
    from: 'bound',
  };
}

const BANNER = '<b class="nhs">999 000 0018</b> <b class="dob">09/03/1938</b>';
const open = (body: string) => openPage(`<!doctype html><body>${body}`);

describe('reading a banner', () => {
  afterEach(closePages);

  it('notices at the next look that an input says something else', async () => {
    const layout = whole({ nhsNumber: { ...number(), read: 'value' } });
    const page = await open('<input class="nhs" readonly value="999 000 0018"><b class="dob">09/03/1938</b>');
    const reading = readBanner(page, adapterOf([layout]));
    expect(reading.kind).to.equal('person');
    expect(isStillSeen(reading)).to.equal(true);
    const input = page.querySelector('input');
    if (input) input.value = '999 000 0026';
    expect(isStillSeen(reading)).to.equal(false);
    expect(stillStands(reading)).to.equal(false);
  });

  for (const [what, body, of] of [
    [
      'banner',
      `<p class="banner">${BANNER}</p><p class="banner" hidden>${BANNER}</p>`,
      { root: at('banner') },
    ],
    ['number', `${BANNER}<b class="nhs" hidden>999 000 0026</b>`, {}],
  ] as const)
    it(`notices at the next look that a hidden ${what} is drawn`, async () => {
      const page = await open(body);
      const adapter = adapterOf([{ ...of, ...whole() }]);
      const reading = readBanner(page, adapter);
      expect(reading.kind).to.equal('person');
      expect(isStillSeen(reading)).to.equal(true);
      page.querySelector('[hidden]')?.removeAttribute('hidden');
      expect(isStillSeen(reading)).to.equal(false);
      expect(readBanner(page, adapter).kind).to.equal('ambiguous');
    });

  it('joins two layouts that read the same person, and takes what only one of them says', async () => {
    const page = await open(`${BANNER} <i class="nhs2">9990000018</i> <i class="name">ASHWORTH, Doris</i>`);
    const other = { part: { nhsNumber: number('nhs2'), family: named() } } as Layout;
    const reading = readBanner(page, adapterOf([whole(), other]));
    expect(reading.kind === 'person' && reading.person).to.deep.equal({
      nhsNumber: '9990000018',
      born: '1938-03-09',
      family: 'ASHWORTH',
      given: null,
    });
  });

  for (const [what, second] of [
    ['number', '<i class="nhs2">999 000 0026</i> <i class="dob2">09/03/1938</i>'],
    ['date of birth', '<i class="nhs2">999 000 0018</i> <i class="dob2">09/04/1938</i>'],
  ] as const)
    it(`two layouts that read another ${what} are ambiguous`, async () => {
      const page = await open(`${BANNER} ${second}`);
      const other = whole({ nhsNumber: number('nhs2'), dob: born('dob2') });
      for (const layouts of [
        [whole(), other],
        [other, whole()],
      ])
        expect(readBanner(page, adapterOf(layouts)).kind).to.equal('ambiguous');
    });

  it('reads in each frame the parts that stand there, and no others', async () => {
    const page = await open(BANNER);
    const parts = adapterOf(
      [
        { part: { nhsNumber: number() } } as Layout,
        { frame: 'child', part: { dob: born() } } as Layout,
        { frame: 'child', part: { dob: born('none') } } as Layout,
      ],
      { frame: 'top' },
    );
    const nobody = { nhsNumber: null, born: null, family: null, given: null };
    const top = readBanner(page, parts, 'top');
    expect(top.kind === 'part' && top.person).to.deep.equal({ ...nobody, nhsNumber: '9990000018' });
    const child = readBanner(page, parts, 'child');
    expect(child.kind === 'part' && child.person).to.deep.equal({ ...nobody, born: '1938-03-09' });
  });

  it('no page makes it throw, and a page that holds nothing of the template is nobody', async () => {
    const everything = adapterOf([
      whole({ family: { ...named(), label: { says: ['Name'], value: 'cell below' } } }),
      { root: [{ tag: 'x-a', rel: 'descendant' }], subject: { nhsNumber: number(), dob: born() } } as Layout,
    ]);
    for (const body of [
      '',
      '<form class="nhs"><input name="textContent"><input name="childNodes"><input name="parentNode"></form>',
      '<svg><title class="nhs">999 000 0018</title><input class="dob"></input></svg>',
      '<x-a><template shadowrootmode="open"><slot></slot></template></x-a>',
      '<math><mi class="nhs">999</mi></math>',
      '<iframe class="nhs"></iframe><object class="dob"></object>',
      '<label class="nhs" for="">x</label><table class="name"><tr></tr></table>',
    ])
      expect(readBanner(await open(body), everything).kind, body).to.equal('none');
  });
});
