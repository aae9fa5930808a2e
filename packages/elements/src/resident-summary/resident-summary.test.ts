import { expect } from '@open-wc/testing';
import { SECTION_ORDER } from '@ehch/clinical';
import type { ResidentView } from '@ehch/clinical';
import { draw, shownText, textOf } from '../../test/draw-summary.ts';
import { PLACE, states } from './resident-summary.fixtures.ts';

describe('ehch-resident-summary', () => {
  it('draws the same with direction overrides and invisible characters in every text of the view', async () => {
    const turned = (value: unknown, key = ''): unknown => {
      if (typeof value === 'string')
        return key === 'id' ? value : `\u202E${value.slice(0, 1)}\u200B${value.slice(1)}`;
      if (Array.isArray(value)) return value.map((item) => turned(item));
      if (typeof value !== 'object' || value === null) return value;
      return Object.fromEntries(Object.entries(value).map(([name, field]) => [name, turned(field, name)]));
    };
    for (const name of ['typical', 'records-disagree'] as const) {
      const { view } = states[name];
      for (const compact of [false, true]) {
        const plain = await draw(document.body, { view }, { compact });
        const drawn = await draw(document.body, { view: turned(view) as ResidentView }, { compact });
        const marked = [...drawn.renderRoot.children].map(({ outerHTML }) => outerHTML).join('');
        expect(marked).not.to.match(/[\u202E\u200B]/);
        expect(shownText(drawn)).to.equal(shownText(plain));
      }
    }
  });

  it('keeps the one order of sections, full and compact, with the glance after limits and allergies', async () => {
    for (const compact of [false, true]) {
      const summary = await draw(document.body, states.typical, { compact });
      const drawn = [...summary.renderRoot.querySelectorAll<HTMLElement>('section')].map(
        (one) => one.dataset['section'],
      );
      const [, limits, allergies, ...below] = SECTION_ORDER;
      expect(drawn).to.deep.equal([limits, allergies, 'glance', ...below]);
    }
  });

  it('lists every medicine once, and never counts one as regular that nobody called so', async () => {
    const { sections } = states.typical.view;
    const { medicines } = sections;
    if (medicines.state !== 'known' || medicines.content.kind !== 'recorded') throw new Error('fixture');
    const list = medicines.content.value.medicines.map((one, index) =>
      index === 3 ? { ...one, use: 'not-stated' as const } : one,
    );
    const content = { kind: 'recorded', value: { medicines: list, reviewed: null } } as const;
    const view = { ...states.typical.view, sections: { ...sections, medicines: { ...medicines, content } } };
    const summary = await draw(document.body, { view });
    expect(textOf(summary, '[data-section=medicines]')).to.contain(
      '6 regular, 2 as required, 1 not stated whether regular',
    );
    expect(summary.renderRoot.querySelectorAll('.medicine').length).to.equal(list.length);
  });

  it('says who in the order of the patient banner, and nothing clinical there', async () => {
    const summary = await draw(document.body, states.typical);
    expect(textOf(summary, '.banner')).to.equal(
      'ASHWORTH, Margaret Anne (Mrs) Born 14-Jul-1941 (85y) Gender Female NHS No. 999 000 0018 Preferred name Peggy ' +
        '▲ Another ASHFORTH, Margaret (Miss) lives here: room 7, born 11-Feb-1940',
    );
  });

  it('uses exactly one of the four titles for allergies', async () => {
    const titles: Record<string, string> = {
      typical: 'Known allergies',
      'records-disagree': 'Known allergies',
      'allergies-none': 'No known allergies',
      'allergies-none-drug': 'Allergies not recorded',
      empty: 'Allergies not recorded',
      'allergies-none-incomplete': 'Allergies unavailable',
      'allergies-unavailable': 'Allergies unavailable',
      loading: 'Allergies unavailable',
      withheld: 'Allergies unavailable',
    };
    for (const [name, title] of Object.entries(titles)) {
      const summary = await draw(document.body, states[name as keyof typeof states]);
      expect(textOf(summary, '#allergies'), name).to.equal(title);
    }
  });

  it('writes allergies and limits out in the compact form', async () => {
    const summary = await draw(document.body, states.typical, { compact: true });
    expect(textOf(summary, '[data-section=allergies]')).to.contain('penicillin: rash (moderate)');
    expect(textOf(summary, '[data-section=limits]')).to.contain('Stay in the home');
    expect(summary.renderRoot.querySelector('#medicines-body')?.hasAttribute('hidden')).to.equal(true);
    expect(textOf(summary, '#medicines')).to.contain('9 in use · apixaban, co-careldopa');
  });

  it('never says "full escalation" by silence, and says of DNACPR that it is about CPR only', async () => {
    const empty = await draw(document.body, states.empty);
    expect(textOf(empty, '[data-section=limits]')).to.contain(
      'Nothing recorded here. This does not mean full escalation.',
    );
    const typical = await draw(document.body, states.typical);
    expect(textOf(typical, '[data-section=limits]')).to.contain('Not for CPR This is about CPR only');
  });

  it('puts the disagreement about limits first, with the signed original and whom to ring', async () => {
    const summary = await draw(document.body, states['records-disagree']);
    expect(textOf(summary, '[data-section=limits] .body')).to.match(
      /^Records disagree about CPR\. Go by the signed original, and if you cannot see it ring Hollin Vale urgent community response 01632 960120\./,
    );
    const sides = summary.renderRoot.querySelectorAll('[data-section=limits] .side');
    expect(sides.length).to.equal(2);
    expect(sides[0]?.textContent).to.contain('Not for CPR');
    expect(sides[1]?.textContent).to.contain('For CPR');
  });

  it('says of records that disagree that they do, in a folded row too', async () => {
    const { view } = states['records-disagree'];
    const { allergies, problems } = view.sections;
    if (problems.state !== 'known' || problems.content.kind !== 'recorded') throw new Error('fixture');
    if (allergies.state !== 'known' || allergies.content.kind !== 'disagree') throw new Error('fixture');
    const [one, other] = allergies.content.sides;
    if (one === undefined || other === undefined) throw new Error('fixture');
    const { value } = problems.content;
    const sides = [
      { ...one, value },
      { ...other, value: [] },
    ];
    const content = { kind: 'disagree', sides, common: null } as const;
    const sections = { ...view.sections, problems: { ...problems, content } };
    const summary = await draw(document.body, { view: { ...view, sections } }, { compact: true });
    expect(textOf(summary, '#problems')).to.contain('records disagree');
  });

  it('never lets failed, withheld or unfinished read as none', async () => {
    for (const name of ['failed-everything', 'loading', 'withheld', 'failed-section'] as const) {
      const summary = await draw(document.body, states[name]);
      for (const section of summary.renderRoot.querySelectorAll<HTMLElement>('section')) {
        const { state } = section.dataset;
        if (state !== 'failed' && state !== 'loading' && state !== 'withheld') continue;
        expect(shownText(section), `${name} ${section.dataset['section']}`).not.to.match(
          /\bnone\b|nothing|no known|not recorded/i,
        );
      }
    }
  });

  it('says of each state of a section what it is, in its own words', async () => {
    const words: readonly (readonly [keyof typeof states, string, string])[] = [
      ['some-loading', 'medicines', 'loading'],
      ['failed-section', 'medicines', 'could not be loaded: server error'],
      ['withheld', 'problems', 'withheld for your role'],
      ['withheld', 'aboutMe', 'withheld: sharing is not agreed'],
      ['withheld', 'allergies', 'withheld: the record is restricted'],
      ['withheld', 'events', 'withheld: the source gave no reason'],
      ['stale', 'medicines', 'as of 18-Nov-2026 08:40 (3 days old)'],
      [
        'refresh-failed',
        'medicines',
        'could not be updated: no connection · as of 21-Nov-2026 08:02 (today)',
      ],
      ['refreshing', 'medicines', 'updating'],
      ['gaps', 'medicines', 'not complete'],
      ['not-offered', 'allergies', 'Allergies not recorded'],
      ['not-offered', 'allergies', 'Note: this server keeps no lists.'],
      ['not-offered', 'open', 'could not be loaded: this server keeps no such records'],
      ['gaps', 'plan', 'Not complete: care plans could not be loaded; goals withheld.'],
      ['allergies-none', 'allergies', 'No known allergies Tom Birch, pharmacist · GP record 02-Oct-2026'],
      [
        'allergies-none-drug',
        'allergies',
        'Allergies not recorded Drugs: none known Tom Birch, pharmacist · GP record 02-Oct-2026 Food, latex, other: not recorded',
      ],
    ];
    for (const [state, section, expected] of words) {
      const summary = await draw(document.body, states[state]);
      expect(textOf(summary, `[data-section=${section}]`), state).to.contain(expected);
    }
  });

  it('keeps what was known when a refresh failed', async () => {
    const summary = await draw(document.body, states['refresh-failed']);
    expect(textOf(summary, '[data-section=medicines]')).to.contain('apixaban');
  });

  it('shows after death no running age, and the scores as closed rows', async () => {
    const summary = await draw(document.body, states.deceased);
    const banner = textOf(summary, '.banner');
    expect(banner).to.contain('Died 21-Nov-2026 Age at Death 85y');
    expect(banner).not.to.contain('(85y)');
    for (const score of ['frailty', 'news2', 'weight', 'function']) {
      expect(summary.renderRoot.querySelector(`#${score}-body`)?.hasAttribute('hidden'), score).to.equal(
        true,
      );
      expect(summary.renderRoot.querySelector(`[data-toggle=${score}]`)?.ariaExpanded, score).to.equal(
        'false',
      );
    }
  });

  it('says of what is dated after the death that one of the two is wrong, and drops neither', async () => {
    const summary = await draw(document.body, states['recorded-after-death']);
    expect(textOf(summary, '.banner')).to.contain('Died 09-Nov-2026');
    expect(textOf(summary, '[data-section=events]')).to.match(
      /Found on the floor.*Dated after the recorded death\. Find out which is right/,
    );
  });

  it('shows no score in the last days of life', async () => {
    const summary = await draw(document.body, { ...states['last-days'], since: '2026-11-12' });
    expect(textOf(summary, '[data-section=limits]')).to.contain('Last days of life: Keep her comfortable');
    expect(textOf(summary, '[data-section=together-silent]')).to.equal(
      'Not shown Frailty, NEWS2, Weight, Function, Other scores. A plan for the last days of life is recorded.',
    );
    expect(shownText(summary.renderRoot)).not.to.match(/usual 2|CFS 7|48\.2 kg|NEWS2 4/);
  });

  it('never shows a total where parts of NEWS2 are missing', async () => {
    const summary = await draw(document.body, states['incomplete-news2']);
    const text = textOf(summary, '[data-section=news2]');
    expect(text).to.contain('at least 3, usual not set · 3 in one part: breaths per minute');
    expect(text).to.contain('2 of 7 parts missing: air or oxygen, temperature');
    expect(text).to.contain('A low score does not cancel your concern.');
  });

  it('draws no line across a gap, through a lower limit or between versions', async () => {
    const summary = await draw(document.body, states['incomplete-news2']);
    const chart = summary.renderRoot.querySelector('[data-section=news2] svg');
    expect(chart?.querySelectorAll('.dot').length).to.equal(3);
    expect(chart?.querySelectorAll('.limit').length).to.equal(1);
    expect(chart?.querySelectorAll('.line').length).to.equal(1);
    expect(chart?.getAttribute('aria-label')).to.contain('the line is broken where more than 35 days passed');
  });

  it('shows the NHS number that is not there, and a number of another country with its label', async () => {
    const summary = await draw(document.body, states['no-nhs-number']);
    const banner = textOf(summary, '.banner');
    expect(banner).to.contain('NHS No. Not recorded (not yet traced)');
    expect(banner).to.contain('CHI number (Scotland) 1407410002');
  });

  it('shows the identity unless it is told otherwise', async () => {
    const summary = await draw(document.body, states.typical);
    const identity = summary.renderRoot.querySelector('.banner .identity') ?? summary;
    expect(getComputedStyle(identity).display).not.to.equal('none');
    expect(identity.getBoundingClientRect().height).to.be.above(0);
    expect(summary.hasAttribute('hide-banner')).to.equal(false);
  });

  it('leaves the identity to the host when told so, but not when it is in doubt', async () => {
    const quiet = await draw(document.body, states.typical, { hideBanner: true });
    const identity = quiet.renderRoot.querySelector('.banner .identity') ?? quiet;
    expect(getComputedStyle(identity).display).to.equal('none');
    const namesake = quiet.renderRoot.querySelector('.namesake') ?? quiet;
    expect(getComputedStyle(namesake).display, 'the host does not know of the other one').to.equal('block');
    for (const name of ['identity-disagrees', 'deceased', 'failed-everything'] as const) {
      const loud = await draw(document.body, states[name], { hideBanner: true });
      expect(getComputedStyle(loud.renderRoot.querySelector('.banner') ?? loud).display, name).not.to.equal(
        'none',
      );
    }
  });

  it('never makes a link of what is not a telephone number', async () => {
    const { view } = states.typical;
    const { people } = view.sections;
    if (people.state !== 'known' || people.content.kind !== 'recorded') throw new Error('fixture');
    const [contact] = people.content.value.contacts;
    if (contact === undefined) throw new Error('fixture');
    const value = {
      ...people.content.value,
      contacts: [{ ...contact, phones: ['javascript:alert(1)', '01632 960345'] }],
    };
    const sections = {
      ...view.sections,
      people: { ...people, content: { kind: 'recorded', value } as const },
    };
    const summary = await draw(document.body, { view: { ...view, sections } });
    const links = [...summary.renderRoot.querySelectorAll('[data-section=people] a')];
    expect(links.every((link) => /^tel:\+?\d+$/.test(link.getAttribute('href') ?? ''))).to.equal(true);
    expect(links.length).to.equal(2);
  });

  it('says of a section that is missing from the data that it could not be loaded', async () => {
    const { plan: _plan, ...sections } = states.typical.view.sections;
    const view = JSON.parse(JSON.stringify({ ...states.typical.view, sections })) as ResidentView;
    const summary = await draw(document.body, { view });
    expect(textOf(summary, '[data-section=plan]')).to.contain('could not be loaded');
    expect(textOf(summary, '[data-section=problems]')).to.contain('Alzheimer’s dementia');
  });

  it('names the view’s own source once, in the footer, and another source on its line', async () => {
    const { view } = states.typical;
    const text = JSON.stringify(view).replaceAll('"label":"GP record"', `"label":"${view.sourceLabel}"`);
    const summary = await draw(document.body, { view: JSON.parse(text) as ResidentView });
    expect(textOf(summary, '[data-section=problems]')).not.to.contain(view.sourceLabel);
    expect(textOf(summary, '[part=footer]')).to.contain(view.sourceLabel);
    expect(textOf(summary, '[data-section=limits]')).to.contain('Rowan Court');
  });

  it('does not repeat below a NEWS2 the observations that it was made of', async () => {
    const { view } = states.typical;
    const { news2 } = view.sections;
    if (news2.state !== 'known' || news2.content.kind !== 'recorded') throw new Error('fixture');
    const [latest] = news2.content.value.scores;
    if (latest === undefined) throw new Error('fixture');
    const { id, on, source, by, cautions } = latest;
    const one = (name: string, words: string, at: string | null, part?: string) => ({
      id,
      on: at,
      source,
      by,
      cautions,
      name,
      text: words,
      ...(part === undefined ? {} : { part }),
    });
    const observations = [
      one('Pulse', '92 beats per minute', on, 'pulse'),
      one('Blood pressure', '124 over 71 mmHg', on),
      one('Temperature', '38.2 °C', '2026-11-20T08:00:00Z'),
    ];
    const value = { ...news2.content.value, observations };
    const sections = { ...view.sections, news2: { ...news2, content: { kind: 'recorded', value } as const } };
    const words = textOf(await draw(document.body, { view: { ...view, sections } }), '[data-section=news2]');
    expect(words).not.to.contain('92 beats');
    expect(words, 'the score holds the systolic alone').to.contain('124 over 71');
    expect(words, 'another time').to.contain('38.2 °C');
  });

  it('counts a night’s hours to the day on which the night began', async () => {
    const hours = [{ days: 'working-days', from: '22:00', to: '06:00' }] as const;
    const place = {
      ...PLACE,
      contacts: [{ id: 'night', name: 'Night service', phone: '01632 960777', hours }],
    };
    const summary = await draw(document.body, { ...states['records-disagree'], place });
    const provider = summary.closest('ehch-provider');
    if (provider === null) throw new Error('no provider');
    const open: Record<string, boolean> = {};
    // Saturday, Saturday, Monday: the night that began on Friday is open, the one that began on Sunday is not.
    for (const now of ['2026-11-21T02:00:00Z', '2026-11-21T23:00:00Z', '2026-11-23T02:00:00Z']) {
      provider.clock = () => now;
      await provider.updateComplete;
      await summary.updateComplete;
      open[now] = textOf(summary, '[data-section=limits]').includes('Night service');
    }
    expect(open).to.deep.equal({
      '2026-11-21T02:00:00Z': true,
      '2026-11-21T23:00:00Z': false,
      '2026-11-23T02:00:00Z': false,
    });
  });

  it('says a return from hospital while it is news, and when nobody knows how long ago it was', async () => {
    const { view } = states.typical;
    const { identity } = view.sections;
    if (identity.state !== 'known' || identity.content.kind !== 'recorded') throw new Error('fixture');
    const { stay } = identity.content.value;
    if (stay === null) throw new Error('fixture');
    const shown: Record<string, boolean> = {};
    for (const on of ['2026-11-02', '2025-11-02', '2026']) {
      const returned = { on, from: 'Hollin General' };
      const value = { ...identity.content.value, stay: { ...stay, returned } };
      const sections = {
        ...view.sections,
        identity: { ...identity, content: { kind: 'recorded', value } as const },
      };
      const summary = await draw(document.body, { view: { ...view, sections } });
      shown[on] = textOf(summary, '.stay').includes('back from Hollin General');
    }
    expect(shown).to.deep.equal({ '2026-11-02': true, '2025-11-02': false, '2026': true });
  });

  it('says that a stay is over, also where the record does not say when', async () => {
    const { view } = states.typical;
    const { identity } = view.sections;
    if (identity.state !== 'known' || identity.content.kind !== 'recorded') throw new Error('fixture');
    const { stay } = identity.content.value;
    if (stay === null) throw new Error('fixture');
    const value = { ...identity.content.value, stay: { ...stay, isOver: true } as const };
    const content = { kind: 'recorded', value } as const;
    const sections = { ...view.sections, identity: { ...identity, content } };
    const summary = await draw(document.body, { view: { ...view, sections } });
    expect(textOf(summary, '.stay')).to.contain('ended, day not recorded');
  });

  it('lets one broken section fail alone', async () => {
    const { view } = states.typical;
    const broken = { ...view, sections: { ...view.sections, medicines: JSON.parse('{"state":"known"}') } };
    const summary = await draw(document.body, { view: broken });
    expect(textOf(summary, '[data-section=medicines]')).to.contain('could not be loaded');
    expect(textOf(summary, '[data-section=problems]')).to.contain('Alzheimer’s dementia');
  });
});
