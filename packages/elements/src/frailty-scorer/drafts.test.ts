import type { KeptDraft } from '@ehch/clinical';
import type { Draft } from '@ehch/clinical/form';
import { expect } from '@open-wc/testing';
import { drawScorer, settled } from '../../test/draw-scorer.ts';
import { drawProvider } from '../../test/draw-summary.ts';
import { keptDraft, openScorer, port, press, radio, textIn } from '../../test/scorer-with-port.ts';
import { NOW, draftOf, formNamed, states } from './frailty-scorer.fixtures.ts';

const { view } = states['news2-empty'];

/** Of the right resident and form, and nothing else right. */
const BROKEN = '{"resident":"resident-1","form":{"id":"4at"},"answers":7}';

describe('a draft', () => {
  it('is handed to the port on every answer, and is there again when the form is opened again', async () => {
    const kept = new Map<string, Draft>();
    const { actions } = port({
      saveDraft: (draft) => {
        kept.set(draft.resident, draft);
        return Promise.resolve({ where: 'device', at: NOW });
      },
      loadDraft: (resident) => Promise.resolve(keptDraft(kept.get(resident))),
    });
    const first = await openScorer('4at', actions);
    radio(first.scorer, '4at/amt4', '1').click();
    await settled(first.scorer);
    expect(textIn(first.scorer, '.figures')).to.contain('Saved on this device 14:20');
    const second = await openScorer('4at', actions);
    expect(radio(second.scorer, '4at/amt4', '1').checked).to.equal(true);
  });

  it('that cannot be read opens no form over it before a person says so', async () => {
    const scorer = await drawScorer(document.body, states['load-failed']);
    expect(textIn(scorer)).to.contain(
      'Whether answers of this form were kept is not known: no answer in time.',
    );
    expect(scorer.renderRoot.querySelectorAll('.form').length).to.equal(0);
    await press(scorer, '[data-press=start-empty]');
    expect(scorer.renderRoot.querySelectorAll('.form').length).to.be.at.least(1);
  });

  it('that arrives after the form was opened by another asking takes no answer away', async () => {
    const loads: ((kept: KeptDraft | null) => void)[] = [];
    let fails = true;
    const { actions } = port({
      loadDraft: () => {
        if (fails) return Promise.reject(new Error('lost'));
        return new Promise((resolve) => loads.push(resolve));
      },
    });
    const { scorer } = await openScorer('4at', actions);
    fails = false;
    // A second press while it is being asked asks nothing more.
    await press(scorer, '[data-press=load-again]', 2);
    expect(loads.length).to.equal(1);
    loads[0]?.(null);
    await settled(scorer);
    radio(scorer, '4at/amt4', '1').click();
    loads[0]?.(keptDraft(draftOf(formNamed('4at'), { '4at/amt4': '2' })));
    await settled(scorer);
    expect(radio(scorer, '4at/amt4', '1').checked).to.equal(true);
  });

  it('that was not kept is said to be so, beside a way to try again, also when its form has gone', async () => {
    let reachable = false;
    const { actions, saved } = port({
      saveDraft: (draft) => {
        saved.push(draft);
        return reachable ? Promise.resolve({ where: 'memory' }) : Promise.reject(new Error('lost'));
      },
    });
    const { scorer } = await openScorer('4at', actions);
    radio(scorer, '4at/amt4', '1').click();
    await settled(scorer);
    expect(textIn(scorer, '.figures')).to.contain('Not kept: no reason was given');
    scorer.view = states['long-name'].view ?? null;
    Object.assign(scorer, { resident: 'resident-9', view: { ...view, resident: 'resident-9' } });
    await settled(scorer);
    expect(textIn(scorer)).to.contain('Answers to a form that was open before are not kept yet.');
    expect(radio(scorer, '4at/amt4', '1').checked).to.equal(false);
    reachable = true;
    await press(scorer, '.card [data-press=save-all-again]');
    expect(saved.at(-1)?.resident).to.equal('resident-1');
    expect(textIn(scorer)).not.to.contain('are not kept yet');
  });

  it('that was not kept is there again when its resident is', async () => {
    const { actions } = port({ saveDraft: () => Promise.reject(new Error('lost')) });
    const { scorer } = await openScorer('4at', actions);
    radio(scorer, '4at/amt4', '1').click();
    await settled(scorer);
    Object.assign(scorer, { resident: 'resident-9', view: { ...view, resident: 'resident-9' } });
    await settled(scorer);
    Object.assign(scorer, { resident: 'resident-1', view });
    await settled(scorer);
    expect(radio(scorer, '4at/amt4', '1').checked).to.equal(true);
  });

  it('of another resident is refused in words', async () => {
    const scorer = await drawScorer(document.body, states['draft-of-another']);
    expect(textIn(scorer)).to.contain('of another resident or form. Nothing of them is shown.');
    expect(scorer.renderRoot.querySelectorAll('.form').length).to.equal(0);
  });

  it('is offered nothing of the last assessment of somebody else', async () => {
    const previous = states['cga-partly'].previous ?? null;
    const { scorer } = await openScorer('cga', port().actions, { previous });
    await press(scorer, { kind: 'show-section', key: 'physical' });
    await press(scorer, { kind: 'open-group', key: 'comfort' });
    expect(textIn(scorer, '.form')).to.contain('last assessment');
    Object.assign(scorer, { resident: 'resident-9', view: { ...view, resident: 'resident-9' } });
    await settled(scorer);
    await press(scorer, { kind: 'show-section', key: 'physical' });
    await press(scorer, { kind: 'open-group', key: 'comfort' });
    expect(textIn(scorer, '.form')).not.to.match(/last assessment|last time/i);
  });

  it('that breaks its contract opens nothing, and says so', async () => {
    const { actions } = port({ loadDraft: () => Promise.resolve(keptDraft(JSON.parse(BROKEN) as Draft)) });
    const { scorer } = await openScorer('4at', actions);
    expect(scorer.renderRoot.querySelectorAll('.form').length).to.equal(0);
    expect(textIn(scorer)).to.match(/Could not show this form|is not known/);
  });

  it('belongs to the provider under which it was given', async () => {
    const one = port();
    const other = port();
    const { scorer } = await openScorer('4at', one.actions);
    radio(scorer, '4at/amt4', '1').click();
    await settled(scorer);
    drawProvider({ actions: other.actions }).append(scorer);
    await settled(scorer);
    expect(radio(scorer, '4at/amt4', '1').checked).to.equal(false);
    expect(other.saved).to.deep.equal([]);
  });

  it('stays when the component is moved on the page', async () => {
    const { actions } = port();
    const { scorer, provider } = await openScorer('4at', actions);
    radio(scorer, '4at/amt4', '1').click();
    const inner = document.createElement('div');
    provider.append(inner);
    inner.append(scorer);
    await settled(scorer);
    expect(radio(scorer, '4at/amt4', '1').checked).to.equal(true);
  });

  it('is not touched by a view that arrives later', async () => {
    const { scorer } = await openScorer('cfs', port().actions);
    const level = () => scorer.renderRoot.querySelector<HTMLInputElement>('[data-key="cfs/level"] input');
    const field = level();
    if (field === null) throw new Error('no field');
    field.value = '5';
    field.dispatchEvent(new Event('input', { bubbles: true }));
    field.dispatchEvent(new Event('change', { bubbles: true }));
    await settled(scorer);
    scorer.view = states['cfs-warning'].view ?? null;
    await settled(scorer);
    expect(level()?.value).to.equal('5');
    // What the record now says of the age is taken up by the score all the same.
    expect(textIn(scorer, '[aria-labelledby=parts]')).to.contain('not validated under 65');
  });

  it('holds a suggestion only after a press, with the date that the record gives', async () => {
    const { scorer, answers } = await openScorer('cfs', port().actions);
    expect(textIn(scorer, '[data-key="cfs/level"]')).to.contain('02-Jun-2026');
    expect(answers).to.deep.equal([]);
    await press(scorer, '[data-key="cfs/level"] [data-press=use]');
    const [event] = answers;
    const from = event?.answer?.state === 'given' ? event.answer.from : null;
    expect(from).to.deep.include({ kind: 'accepted', recordedOn: '2026-06-02' });
    expect(event?.score?.total).to.equal(7);
  });
});
