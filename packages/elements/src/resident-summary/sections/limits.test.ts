import { expect } from '@open-wc/testing';
import { draw, textOf } from '../../../test/draw-summary.ts';
import { PLACE, states } from '../resident-summary.fixtures.ts';
import type { AgreedLimits, PlaceConfiguration, ResidentView } from '@ehch/clinical';

/** The typical resident with these limits in place of hers. */
function withLimits(part: Partial<AgreedLimits>): ResidentView {
  const { view } = states.typical;
  const { limits } = view.sections;
  if (limits.state !== 'known' || limits.content.kind !== 'recorded') throw new Error('fixture');
  const content = { kind: 'recorded', value: { ...limits.content.value, ...part } } as const;
  return { ...view, sections: { ...view.sections, limits: { ...limits, content } } };
}

/** The place, whose hospice line answers at these hours. The summary is read on a Saturday at 14:20. */
function withHospiceLine(from: string, to: string): PlaceConfiguration {
  const line = { id: 'hospice', name: 'Hollin hospice line', phone: '01632 960077', forLastDays: true };
  const hours = [{ days: 'every-day', from, to }] as const;
  return { ...PLACE, contacts: [...PLACE.contacts, { ...line, hours }] };
}

describe('agreed limits', () => {
  it('tell what is about CPR and no decision in words of its own, beside "no decision recorded here"', async () => {
    const decision = {
      id: 'a',
      on: '2026-11-01',
      source: { label: 'GP record' },
      by: null,
      cautions: [],
      kind: 'about-cpr',
      text: 'Not for CPR, from 01-May-2027: not in force today',
    } as const;
    const view = withLimits({ cpr: [], decisions: [decision] });
    const text = textOf(await draw(document.body, { view }, { compact: true }), '[data-section=limits]');
    expect(text).to.include('CPR: no decision recorded here');
    expect(text).to.include('About CPR: Not for CPR, from 01-May-2027: not in force today');
  });

  it('send whoever reads that a place is not recorded to the form that names one, also where records disagree', async () => {
    const { view } = states['records-disagree'];
    const { limits } = view.sections;
    if (limits.state !== 'known' || limits.content.kind !== 'disagree') throw new Error('fixture');
    const told = async (documents: AgreedLimits['documents']) => {
      const common = { wishes: [], cpr: [], decisions: [], decisionMakers: [], lastDays: null, documents };
      const content = { ...limits.content, common };
      const sections = { ...view.sections, limits: { ...limits, content } };
      return textOf(await draw(document.body, { view: { ...view, sections } }), '[data-section=limits]');
    };
    const form = {
      id: 'form',
      on: '2026-08-30',
      source: { label: 'GP record' },
      by: null,
      cautions: [],
      title: 'ReSPECT form',
      status: 'current',
      originalAt: 'red folder',
      reviewBy: null,
    } as const;
    const not = 'Where the signed original is kept is not recorded';
    expect(await told([form])).to.contain(`${not}; see the form below`);
    for (const other of [[], [{ ...form, originalAt: null }], [{ ...form, status: 'superseded' as const }]])
      expect(await told(other)).not.to.contain('see the form below');
  });

  it('tell a decision and its form as one only where neither says anything against the other, or beside it', async () => {
    const fact = {
      on: '2026-08-30',
      source: { label: 'GP record' },
      by: { name: 'Dr Marsh', role: 'GP' },
      cautions: [],
      originalAt: 'red folder',
      reviewBy: '2027-08-30',
    } as const;
    const decision = { ...fact, id: 'cpr', decision: 'do-not-attempt' } as const;
    const form = { ...fact, id: 'form', title: 'ReSPECT form', status: 'current' } as const;
    const rowsOf = async (change: object, decided: object = {}) => {
      const view = withLimits({
        cpr: [{ ...decision, ...decided }],
        documents: [{ ...form, ...change }],
      });
      const text = textOf(await draw(document.body, { view }), '[data-section=limits]');
      return text.match(/ReSPECT form[:,] ?red folder/) === null ? 'apart' : 'as one';
    };
    expect(await rowsOf({})).to.equal('as one');
    expect(await rowsOf({}, { originalAt: null, reviewBy: null })).to.equal('as one');
    expect(await rowsOf({ reviewBy: null })).to.equal('as one');
    for (const change of [
      { originalAt: 'blue folder' },
      { originalAt: null },
      { reviewBy: '2026-12-01' },
      { status: 'superseded' },
      { on: '2026-08-29' },
      { source: { label: 'Hospital' } },
      { by: null },
      { cautions: ['future-dated'] },
      { notes: [{ text: 'Ask her wife', by: null, on: null }] },
    ])
      expect(await rowsOf(change), JSON.stringify(change)).to.equal('apart');
    expect(await rowsOf({ on: null }, { on: null }), 'a day that nobody wrote is not the same day').to.equal(
      'apart',
    );
  });

  it('say whom to ring in the last days, with the number: the line for it, or whoever is open', async () => {
    const { view } = states['last-days'];
    const places: readonly (readonly [PlaceConfiguration, string])[] = [
      [withHospiceLine('00:00', '24:00'), 'Hollin hospice line 01632 960077.'],
      [
        withHospiceLine('09:00', '12:00'),
        'Hollin hospice line 01632 960077, closed now; until it opens Hollin Vale urgent community response 01632 960120.',
      ],
      [PLACE, 'Hollin Vale urgent community response 01632 960120.'],
      [{ ...PLACE, contacts: [] }, 'the GP practice, or NHS 111 when it is closed.'],
    ];
    for (const [place, words] of places) {
      const summary = await draw(document.body, { view, place }, { compact: true });
      expect(textOf(summary, '[data-section=limits]')).to.contain(`Whom to ring in the last days: ${words}`);
    }
    const typical = await draw(document.body, { view: states.typical.view, place: PLACE });
    expect(textOf(typical, '[data-section=limits]')).not.to.contain('Whom to ring');
  });

  it('never name the line for the last days to whoever asks about somebody else, at night neither', async () => {
    const { view } = states['records-disagree'];
    const place = withHospiceLine('00:00', '24:00');
    const words = async (part: object) =>
      textOf(await draw(document.body, { view, place: { ...place, ...part } }), '[data-section=limits]');
    expect(await words({})).to.contain('ring Hollin Vale urgent community response');
    expect(await words({})).not.to.contain('Hollin hospice line');
    const onlyThatLine = { contacts: place.contacts.filter(({ forLastDays = false }) => forLastDays) };
    expect(await words(onlyThatLine)).to.contain('ring the GP practice, or NHS 111 when it is closed.');
  });

  it('let no plan for the last days silence the scores before its day', async () => {
    const { limits } = states['last-days'].view.sections;
    if (limits.state !== 'known' || limits.content.kind !== 'recorded') throw new Error('fixture');
    const { lastDays } = limits.content.value;
    if (lastDays === null) throw new Error('fixture');
    const ahead = { ...lastDays, on: '2026-12-24', cautions: ['future-dated'] } as const;
    const summary = await draw(document.body, { view: withLimits({ lastDays: ahead }) });
    expect(textOf(summary, '[data-section=limits]')).to.contain('Dated in the future Last days of life:');
    expect(textOf(summary, '[data-section=limits]')).not.to.contain('Whom to ring');
    expect(textOf(summary, '[data-section=news2]')).not.to.contain('Not shown');
  });
});
