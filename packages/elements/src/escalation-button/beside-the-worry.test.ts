import { aTimeout, expect } from '@open-wc/testing';
import { instruments } from '@ehch/clinical/instruments';
import type { OpenMatter } from '@ehch/clinical';
import { drawEscalation, portSaying, pressOn, said, settled, typeInto } from '../../test/draw-escalation.ts';
import { rec, recorded } from '../resident-summary/typical-resident.fixtures.ts';
import { EhchAssessmentFinishedEvent } from '../frailty-scorer/events.ts';
import { OBSERVED_PLACE, states, typical } from './escalation-button.fixtures.ts';
import type { EscalationButton } from './escalation-button.ts';
import type { EscalationButtonPress } from './escalation-press.ts';

const SENT = { state: 'sent', at: '2026-11-21T14:20:00Z' } as const;
const OPEN: EscalationButtonPress = { kind: 'open', isWorried: true };
const SEND: EscalationButtonPress = { kind: 'send' };
const OBSERVED_AT = '2026-11-21T14:10:00Z';
const PLACE = OBSERVED_PLACE;
const OBSERVE: EscalationButtonPress = { kind: 'observe', isOpen: true };
const FIVE_OF_SEVEN = { rr: 25, spo2: 97, scale: '1', oxygen: false, pulse: 112, acvpu: 'A' };

const focusedIn = ({ renderRoot }: EscalationButton) => (renderRoot as ShadowRoot).activeElement;

/** The screen while observations are taken. */
function observing(): Promise<EscalationButton> {
  const press = [OPEN, OBSERVE];
  return drawEscalation(document.body, { view: typical, place: PLACE, press }, portSaying(SENT));
}

/** Signed observations of this resident, as the form beside the escalation tells of them. */
function observed(element: EscalationButton, values: Record<string, unknown>, resident = 'resident-1'): void {
  const score = instruments.find(({ id }) => id === 'news2')?.score({ ...values, assessedAt: OBSERVED_AT });
  const assessment = {
    draft: { resident },
    scores: [score],
  } as unknown as EhchAssessmentFinishedEvent['assessment'];
  element.renderRoot
    .querySelector('.base')
    ?.dispatchEvent(new EhchAssessmentFinishedEvent(assessment, 'signed-1'));
}

describe('ehch-escalation-button, beside the worry', () => {
  it('takes name, date of birth and room of somebody who is not on the list, and sends it linked to nobody', async () => {
    const port = portSaying(SENT);
    const element = await drawEscalation(document.body, { view: null }, port);
    await pressOn(element, { kind: 'not-listed' });
    await pressOn(element, { kind: 'go-on-unlisted' });
    expect(said(element)).to.match(/Write a name first\./);
    await typeInto(element, 'Name', ' Joan Bell ');
    await typeInto(element, 'Room', '7');
    await pressOn(element, { kind: 'go-on-unlisted' });
    expect(said(element)).to.match(/as typed, and checked against nothing/);
    expect(said(element)).to.match(/It is about Joan Bell, date of birth not known\./);
    await pressOn(element, SEND);
    const [intent] = port.taken;
    expect(intent?.resident).to.equal(null);
    expect(intent?.what.kind === 'thread-entry' && intent.what.entry.about).to.deep.equal({
      kind: 'unlisted',
      person: { name: 'Joan Bell', born: null, room: '7', home: 'rowan-court' },
    });
    expect(said(element)).to.match(/Whether somebody has seen it is not told here\./);
  });

  it('never puts somebody who was typed in the place of a resident who is chosen', async () => {
    const element = await drawEscalation(document.body, { view: null }, portSaying(SENT));
    await pressOn(element, { kind: 'not-listed' });
    await typeInto(element, 'Name', 'Margaret Ashworth');
    await pressOn(element, { kind: 'go-on-unlisted' });
    element.view = typical;
    await settled(element);
    expect(said(element)).to.not.match(/as typed/);
    expect(element.renderRoot.querySelectorAll('[data-press=send]').length).to.equal(0);
  });

  it('offers observations to those alone whom the place lets take them, and never needs them', async () => {
    const nobody = await drawEscalation(document.body, { view: typical, press: [OPEN] }, portSaying(SENT));
    expect(said(nobody)).to.not.match(/Take observations/);
    const named = { view: typical, place: PLACE, press: [OPEN] };
    const element = await drawEscalation(document.body, named, portSaying(SENT));
    expect(said(element)).to.match(/Observations Not needed to send\. A low score does not cancel a worry\./);
    const lastDays = { ...named, view: states['last-days']?.view ?? null };
    expect(said(await drawEscalation(document.body, lastDays, portSaying(SENT)))).to.not.match(
      /Take observations/,
    );
  });

  it('takes them in the NEWS2 form itself, about the same resident', async () => {
    const element = await observing();
    const form = element.renderRoot.querySelector('ehch-frailty-scorer');
    expect(form?.assessment).to.equal('news2');
    expect(form?.view?.resident).to.equal('resident-1');
  });

  it('goes by what was signed: against the usual, "5 of 7, no score", and when to take them again', async () => {
    const port = portSaying(SENT);
    const element = await drawEscalation(document.body, { view: typical, place: PLACE, press: [OPEN] }, port);
    observed(element, FIVE_OF_SEVEN);
    await settled(element);
    expect(said(element)).to.match(/NEWS2: 5 of 7, no score, usual 2, 14:10\./);
    expect(said(element)).to.contain('Sources of the scores NEWS2: Royal College of Physicians.');
    expect(said(element)).to.match(/Missing: systolic blood pressure, temperature\./);
    expect(said(element)).to.match(/Take observations again at 15:10\./);
    expect(said(element)).to.match(/NEWS2 at least 5, with parts missing/);
    await pressOn(element, SEND);
    const what = port.taken[0]?.what;
    expect(
      what?.kind === 'thread-entry' && what.entry.act.kind === 'raise' && what.entry.act.observations,
    ).to.equal('signed-1');
  });

  it('puts what they say onto the screen once they are signed, where the form has just gone', async () => {
    const element = await observing();
    // As after a press on "Finish and sign", which goes with the form.
    element.renderRoot.querySelector<HTMLElement>('[part=observations]')?.blur();
    observed(element, FIVE_OF_SEVEN);
    await settled(element);
    const focused = focusedIn(element);
    expect(focused?.matches('[part=observations]')).to.equal(true);
    expect(focused?.textContent).to.match(/NEWS2: 5 of 7, no score/);
  });

  it('puts 999 onto the screen where the observations call for it, above what they say', async () => {
    const element = await observing();
    element.renderRoot.querySelector<HTMLElement>('[part=observations]')?.blur();
    observed(element, {
      rr: 30,
      pulse: 140,
      spo2: 90,
      scale: '1',
      oxygen: false,
      sbp: 85,
      acvpu: 'A',
      temp: 39.5,
    });
    await settled(element);
    const focused = focusedIn(element);
    expect(focused?.matches('[part=ring]')).to.equal(true);
    expect(focused?.textContent).to.match(/Ring 999/);
  });

  it('goes by nothing that was measured of another resident', async () => {
    const element = await drawEscalation(
      document.body,
      { view: typical, place: PLACE, press: [OPEN] },
      portSaying(SENT),
    );
    observed(element, { rr: 30, pulse: 140 }, 'resident-2');
    await settled(element);
    expect(said(element)).to.match(/No observations were taken\./);
  });

  it('says that observations after the sending are not sent, until they are added', async () => {
    const port = portSaying(SENT);
    const element = await drawEscalation(
      document.body,
      { view: typical, place: PLACE, press: [OPEN, SEND] },
      port,
    );
    observed(element, {
      rr: 30,
      pulse: 140,
      spo2: 97,
      scale: '1',
      oxygen: false,
      sbp: 120,
      acvpu: 'A',
      temp: 38,
    });
    await settled(element);
    expect(said(element)).to.match(/▲ NOT SENT: the observations\. Press “Add this”\./);
    await pressOn(element, { kind: 'act', act: { kind: 'add', words: '', observations: 'signed-1' } });
    expect(said(element)).to.not.match(/NOT SENT/);
  });

  it('takes a danger sign after the sending: what to do now changes, and “worse” carries it', async () => {
    const port = portSaying(SENT);
    const element = await drawEscalation(document.body, { view: typical, press: [OPEN, SEND] }, port);
    await pressOn(element, { kind: 'tick-danger', sign: 'chest-pain', isTicked: true });
    expect(said(element)).to.match(/Ring 999 now\./);
    expect(said(element)).to.match(/▲ NOT SENT: Chest pain\. Press “She is worse”\./);
    await pressOn(element, { kind: 'act', act: { kind: 'worse', words: '' } });
    const what = port.taken.at(-1)?.what;
    expect(what?.kind === 'thread-entry' && what.entry.act).to.deep.equal({
      kind: 'worse',
      words: 'Chest pain',
    });
    expect(said(element)).to.not.match(/NOT SENT: Chest pain/);
  });

  it('says nothing aloud about one resident once another is on screen', async () => {
    const element = await drawEscalation(document.body, { view: typical, port: SENT, press: [OPEN, SEND] });
    const spoken = () => element.renderRoot.querySelector('.spoken')?.textContent ?? '';
    for (let tries = 0; spoken() === '' && tries < 40; tries++) await aTimeout(100);
    expect(spoken()).to.match(/^Sent/);
    element.view = { ...typical, resident: 'resident-2' };
    await settled(element);
    expect(spoken()).to.equal('');
  });

  it('keeps what was typed and not sent while another resident is on screen, and shows it to nobody else', async () => {
    const element = await drawEscalation(document.body, { view: typical, press: [OPEN] }, portSaying(SENT));
    await typeInto(element, 'In your words', 'Cold hands');
    expect(said(element)).to.match(/Until you send it, closing or reloading this page loses it\./);
    element.view = { ...typical, resident: 'resident-2' };
    await settled(element);
    expect(said(element)).to.not.match(/Cold hands/);
    element.view = typical;
    await settled(element);
    expect(said(element)).to.match(/Cold hands/);
    await pressOn(element, { kind: 'close' });
    expect(said(element)).to.not.match(/Cold hands/);
  });

  it('moves no tick of what was said to a line that was not', async () => {
    const element = await drawEscalation(document.body, { view: typical, press: [OPEN] }, portSaying(SENT));
    const ticked = () =>
      [...element.renderRoot.querySelectorAll('.line')]
        .filter((line) => line.querySelector('input')?.checked === true)
        .map((line) => line.textContent?.trim());
    const since = [...element.renderRoot.querySelectorAll('.line')].find((line) =>
      /Since when/.test(line.textContent ?? ''),
    );
    since?.querySelector('input')?.click();
    await settled(element);
    expect(ticked()).to.deep.equal(['Since when is not known.']);
    await typeInto(element, 'In your words', 'Cold hands');
    expect(ticked()).to.deep.equal(['Since when is not known.']);
    await typeInto(element, 'Since when', 'breakfast');
    expect(ticked()).to.deep.equal([]);
  });

  it('begins again with the same words after a refusal', async () => {
    const port = portSaying({ state: 'refused', at: SENT.at, why: 'No.' });
    const element = await drawEscalation(document.body, { view: typical, press: [OPEN] }, port);
    await typeInto(element, 'In your words', 'Cold hands');
    await pressOn(element, SEND);
    port.says = SENT;
    await pressOn(element, { kind: 'same-again' });
    await pressOn(element, SEND);
    const [first, second] = port.taken;
    expect(second?.id).to.not.equal(first?.id);
    const act = second?.what.kind === 'thread-entry' ? second.what.entry.act : null;
    expect(act?.kind === 'raise' && act.words).to.equal('Cold hands');
  });

  it('says that another has raised a worry already, and lets a second one go out', async () => {
    const port = portSaying(SENT);
    const seen = await drawEscalation(document.body, states['seen'] ?? { view: null });
    const [matter] = (
      seen.view?.sections.open.state === 'known' && seen.view.sections.open.content.kind === 'recorded'
        ? seen.view.sections.open.content.value
        : []
    ) as OpenMatter[];
    if (matter === undefined) throw new Error('No matter.');
    const view = {
      ...typical,
      sections: { ...typical.sections, open: recorded([{ ...rec(SENT.at, 'Rowan Court'), ...matter }]) },
    };
    const element = await drawEscalation(document.body, { view }, port);
    expect(said(element)).to.match(/▲ A worry is open: Sam Okafor, .*Seen by Dr P\. Adeyemi 14:21\./);
    await pressOn(element, OPEN);
    await pressOn(element, SEND);
    expect(port.taken).to.have.length(1);
  });

  it('adds the call with who said what, and a call that nobody answered', async () => {
    const port = portSaying(SENT);
    const element = await drawEscalation(document.body, { view: typical, press: [OPEN, SEND] }, port);
    await typeInto(element, 'What was decided', 'Visit by five');
    await typeInto(element, 'Who said it', 'Sister Rao');
    const to = 'Hollin Vale urgent community response';
    const words = 'Visit by five. Said by: Sister Rao';
    await pressOn(element, { kind: 'act', act: { kind: 'call', to, isAnswered: true, words } });
    const what = port.taken.at(-1)?.what;
    expect(what?.kind === 'thread-entry' && what.entry.act).to.deep.equal({
      kind: 'call',
      to,
      isAnswered: true,
      words,
    });
  });

  it('leaves the keyboard where what comes next is read, after each press that takes its button away', async () => {
    const element = await drawEscalation(document.body, { view: typical, place: PLACE }, portSaying(SENT));
    const after = async (action: EscalationButtonPress, selector: string) => {
      await pressOn(element, action);
      expect(focusedIn(element)?.matches(selector), JSON.stringify(action)).to.equal(true);
    };
    await after(OPEN, '.wishes');
    await after(OBSERVE, '[part=observations]');
    await after({ kind: 'close' }, '.worry-button');
    await after(OPEN, '.wishes');
    await after(SEND, '.receipt');
    await after({ kind: 'another' }, '.wishes');
    element.view = null;
    await settled(element);
    await after({ kind: 'not-listed' }, 'input[name=name]');
    await after({ kind: 'leave-unlisted' }, '[data-press=not-listed]');
  });

  it('sends a question about a medicine as one, with its words', async () => {
    const port = portSaying(SENT);
    const element = await drawEscalation(document.body, { view: typical }, port);
    await pressOn(element, { kind: 'open', isWorried: false });
    await pressOn(element, { kind: 'choose-matter', matter: 'medicine-query' });
    await pressOn(element, SEND);
    expect(port.taken).to.deep.equal([]);
    await typeInto(element, 'In your words', 'No furosemide left');
    await pressOn(element, SEND);
    const what = port.taken[0]?.what;
    expect(what?.kind === 'thread-entry' && what.matter).to.equal('medicine-query');
  });

  it('says what to do straight after the danger sign that was pressed, and puts it on screen', async () => {
    const element = await drawEscalation(document.body, { view: typical, press: [OPEN] }, portSaying(SENT));
    await pressOn(element, { kind: 'tick-danger', sign: 'choking', isTicked: true });
    const ring = element.renderRoot.querySelector('.ring');
    expect(focusedIn(element) === ring).to.equal(true);
    expect(ring?.previousElementSibling?.className).to.equal('danger');
    const { top, bottom } = ring?.querySelector('.lead')?.getBoundingClientRect() ?? { top: -1, bottom: -1 };
    expect(top).to.be.at.least(0);
    expect(bottom).to.be.at.most(innerHeight);
  });

  it('puts an agreed row of the plan in place of 999 by a person’s press alone, and says what the ladder said', async () => {
    const row = {
      ...rec('2026-06-02', 'Rowan Court'),
      kind: 'unwell',
      state: 'in-force',
      fields: {
        situation: 'Chest infection',
        place: 'stay',
        words: 'Antibiotics from the box.',
        ring: null,
        agreedWith: 'her daughter',
        agreedOn: '2026-06-02',
      },
    } as const;
    const plan = recorded({ plans: [], goals: [], clock: null, lines: [row] });
    const view = { ...typical, sections: { ...typical.sections, plan } };
    const element = await drawEscalation(
      document.body,
      { view, place: PLACE, press: [OPEN] },
      portSaying(SENT),
    );
    observed(element, {
      rr: 25,
      spo2: 91,
      scale: '1',
      oxygen: false,
      sbp: 120,
      pulse: 112,
      acvpu: 'A',
      temp: 39.5,
    });
    await settled(element);
    expect(said(element)).to.match(
      /Ring 999, with the plan in your hand\. .*The plan says what to do for: Chest infection/,
    );
    await pressOn(element, { kind: 'choose-row', row: row.id });
    expect(said(element)).to.match(
      /Agreed plan for Chest infection: Stay here\. Antibiotics from the box\. Agreed with her daughter, 02-Jun-2026\. Without it: Ring 999/,
    );
    expect(element.renderRoot.querySelector('.to-ring')?.textContent).to.not.match(/999/);
    await pressOn(element, { kind: 'tick-danger', sign: 'chest-pain', isTicked: true });
    expect(said(element)).to.match(/Ring 999 now\./);
  });

  it('names the rows of the plan that stand in place of nothing, with the reason, and offers none of them', async () => {
    const agreed = {
      situation: 'Chest infection',
      place: 'stay',
      words: 'Antibiotics from the box.',
      ring: null,
      agreedWith: 'her daughter',
      agreedOn: '2026-06-02',
    } as const;
    const row = { ...rec('2026-06-02', 'Rowan Court'), kind: 'unwell', fields: agreed } as const;
    const lines = [
      { ...row, id: 'row-1', state: 'proposed' },
      { ...row, id: 'row-2', state: 'in-force', cautions: ['not-sent'] },
    ] as const;
    const PLAN = { plans: [], goals: [], clock: null } as const;
    const plan = recorded({ ...PLAN, lines });
    const view = { ...typical, sections: { ...typical.sections, plan } };
    const element = await drawEscalation(
      document.body,
      { view, place: PLACE, press: [OPEN] },
      portSaying(SENT),
    );
    const high = {
      rr: 25,
      spo2: 91,
      scale: '1',
      oxygen: false,
      sbp: 120,
      pulse: 112,
      acvpu: 'A',
      temp: 39.5,
    };
    observed(element, high);
    await settled(element);
    expect(said(element)).to.contain(
      'In the plan, and not to go by: Chest infection (proposed, and not in force); Chest infection (not sent yet).',
    );
    expect(said(element)).to.not.contain('The plan says what to do for:');
    const of = async (some: readonly (typeof lines)[number][]) => {
      element.view = { ...view, sections: { ...view.sections, plan: recorded({ ...PLAN, lines: some }) } };
      await settled(element);
      return said(element);
    };
    expect(await of([lines[0]])).to.contain(
      'In the plan, and not to go by: Chest infection (proposed, and not in force).',
    );
    expect(await of([])).to.not.contain('not to go by');
  });
});
