import type { KeptDraft } from '@ehch/clinical';
import type { Draft } from '@ehch/clinical/form';
import { expect } from '@open-wc/testing';
import { controlIn } from '../../test/controls.ts';
import { drawScorer, settled } from '../../test/draw-scorer.ts';
import { shownText } from '../../test/draw-summary.ts';
import { openScorer, port, press, sign, textIn } from '../../test/scorer-with-port.ts';
import type { FrailtyScorer } from './frailty-scorer.ts';
import { PLACE } from '../resident-summary/resident-summary.fixtures.ts';
import { actionsOf, draftOf, formNamed, states } from './frailty-scorer.fixtures.ts';

function field(scorer: FrailtyScorer): HTMLInputElement {
  const found = scorer.renderRoot.querySelector<HTMLInputElement>('input[type=search]');
  if (found === null) throw new Error('There is no search.');
  return found;
}

async function type(scorer: FrailtyScorer, words: string): Promise<void> {
  const search = field(scorer);
  search.value = words;
  search.dispatchEvent(new Event('input', { bubbles: true, composed: true }));
  await settled(scorer);
}

async function enter(scorer: FrailtyScorer, part: KeyboardEventInit = {}): Promise<void> {
  field(scorer).dispatchEvent(
    new KeyboardEvent('keydown', { key: 'Enter', bubbles: true, composed: true, ...part }),
  );
  await settled(scorer);
}

const choices = (scorer: FrailtyScorer, within = '.chooser') =>
  [...scorer.renderRoot.querySelectorAll(`${within} .choice`)].map((one) => one.textContent.trim());

/** The second answer is somebody else's. */
function bothNurses(draft: Draft): Draft {
  const by = { name: 'Sam Okoro', role: 'care assistant' };
  const [first, ...others] = Object.entries(draft.answers);
  const answers = others.map(([key, answer]) => [key, { ...answer, by }] as const);
  return { ...draft, answers: Object.fromEntries([...(first ? [first] : []), ...answers]) };
}

const titleOf = (kind: Element) => kind.querySelector('summary')?.textContent.replace(/ \(\d+\)$/, '');

const firstGroup = '[aria-labelledby=used-most]';

describe('the chooser', () => {
  it('begins with the five forms that this role uses most, then has all of them behind closed lines', async () => {
    const scorer = await drawScorer(document.body, states.chooser);
    expect(textIn(scorer, firstGroup)).to.contain('Used most');
    expect(choices(scorer, firstGroup).length).to.equal(5);
    Object.assign(scorer, { author: { name: 'Sam Okoro', role: 'care assistant' } });
    await settled(scorer);
    expect(choices(scorer, firstGroup)[1]).to.equal('NEWS2');
    expect(choices(scorer).length).to.be.greaterThan(35);
    const kinds = [...scorer.renderRoot.querySelectorAll<HTMLDetailsElement>('.chooser details')];
    expect(kinds.map(({ open }) => open)).to.deep.equal([false, false, false]);
    expect(kinds.map((one) => one.querySelector('summary')?.textContent)).to.deep.equal(
      kinds.map((one) => `${titleOf(one)} (${one.querySelectorAll('.choice').length})`),
    );
    kinds[1]?.querySelector('summary')?.click();
    // What is open stays so while the form is drawn anew.
    scorer.requestUpdate();
    await settled(scorer);
    expect(kinds.map(({ open }) => open)).to.deep.equal([false, true, false]);
    kinds[1]?.querySelector<HTMLElement>('.choice')?.click();
    await settled(scorer);
    expect(scorer.renderRoot.querySelectorAll('.form').length).to.be.at.least(1);
  });

  it('offers what the place has chosen, in its order, and says what the kit has beside it', async () => {
    const scorer = await drawScorer(document.body, states['chooser-of-place']);
    expect(choices(scorer)).to.deep.equal(['cfs', 'news2', 'cga'].map((id) => formNamed(id).title));
    const rest = scorer.renderRoot.querySelector('.chooser details');
    expect(rest?.querySelector('summary')?.textContent).to.match(/^Not offered here \(3\d\)$/);
    expect(rest?.querySelectorAll('li').length).to.be.greaterThan(30);
    expect(rest?.textContent).to.contain('this place has not chosen them');
    expect(rest?.querySelectorAll('button').length).to.equal(0);
    expect(textIn(scorer, '.chooser [role=status]')).to.match(/^3 forms, and 3\d not offered here$/);
  });

  it('finds what the place does not offer, says so, and opens it neither by a press nor by Enter', async () => {
    const scorer = await drawScorer(document.body, states['chooser-of-place']);
    await type(scorer, 'waterlow');
    expect(textIn(scorer, '.chooser')).to.contain(
      'Waterlow total · not offered here: this place has not chosen it',
    );
    expect(textIn(scorer, '.chooser')).not.to.contain('Enter opens');
    await enter(scorer);
    expect(scorer.renderRoot.querySelectorAll('.form').length).to.equal(0);
  });

  it('offers no form where the place has chosen none, and says so', async () => {
    const scorer = await drawScorer(document.body, { ...states.chooser, place: { ...PLACE, templates: [] } });
    expect(choices(scorer)).to.deep.equal([]);
    expect(textIn(scorer, '.chooser')).to.contain('This place offers no form.');
  });

  it('goes on with what was begun of a form that the place does not offer', async () => {
    const { actions } = port({
      listDrafts: () => Promise.resolve([{ draft: draftOf(formNamed('news2'), { 'news2/rr': 22 }) }]),
    });
    const { scorer } = await openScorer('', actions);
    const provider = scorer.closest('ehch-provider');
    if (!provider) throw new Error('There is no provider.');
    provider.place = { ...PLACE, templates: ['cfs'] };
    await settled(scorer);
    await press(scorer, '.unfinished .choice');
    expect(textIn(scorer, '.form')).to.contain('Breaths');
  });

  it('finds a form by what people type, and Enter opens the one that is meant', async () => {
    const scorer = await drawScorer(document.body, states.chooser);
    await type(scorer, 'waterlow');
    expect(choices(scorer)).to.deep.equal(['Waterlow total']);
    expect(textIn(scorer, '.chooser [role=status]')).to.equal('1 form. Enter opens Waterlow total');
    await enter(scorer, { isComposing: true });
    expect(scorer.renderRoot.querySelectorAll('.form').length).to.equal(0);
    await enter(scorer);
    expect(textIn(scorer, '.form')).to.contain('Waterlow');
  });

  it('opens nothing by Enter while several may be meant, or none', async () => {
    const scorer = await drawScorer(document.body, states.chooser);
    for (const words of ['barthel', 'nothing like it', '']) {
      await type(scorer, words);
      await enter(scorer);
      expect(scorer.renderRoot.querySelectorAll('.form').length, words).to.equal(0);
    }
  });

  it('opens by Enter no form that is not offered now', async () => {
    const scorer = await drawScorer(document.body, states['last-days-chooser']);
    await type(scorer, 'news2');
    await enter(scorer);
    expect(textIn(scorer, '.chooser')).to.contain('not offered: a plan for the last days');
    expect(textIn(scorer, '.chooser')).not.to.contain('Enter opens');
  });

  it('opens a form at its heading with the focus there, and leads back to the search', async () => {
    const { scorer } = await openScorer('', port().actions);
    for (const form of ['news2', 'cga']) {
      await press(scorer, { kind: 'choose-form', form });
      const at = scorer.shadowRoot?.activeElement;
      expect(at?.getAttribute('role'), form).to.equal('heading');
      expect(scorer.renderRoot.querySelector('.form, .title')?.contains(at ?? null)).to.equal(true);
      await press(scorer, { kind: 'choose-form', form: null });
      expect(scorer.shadowRoot?.activeElement === field(scorer)).to.equal(true);
    }
  });
});

/** A port that lists the drafts when the test says so. */
async function openWithLateList() {
  const { promise, resolve: answer } = Promise.withResolvers<readonly KeptDraft[]>();
  const { scorer } = await openScorer('', port({ listDrafts: () => promise }).actions);
  return { scorer, answer };
}

describe('what is unfinished', () => {
  const kept = (assessment: string) =>
    draftOf(formNamed(assessment), { [assessment === 'news2' ? 'news2/rr' : '4at/amt4']: 22 });

  it('stands on top with how far it is, when and by whom, and a press opens it', async () => {
    const draft = bothNurses(draftOf(formNamed('news2'), { 'news2/rr': 22, 'news2/spo2': 93 }));
    const actions = port({
      listDrafts: () => Promise.resolve([{ draft }]),
      loadDraft: () => Promise.resolve({ draft }),
    });
    const { scorer } = await openScorer('', actions.actions);
    expect(textIn(scorer, '.unfinished')).to.match(
      /^Unfinished NEWS2, 2 of 8, \d\d:\d\d, by Grace Mensah, registered nurse · Sam Okoro, care assistant$/,
    );
    await press(scorer, '.unfinished .choice');
    expect(scorer.renderRoot.querySelector<HTMLInputElement>('[data-key="news2/rr"] input')?.value).to.equal(
      '22',
    );
  });

  it('is found again after a form that was left, and not any more once it is signed', async () => {
    const { scorer } = await openScorer('', actionsOf('memory'));
    await press(scorer, { kind: 'choose-form', form: '4at' });
    await press(scorer, '[data-key="4at/amt4"] input');
    await press(scorer, { kind: 'choose-form', form: null });
    expect(textIn(scorer, '.unfinished')).to.contain('4AT, 1 of 5');
    await press(scorer, '.unfinished .choice');
    await sign(scorer);
    await press(scorer, { kind: 'choose-form', form: null });
    expect(scorer.renderRoot.querySelectorAll('.unfinished').length).to.equal(0);
  });

  it('is nobody else’s, however late it comes', async () => {
    const answers: ((kept: readonly KeptDraft[]) => void)[] = [];
    const { actions } = port({ listDrafts: () => new Promise((resolve) => answers.push(resolve)) });
    const { scorer } = await openScorer('', actions);
    const view = { ...states.chooser.view, resident: 'resident-9' };
    Object.assign(scorer, { resident: 'resident-9', view });
    await settled(scorer);
    answers[0]?.([{ draft: kept('news2') }]);
    answers[1]?.([{ draft: kept('4at') }]);
    await settled(scorer);
    expect(answers.length).to.equal(2);
    expect(scorer.renderRoot.querySelectorAll('.unfinished').length).to.equal(0);
  });

  it('is looked for in words, and none are said to be there once the port says it', async () => {
    const { scorer, answer } = await openWithLateList();
    expect(textIn(scorer, '.looking')).to.equal('Looking for unfinished forms …');
    answer([]);
    await settled(scorer);
    expect(textIn(scorer, '.looking')).to.equal('No unfinished forms');
  });

  it('that comes late moves no other form under a finger that presses it', async () => {
    const { scorer, answer } = await openWithLateList();
    const form = () => scorer.renderRoot.querySelector('[aria-labelledby=used-most] .choice');
    const hit = () => {
      const { x = 0, y = 0, height = 0 } = form()?.getBoundingClientRect() ?? {};
      const { shadowRoot } = scorer;
      return shadowRoot?.elementFromPoint(x + 8, y + height / 2)?.closest('.choice') ?? null;
    };
    form()?.scrollIntoView({ block: 'center' });
    expect(hit()).to.equal(form());
    answer([{ draft: kept('news2') }]);
    await settled(scorer);
    form()?.scrollIntoView({ block: 'center' });
    expect(hit()).to.equal(null);
    const moving = scorer.shadowRoot?.getAnimations() ?? [];
    expect(moving.length).to.be.greaterThan(0);
    for (const one of moving) one.finish();
    expect(hit()).to.equal(form());
  });

  it('is not said to be none when the port does not say it', async () => {
    let fails = true;
    const { actions } = port({
      listDrafts: () =>
        fails ? Promise.reject(new Error('lost')) : Promise.resolve([{ draft: kept('news2') }]),
    });
    const { scorer } = await openScorer('', actions);
    expect(textIn(scorer, '.chooser')).to.contain(
      'Whether a form was begun is not known: no reason was given.',
    );
    fails = false;
    await press(scorer, '[data-press=list-drafts-again]');
    expect(textIn(scorer, '.unfinished')).to.contain('NEWS2, 1 of 8');
  });

  it('that cannot be read says so, and leaves the list of forms', async () => {
    const draft = { ...kept('news2'), answers: { 'news2/rr': 7 } } as unknown as Draft;
    const { scorer } = await openScorer('', port({ listDrafts: () => Promise.resolve([{ draft }]) }).actions);
    expect(textIn(scorer, '.chooser')).to.match(/NEWS2, what was kept cannot be read/);
    expect(choices(scorer).length).to.be.greaterThan(35);
  });
});

describe('what was just signed', () => {
  it('stands on top of the list of forms, and leads back to its undo', async () => {
    const scorer = await drawScorer(document.body, { ...states['not-sent'], assessment: '', press: [] });
    controlIn(scorer.renderRoot, { kind: 'choose-form', form: 'news2' }).click();
    await settled(scorer);
    scorer.renderRoot.querySelector<HTMLElement>('[data-press=finish]')?.click();
    await settled(scorer);
    controlIn(scorer.renderRoot, { kind: 'choose-form', form: null }).click();
    await settled(scorer);
    expect(shownText(scorer.renderRoot)).to.contain('Just signed NEWS2, 14:20. Open it to undo signing');
    controlIn(scorer.renderRoot, { kind: 'choose-form', form: 'news2' }).click();
    await settled(scorer);
    expect(scorer.renderRoot.querySelectorAll('[data-press=withdraw]').length).to.be.at.least(1);
  });
});
