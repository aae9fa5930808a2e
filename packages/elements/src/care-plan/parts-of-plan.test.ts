import type { ResidentView } from '@ehch/clinical';
import type { PlanLine } from '@ehch/clinical/care-plan';
import { expect } from '@open-wc/testing';
import { knownAs, line, said } from '../../../clinical/src/care-plan/care-plan.fixtures.ts';
import { drawCarePlan, takeStep } from '../../test/draw-care-plan.ts';
import { shownText } from '../../test/shown-text.ts';
import { recorded } from '../resident-summary/typical-resident.fixtures.ts';
import { full } from './care-plan.fixtures.ts';
import type { CarePlanCard } from './index.ts';

const SENT = { state: 'sent', at: '2026-11-21T14:20:00Z' } as const;

function withPlan(...lines: readonly PlanLine[]): ResidentView {
  return {
    ...full,
    sections: { ...full.sections, plan: recorded({ plans: [], goals: [], clock: null, lines }) },
  };
}

const drawn = (...lines: readonly PlanLine[]) => drawCarePlan(document.body, { view: withPlan(...lines) });

/** The headings of the card below the name, from above. */
function headingsOf(card: CarePlanCard): readonly string[] {
  return [...card.renderRoot.querySelectorAll('.sections .section')].map((one) =>
    shownText(one.querySelector('.heading') ?? one),
  );
}

const DOLS = line('dols', { state: 'authorised', from: '2026-01-05', until: '2027-01-05', by: null });
const CAPACITY = line('capacity', {
  decision: 'Where to live',
  finding: 'has',
  assessedBy: 'Dr P. Adeyemi',
  assessedOn: '2026-06-02',
});

describe('a part of the plan', () => {
  const HEADED = {
    capacity: [CAPACITY, 'Capacity, decision by decision'],
    safeguards: [DOLS, 'Capacity, decision by decision'],
    action: [line('action', { what: 'Weigh', owner: null, due: null, state: 'to-do' }), 'Who does what'],
    medicines: [
      line('anticipatory', {
        state: 'in-the-home',
        what: 'morphine',
        where: null,
        expires: null,
        mayGive: null,
        checkedOn: null,
      }),
      'Medicines for the last days',
    ],
    decision: [
      line('decide', { situation: 'Where to sleep', ask: null, by: null }),
      'What we will decide together',
    ],
  } as const;

  for (const [name, [one, title]] of Object.entries(HEADED))
    it(`has its heading as soon as one line of it is recorded: ${name}`, async () => {
      const headings = headingsOf(await drawn(one));
      const others = Object.values(HEADED).map(([, other]) => other);
      expect(headings.filter((each) => others.some((other) => each === other))).to.deep.equal([title]);
    });

  it('without a line stands under no heading, as if there were something to read', async () => {
    const headings = headingsOf(await drawn(line('self', { about: 'faith', text: 'Quaker' })));
    for (const [, title] of Object.values(HEADED)) expect(headings).not.to.contain(title);
  });

  it('puts the line that is late first and what is done last', async () => {
    const action = (what: string, due: string | null, state: 'to-do' | 'done' = 'to-do') =>
      line('action', { what, owner: null, due, state });
    const card = await drawn(
      action('done', '2026-01-01', 'done'),
      action('to come', '2026-12-01'),
      action('today', '2026-11-21'),
      action('late', '2026-11-20'),
      action('any day', null),
    );
    const said = shownText(card.renderRoot);
    const order = ['late', 'to come', 'today', 'any day', 'done'].map((what) => said.indexOf(`${what} ·`));
    expect(order).to.deep.equal([...order].sort((a, b) => a - b));
    expect(order.every((at) => at >= 0)).to.equal(true);
  });

  it('says only what somebody has looked at, and no more than was asked of a finding', async () => {
    const of = async (assessedBy: string | null, assessedOn: string | null, finding = 'lacks' as const) =>
      shownText(
        (await drawn(line('capacity', { decision: 'Going to hospital', finding, assessedBy, assessedOn })))
          .renderRoot,
      );
    expect(await of(null, null)).to.contain('who assessed it, and when, is not recorded');
    for (const [by, on] of [
      ['Dr P. Adeyemi', null],
      [null, '2026-06-02'],
    ] as const)
      expect(await of(by, on)).not.to.contain('who assessed it, and when, is not recorded');
    expect(await of('Dr P. Adeyemi', null)).to.match(/assessed by Dr P\. Adeyemi, date not recorded/);
    expect(await of(null, '2026-06-02')).to.match(/assessed 02-Jun-2026/);
  });

  it('tells the end of safeguards as passed from the day after it, and as unknown only of what is authorised', async () => {
    const dols = async (state: 'authorised' | 'applied-for', until: string | null) =>
      shownText((await drawn(line('dols', { state, from: null, until, by: null }))).renderRoot);
    expect(await dols('authorised', '2026-11-21')).not.to.contain('▲ ended');
    expect(await dols('authorised', '2026-11-20')).to.contain('▲ ended 20-Nov-2026');
    expect(await dols('authorised', null)).to.contain('the day on which it ends is not recorded');
    expect(await dols('applied-for', null)).not.to.contain('the day on which it ends is not recorded');
  });
});

describe('a line of which something is not recorded', () => {
  it('says so in the place of the words, and is no empty line', async () => {
    const nothing = {
      situation: null,
      place: null,
      words: null,
      ring: null,
      agreedWith: null,
      agreedOn: null,
    };
    const card = await drawn(
      line('unwell', { ...nothing }),
      line('capacity', { decision: null, finding: 'has', assessedBy: null, assessedOn: null }),
      line('action', { what: null, owner: null, due: null, state: 'to-do' }),
      line('goal', { want: null, step: null, with: null, saidBy: null, due: null }),
      line('decide', { situation: null, ask: null, by: null }),
      line('told', { person: null, may: null, mustNot: null }),
    );
    const words = shownText(card.renderRoot);
    for (const said of [
      /Situation not recorded agreed with: not recorded/,
      /Decision not named: Has capacity/,
      /What is to be done is not recorded · no owner recorded · no day recorded/,
      /Not said Today: no step recorded With: nobody recorded who said it is not recorded/,
      /What it is about is not recorded · no choices recorded/,
      /Nobody named May be told: not recorded/,
    ])
      expect(words).to.match(said);
  });

  it('counts the choices of a decision, and shows one that nobody has named', async () => {
    const decision = line('decide', { situation: 'Where to sleep', ask: null, by: null });
    const choice = (name: string | null) => line('choice', { of: decision.id, choice: name, means: null });
    expect(shownText((await drawn(decision, choice('Stay'))).renderRoot)).to.contain(
      'Where to sleep · 1 choice',
    );
    const card = await drawn(decision, choice('Stay'), choice(null));
    expect(shownText(card.renderRoot)).to.contain('Where to sleep · 2 choices');
    await takeStep(card, { press: 'show-decision' });
    const page = shownText(card.renderRoot);
    expect(page).to.match(/Stay What this means for me Not recorded Not named What this means for me/);
    expect(page)
      .to.contain('Who can be asked: not recorded')
      .and.not.to.contain('No choices are recorded yet.');
    const bare = await drawn(decision);
    await takeStep(bare, { press: 'show-decision' });
    expect(shownText(bare.renderRoot)).to.contain('No choices are recorded yet.');
  });
});

describe('records that disagree about the plan', () => {
  it('say to ears, at each heading, of which record a part is', async () => {
    const side = (...lines: readonly PlanLine[]) => ({
      ...said('2026-11-20'),
      value: { plans: [], goals: [], clock: null, lines },
    });
    const plan = knownAs({ kind: 'disagree', common: null, sides: [side(CAPACITY), side(DOLS)] } as const);
    const view = { ...full, sections: { ...full.sections, plan } };
    const card = await drawCarePlan(document.body, { view });
    const headings = [...card.renderRoot.querySelectorAll('.side.whole .heading')].map(({ textContent }) =>
      textContent.trim(),
    );
    expect(headings.filter((one) => one.startsWith('Capacity'))).to.deep.equal([
      'Capacity, decision by decision, record 1',
      'Capacity, decision by decision, record 2',
    ]);
  });
});

describe('where the plan came from', () => {
  it('says the age of the oldest part that the card shows, whichever that is', async () => {
    for (const name of ['identity', 'limits', 'aboutMe', 'people', 'plan'] as const) {
      const section = { ...full.sections[name], asOf: '2026-11-19T07:05:00Z' };
      const view = { ...full, sections: { ...full.sections, [name]: section } };
      const card = await drawCarePlan(document.body, { view });
      expect(shownText(card.renderRoot.querySelector('.footer') ?? card), name).to.match(
        /read 19-Nov-2026 07:05 or later\./,
      );
    }
  });
});

describe('what is being changed where its line is not on screen any more', () => {
  it('stays, the form as well as what became of another, whichever of the two there is', async () => {
    const failed = { state: 'failed', error: { code: 'timeout' }, at: '2026-11-21T14:05:00Z' } as const;
    const lost = { ...full, sections: { ...full.sections, plan: failed } };
    const [goal, comfort] = [idOf('goal'), idOf('comfort')];
    const change = { press: 'change-plan' } as const;
    const open = (line: string) => ({ press: 'open-line', with: { line } }) as const;
    const saved = [open(goal), { type: 'step', text: 'Walk to the door' }, { press: 'save' }] as const;
    const typing = [open(comfort), { type: 'text', text: 'Sit with me.' }] as const;
    const after = async (steps: readonly Parameters<typeof takeStep>[1][]) => {
      const card = await drawCarePlan(document.body, { view: full, port: SENT, steps: [change, ...steps] });
      await takeStep(card, { arrives: lost });
      const found = card.renderRoot.querySelector('[data-section=strays]');
      return {
        text: found === null ? '' : shownText(found),
        forms: found?.querySelectorAll('.form').length ?? 0,
      };
    };
    expect(await after([])).to.deep.equal({ text: '', forms: 0 });
    expect((await after(typing)).forms).to.equal(1);
    expect((await after(saved)).text).to.match(/What you are changing .*Change: sent 14:20/);
    const both = await after([...saved, ...typing]);
    expect(both.text).to.match(/Change: sent 14:20/);
    expect(both.forms).to.equal(1);
  });

  function idOf(kind: PlanLine['kind']): string {
    const { plan } = full.sections;
    const lines = plan.state === 'known' && plan.content.kind === 'recorded' ? plan.content.value.lines : [];
    const found = lines?.find((one) => one.kind === kind);
    if (found === undefined) throw new Error(kind);
    return found.id;
  }
});

describe('the form of a line', () => {
  const labelsOf = async (kind: string) => {
    const steps = [{ press: 'change-plan' }, { press: 'add-line', with: { of: kind } }] as const;
    const card = await drawCarePlan(document.body, {
      view: withPlan(CAPACITY),
      port: SENT,
      mayDecide: true,
      steps,
    });
    return [...card.renderRoot.querySelectorAll('.form label.field')].map((one) => {
      const name = one.querySelector<HTMLElement>('[name]')?.getAttribute('name') ?? '';
      return `${name}${/, if known/.test(shownText(one)) ? '?' : ''}`;
    });
  };

  it('says of each field whether it may stay empty: never of who decided, and when', async () => {
    expect(await labelsOf('goal')).to.deep.equal(['want', 'step?', 'with?', 'saidBy', 'due?']);
    expect(await labelsOf('capacity')).to.deep.equal(['decision', 'finding', 'assessedBy', 'assessedOn']);
  });
});
