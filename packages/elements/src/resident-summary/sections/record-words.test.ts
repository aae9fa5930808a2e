import { expect } from '@open-wc/testing';
import type { Allergy, CareEvent, Content, Problem, ResidentSections } from '@ehch/clinical';
import { draw, textOf } from '../../../test/draw-summary.ts';
import { SECTIONS, known, rec, viewOf } from '../typical-resident.fixtures.ts';

const allergy = (part: Partial<Allergy>): Allergy => ({
  ...rec('2020-05-05'),
  substance: 'penicillin',
  kind: 'unknown',
  category: [],
  criticality: null,
  reactions: [],
  status: 'active',
  lastReaction: null,
  ...part,
});
const problem = (part: Partial<Problem>): Problem => ({
  ...rec('2011-01-01'),
  text: 'pressure ulcer',
  status: 'active',
  severity: null,
  ended: null,
  ...part,
});

async function told<N extends 'allergies' | 'problems' | 'events'>(
  name: N,
  content: Content<ResidentSections[N]>,
): Promise<string> {
  const summary = await draw(document.body, { view: viewOf(SECTIONS, { [name]: known(content) }) });
  return textOf(summary, `[data-section=${name}]`);
}

const ofAllergy = (part: Partial<Allergy>) => told('allergies', { kind: 'recorded', value: [allergy(part)] });
const ofProblem = (part: Partial<Problem>) => told('problems', { kind: 'recorded', value: [problem(part)] });

describe('what the summary says of each field', () => {
  for (const [name, part, words] of [
    ['an intolerance', { kind: 'intolerance' }, 'penicillin (intolerance)'],
    ['its kind and category', { kind: 'allergy', category: ['medication'] }, '; medication allergy'],
    ['a low risk', { criticality: 'low' }, '; low risk of a serious reaction'],
    [
      'a risk that nobody could judge',
      { criticality: 'unable-to-assess' },
      '; the risk could not be assessed',
    ],
    ['how sure it is', { verification: 'unconfirmed' }, '; unconfirmed'],
    ['its status', { status: 'resolved' }, '; recorded as resolved'],
    [
      'its end',
      { ended: '2020-07-20', endedWhy: 'tolerated' },
      '; ended 20-Jul-2020; ended because: tolerated',
    ],
    ['when it began, in words', { onset: 'at 52 years' }, '; began at 52 years'],
    [
      'both of its days',
      { dated: 'began', recorded: '2021-02-03' },
      '; recorded 03-Feb-2021 GP record since 05-May-2020',
    ],
  ] as const)
    it(`of an allergy: ${name}`, async () => {
      expect(await ofAllergy(part)).to.contain(words);
    });

  it('of a reaction: severity, route, day and notes', async () => {
    const reactions = [
      {
        text: 'wheeze',
        severity: 'severe',
        on: '2019-05-01',
        route: 'by mouth',
        notes: [{ text: 'needed adrenaline', on: null, by: null }],
      },
    ] as const;
    expect(await ofAllergy({ reactions })).to.contain(
      'penicillin: wheeze (severe, by mouth, 01-May-2019, “needed adrenaline”)',
    );
  });

  for (const [name, part, words] of [
    [
      'its parts',
      { site: 'left heel', stage: 'category 3', weight: 'major' },
      'left heel · category 3 · major',
    ],
    ['how sure it is', { verification: 'provisional' }, 'pressure ulcer · provisional'],
    ['evidence', { evidence: 'slough' }, 'told by slough'],
    ['an end in the past', { status: 'inactive', ended: '2020-03-01' }, 'inactive · ended 01-Mar-2020'],
    ['an end to come', { ended: '2027-03-01' }, 'to end 01-Mar-2027'],
    ['an end in words', { endedWords: 'in childhood' }, 'ended in childhood'],
    ['when it was only written down', { dated: 'recorded' }, 'recorded 01-Jan-2011'],
  ] as const)
    it(`of a problem: ${name}`, async () => {
      expect(await ofProblem(part)).to.contain(words);
    });

  it('of "none" beside what is listed: in its own words', async () => {
    const nones = [{ ...rec('2026-10-02'), text: 'No known food allergy', scope: 'food' }] as const;
    expect(await told('allergies', { kind: 'recorded', value: [allergy({})], nones })).to.contain(
      'No known food allergy',
    );
  });

  it('of a side that says none: how far it reaches, and never that no allergies are known', async () => {
    const none = { ...rec('2026-10-02'), text: 'No known drug allergy', scope: 'drug' } as const;
    const words = await told('allergies', {
      kind: 'disagree',
      sides: [
        { ...rec('2020-05-05'), value: [allergy({})] },
        { ...rec('2026-10-02'), value: [], none },
      ],
      common: null,
    });
    expect(words).to.contain('No known drug allergy');
    expect(words).not.to.contain('no allergies are known');
  });

  it('of "unknown": in its own words, under nothing recorded', async () => {
    const statements = [{ ...rec('2026-10-02'), text: 'Allergies: not asked' }];
    const words = await told('allergies', { kind: 'not-recorded', statements });
    expect(words).to.contain('Allergies: not asked');
    expect(words).to.contain('Allergies not recorded');
  });

  it('of a form: its answers, closed until they are asked for', async () => {
    const form: CareEvent = {
      ...rec('2026-11-01'),
      kind: 'assessment',
      text: 'Falls risk',
      until: null,
      notDone: null,
      answers: [
        { question: 'Falls', answer: null, heading: true },
        { question: 'Fallen this year?', answer: 'No' },
        { question: 'Glasses?', answer: null },
      ],
    };
    expect(await told('events', { kind: 'recorded', value: [form] })).to.contain(
      '1 answer Falls Fallen this year?: No Glasses?: not answered',
    );
  });
});
