import { expect } from '@open-wc/testing';
import type { CareActions, ResidentId, ResidentSource } from '@ehch/clinical';
import { checkStates } from '../../test/check-states.ts';
import { drawProvider, shownText } from '../../test/draw-summary.ts';
import { EscalationButton } from '../escalation-button/index.ts';
import { states } from '../resident-summary/resident-summary.fixtures.ts';
import { EhchAssessmentFinishedEvent } from '../frailty-scorer/events.ts';
import { DRILL } from './provider.fixtures.ts';

/** Ports of the page that must not be reached, and how often they were. */
function pagePorts() {
  const reached: string[] = [];
  const refuse = (what: string) => () => {
    reached.push(what);
    throw new Error('The page was reached.');
  };
  const source = { watch: refuse('watch'), refresh: refuse('refresh') } as ResidentSource;
  const actions = {
    enqueue: refuse('enqueue'),
    watchReceipt: refuse('receipt'),
    saveDraft: refuse('save'),
    loadDraft: refuse('load'),
  } as CareActions;
  return { reached, source, actions };
}

async function drawDrill(Element = EscalationButton, tag = 'ehch-escalation-button') {
  const { reached, source, actions } = pagePorts();
  const provider = drawProvider({ drill: DRILL, source, actions });
  const element = document.createElement(tag) as InstanceType<typeof Element>;
  element.author = { name: 'Whoever practises', role: null };
  element.resident = 'resident-1';
  provider.append(element);
  await provider.updateComplete;
  await element.updateComplete;
  return { provider, element, reached };
}

/** Lets everybody be shown in a drill. */
class WithoutDrillGuard extends EscalationButton {
  protected override isInDrill(_resident: ResidentId): boolean {
    return true;
  }
}
customElements.define('test-without-drill-guard', WithoutDrillGuard);

describe('a drill', () => {
  it('says before and behind its content that nothing is sent, and marks all of it', async () => {
    const { provider } = await drawDrill();
    const bands = [...provider.renderRoot.querySelectorAll('.band')];
    expect(bands.map((band) => shownText(band))).to.deep.equal([
      'Practice run: nothing is sent. Nobody here exists.',
      'Practice run: nothing is sent.',
    ]);
    const mark = provider.renderRoot.querySelector('.mark');
    expect(mark?.getAttribute('aria-hidden')).to.equal('true');
    expect(getComputedStyle(mark as Element).pointerEvents).to.equal('none');
    provider.drill = null;
    await provider.updateComplete;
    expect(provider.renderRoot.querySelectorAll('.band').length).to.equal(0);
  });

  it('reaches no port of the page, whatever is pressed or read again', async () => {
    const { element, reached } = await drawDrill();
    for (const kind of ['open', 'check-name', 'send', 'act']) {
      element.renderRoot.querySelector<HTMLElement>(`[data-press=${kind}]`)?.click();
      await element.updateComplete;
      await new Promise((resolve) => {
        setTimeout(resolve, 0);
      });
    }
    expect(shownText(element.renderRoot)).to.contain('NOT SENT: lost if this browser closes');
    element.dispatchEvent(new CustomEvent('ehch-retry', { bubbles: true, composed: true, cancelable: true }));
    expect(reached).to.deep.equal([]);
  });

  it('rings nobody, 999 least of all, and says so', async () => {
    const { provider, element } = await drawDrill();
    element.renderRoot.querySelector<HTMLElement>('[data-press=open]')?.click();
    await element.updateComplete;
    const links = [...element.renderRoot.querySelectorAll<HTMLAnchorElement>('a[href^="tel:"]')];
    expect(links.length).to.be.greaterThan(0);
    for (const link of links) {
      const press = new MouseEvent('click', { bubbles: true, composed: true, cancelable: true });
      link.dispatchEvent(press);
      expect(press.defaultPrevented, link.href).to.equal(true);
    }
    await provider.updateComplete;
    expect(shownText(provider.renderRoot)).to.match(
      /was not rung\. .*If somebody is in danger, ring 999 outside this practice run\./,
    );
  });

  it('says on the screen that it was not rung, wherever the number stands, until something else is pressed', async () => {
    const { provider, element } = await drawDrill();
    element.renderRoot.querySelector<HTMLElement>('[data-press=open]')?.click();
    await element.updateComplete;
    const links = element.renderRoot.querySelectorAll<HTMLAnchorElement>('[part=ring] a[href^="tel:"]');
    const link = [...links].at(-1);
    link?.scrollIntoView({ block: 'end', behavior: 'instant' });
    link?.click();
    await provider.updateComplete;
    const rung = provider.renderRoot.querySelector<HTMLElement>('.rung');
    const { left, top, bottom } = rung?.getBoundingClientRect() ?? new DOMRect();
    expect(rung?.textContent).to.match(/was not rung/);
    expect(top).to.be.at.least(0);
    expect(bottom).to.be.at.most(innerHeight);
    expect(provider.shadowRoot?.elementFromPoint(left + 8, top + 8)).to.equal(rung);
    element.renderRoot.querySelector<HTMLElement>('[data-press=tick-danger]')?.click();
    await provider.updateComplete;
    expect(rung?.textContent).to.equal('');
    window.scrollTo({ top: 0, behavior: 'instant' });
  });

  it('lets nothing that was finished reach the page, which might keep it', async () => {
    const { provider, element } = await drawDrill();
    const heard: Event[] = [];
    const box = provider.parentElement as HTMLElement;
    const hear = (event: Event) => heard.push(event);
    box.addEventListener('ehch-assessment-finished', hear);
    element.dispatchEvent(new EhchAssessmentFinishedEvent({} as never, 'signed-1'));
    provider.drill = null;
    element.dispatchEvent(new EhchAssessmentFinishedEvent({} as never, 'signed-1'));
    box.removeEventListener('ehch-assessment-finished', hear);
    expect(heard.length).to.equal(1);
  });

  it('shows nobody who exists, and without its guard it would', async () => {
    const { element } = await drawDrill();
    element.resident = null;
    element.view = { ...states.typical.view, resident: 'somebody-real' };
    await element.updateComplete;
    expect(shownText(element.renderRoot)).to.contain('the data are about another resident');
    const { element: bare } = await drawDrill(WithoutDrillGuard, 'test-without-drill-guard');
    bare.resident = null;
    bare.view = { ...states.typical.view, resident: 'somebody-real' };
    await bare.updateComplete;
    expect(shownText(bare.renderRoot)).to.contain('ASHWORTH');
  });
});

checkStates([
  {
    name: 'drill',
    draw: async (box) => {
      const provider = document.createElement('ehch-provider');
      provider.drill = DRILL;
      const element = document.createElement('ehch-escalation-button');
      element.resident = 'resident-1';
      provider.append(element);
      box.append(provider);
      await provider.updateComplete;
      await element.updateComplete;
      return provider;
    },
  },
]);
