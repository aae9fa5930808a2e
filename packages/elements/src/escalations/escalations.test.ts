import { expect, waitUntil } from '@open-wc/testing';
import { checkStates } from '../../test/check-states.ts';
import { portSaying } from '../../test/draw-escalation.ts';
import { doPress, drawEscalations, shown, typeInto } from '../../test/draw-escalations.ts';
import { holdTimers } from '../../test/held-timers.ts';
import { shownText } from '../../test/shown-text.ts';
import { recorded, SECTIONS, viewOf } from '../resident-summary/typical-resident.fixtures.ts';
import { matterText } from './copy-matter.ts';
import {
  AT,
  CARER,
  GP,
  INBOX_PLACE,
  RAISE,
  states,
  threadWith,
  withThreads,
} from './escalations.fixtures.ts';
import type { EscalationsState } from './escalations.fixtures.ts';
import type { EscalationsPress } from './escalations-press.ts';
import { Escalations } from './index.ts';

function stateOf(name: string): EscalationsState {
  const state = states[name];
  if (state === undefined) throw new Error(name);
  return state;
}

async function text(name: string): Promise<string> {
  return shownText((await drawEscalations(document.body, stateOf(name))).renderRoot);
}

const SENT = { state: 'sent', at: '2026-11-21T14:20:00Z' } as const;
const TAKE: EscalationsPress = { kind: 'attend', act: 'take', thread: 'worry-1' };

/** The states in which a person's answer stands. */
const GREEN: readonly string[] = [
  'answered',
  'home-answered',
  'better-and-answered',
  'answered-and-asked',
  'answered-twice',
  'joined-relative-asked',
  'night',
];

/** What no state may say. */
const NEVER: Readonly<Record<string, readonly RegExp[]>> = {
  elsewhere: [/✓/],
  'better-and-answered': [/still waiting/],
  'withdrawn-after-answer': [/still has to be told/],
  relinked: [/✓/, /“Joan Bell” .* answered/],
  'practice-asked': [/Mark seen/, /Take it/],
  ...Object.fromEntries(
    [
      'not-read',
      'withheld',
      'not-read-again',
      'homes-unread',
      'homes-record-failed',
      'homes-read-long-ago',
      'homes-none-set-up',
      'homes-empty-list',
      'homes-gap',
      'worse-without-matter',
      'answered-elsewhere',
    ].map((name) => [name, [/Nothing is open/]]),
  ),
  'home-not-sent': [/Nobody has seen it/],
  'home-gone-not-sent': [/Ring: /],
  'home-is-asked': [/▲ Worse/, /It happened/],
  'told-to-ring': [/✓/],
  'news2-disagrees': [/No NEWS2 recorded/],
  'news2-in-part': [/No NEWS2 recorded/],
  'last-days-in-doubt': [/no NEWS2 here/],
  'no-server': [/NOT SENT YET/],
};

/** What each state says. NOW is Saturday, 14:20. */
const SAYS: Readonly<Record<string, readonly RegExp[]>> = {
  nobody: [/No resident chosen/],
  'home-not-sent': [/▲ NOT SENT\. Only this PC has it\. Pressed 13:30\./, /Ring: Hollin Vale/],
  'home-gone-not-sent': [
    /▲ NOT SENT\. Only this PC has it\. Pressed 13:30\./,
    /Tell the practice\. Nobody there has said that they know\. Ring them once they are open\. Hollin Surgery: closed now, opens Mon/,
  ],
  'home-worse-not-sent': [
    /Nobody has seen it\. Asked 13:30/,
    /▲ “worse”: Grey, Sam Okafor 13:50: NOT KNOWN whether it arrived\./,
    /Ring: Hollin Vale/,
    /Say more, or withdraw it/,
  ],
  'nothing-open': [/Nothing is open here, as far as was read (just now|\d.* ago)\./],
  'not-read': [/▲ What is open could not be read: no connection\./],
  withheld: [/▲ What is open is withheld for your role\./],
  'not-read-again': [/could not be read again: no connection\. There may be more\./],
  waiting: [
    /○ Nobody has seen it\. Asked 13:30, 50min ago\./,
    /Same day · “Not herself since breakfast\.” · Eating or drinking much less · .* · since breakfast/,
    /Sam Okafor, carer, 13:30, 50min ago/,
    /Agreed: .*Not for CPR \(CPR only\)/,
    /NEWS2 \d+, .*40min ago/,
    /breaths per minute 22 \(2\), .*temperature 38\.4 \(1\)/,
  ],
  'waiting-long': [/▲ Nobody has seen it, for longer than agreed\. Asked 12:00, 2hr 20min ago\./],
  'asked-by-daughter': [/asked by: Ann Hart, daughter/],
  elsewhere: [
    /○ Nobody has seen it/,
    /▲ Another system says: accepted, owner Rowan Urgent Response\. Nobody pressed that here\./,
  ],
  seen: [/○ Seen by Dr P\. Adeyemi 13:40\. Nobody is on it\./],
  taken: [/◐ Someone is on it since 13:40: Dr P\. Adeyemi\./],
  'taken-and-worse': [/They have not seen what was added since\./, /▲ WORSE 14:00: Breathing fast\./],
  'taken-and-worse-for-long': [
    /▲ Nobody has seen it, for longer than agreed\. .* Dr P\. Adeyemi took it 13:40, and has not seen what was added/,
  ],
  better: [/Better now, 13:50, and still waiting: Ate lunch\./],
  'in-hospital': [/Gone to hospital, 13:50/],
  asked: [/asked the home 13:40\. No reply yet, and no answer\./],
  answered: [
    /✓ Answered by Dr P\. Adeyemi 13:40, promised by 17:00\./,
    /Somebody will visit, by 17:00\./,
    /“I will come at four\.”/,
    /Blood tests: Nurse Webb/,
  ],
  'told-to-ring': [
    /▲ Answered by Dr P\. Adeyemi 13:40\. Nobody has said since that 999 or 111 was rung\./,
    /Ring 999 or 111\./,
    /“Ring now\.”/,
  ],
  'told-to-ring-and-worse': [
    /Nobody has seen it\b.*Asked 13:50/,
    /▲ Dr P\. Adeyemi answered 13:40: Ring 999 or 111\. Nobody has said since/,
  ],
  'promised-before-worse': [/▲ The promise for 12:00 has passed\. Dr P\. Adeyemi gave it before “worse”\./],
  overdue: [/▲ The promise for 12:00 has passed\. Dr P\. Adeyemi gave it\./],
  'better-and-answered': [/Better now, 13:50: Ate lunch\./, /✓ Answered/],
  'answered-and-asked': [/▲ Dr P\. Adeyemi asked the home 13:50, and has no reply: Is she drinking\?/],
  'asked-and-worse': [/Nobody has seen it\b.*Asked 13:50/, /asked the home 13:40, and has no reply/],
  'answered-twice': [
    /Answered by Tom Webb 13:50\./,
    /It replaced an answer by Dr P\. Adeyemi, 13:40/,
    /13:40 Dr P\. Adeyemi, GP: answered: Somebody will visit, by 17:00\..*Blood tests: Nurse Webb/,
  ],
  'withdrawn-after-answer': [/It had been answered before that: Somebody will visit, by 17:00\./],
  'hospital-named': [/Gone to hospital, 13:50: St Bride’s: By ambulance\./],
  'joined-relative-asked': [/asked by: Ann Hart, daughter/, /Ann Hart asked, and still has to be told/],
  relinked: [
    /▲ It was linked to another resident before\./,
    /[○▲] Nobody has seen it/,
    /It is somebody else/,
  ],
  'practice-asked': [/Nobody has seen it/, /Copy as text/],
  'home-is-asked': [/Mark seen/, /Ask the practice/],
  'closed-and-not-told': [/Closed/, /I have told Ann Hart/],
  closed: [/Closed: Sam Okafor confirmed 10:10 that it happened\./],
  withdrawn: [/WITHDRAWN by Sam Okafor 13:50: it was about ANOTHER RESIDENT\. Do not act on it here/],
  late: [
    /▲ Arrived late: “raised it” pressed 21-Nov-2026 02:04 by the clock of whoever pressed, which was 5min slow, arrived 21-Nov-2026 08:31/,
  ],
  night: [
    /The night on one page, from Sat 21-Nov-2026 For learning, and without blame/,
    /02:09 .*02:04 .*Sam Okafor pressed “raise”: “Not herself since breakfast\.” .*NOT SENT YET .*nothing of it yet/,
    /08:31 .*The server had “raise” of Sam Okafor/,
    /Dr P\. Adeyemi pressed “answer”, Somebody will visit: “I will come at four\.”/,
    /Who merely looked is known only where the audit was read\. It was not read here\./,
    /Copy with names Copy without names Print this page/,
  ],
  'night-looks-asked': [/Who merely looked is being read from the audit\./],
  'night-looks': [
    /13:40 .*Dr P\. Adeyemi .*looked at the record/,
    /as the server’s audit has it.*▲ Not all of the audit could be read\./,
  ],
  'night-ended': [/Sam Okafor pressed “it happened”: “She came\.” .*closed by Sam Okafor/],
  'night-joined': [
    /The night on one page, from Sat 21-Nov-2026 For/,
    /\(joined with the other\).*Ines Duarte pressed “raise”/,
  ],
  'night-not-whole': [
    /▲ Not all of it has arrived, so this page is not whole\./,
    /▲ Not in it yet: 1 press from this page\./,
    /not known .*13:30 .*pressed “raise”/,
  ],
  'night-not-on-the-list': [/Joan Bell/, /The server had “raise” of Sam Okafor/],
  incomplete: [/▲ Not all of it has arrived\./],
  disputed: [/two contents/, /▲ 1 of its messages name somebody else and are not shown\./],
  'news2-part-missing': [/NEWS2 .*breaths per minute 25 \(3\)/, /missing: temperature/],
  'last-days': [/Last days of life\./, /Last days of life: no NEWS2 here\./],
  'news2-disagrees': [/▲ The records disagree about NEWS2\. Look in the record\./],
  'news2-later-without-total': [/NEWS2 6, .* · a later one has no total: .*13:50.* ago/],
  'news2-in-part': [/No NEWS2 found in what was read\. ▲ Part of NEWS2 could not be read\./],
  'news2-later-in-doubt': [/NEWS2 6, usual 2 · .* · a later one is in doubt: 21-Nov-2026 13:50, 30min ago/],
  'news2-scale-not-settled': [
    /NEWS2 5 on scale 1, 2 on scale 2, usual 2 · .*oxygen saturation 90 \(not scored\).* · missing: oxygen saturation scale/,
  ],
  'no-sections': [
    /Name not shown here The name could not be loaded: answer not understood/,
    /▲ What is open could not be read: answer not understood\. ?Whether more is open is not known\./,
  ],
  'homes-one-without-sections': [
    /▲ A resident whose name is not shown here: What is open could not be read: answer not understood\./,
    /Off her legs|Nobody has seen it/,
  ],
  'last-days-in-doubt': [/A plan for the last days is recorded, and it is in doubt\./, /NEWS2 \d/],
  'limits-disagree': [
    /Agreed: the records disagree\. Go by the signed original\./,
    /NEWS2 could not be read: no answer in time/,
  ],
  'two-askers': [/The same matter\? Ines Duarte also raised a worry/, /Both askers stay informed\./],
  'no-presser': [/Your name/, /Write your own name first\./],
  'cannot-send': [/▲ This page cannot send anything\. Ring the home\./],
  asking: [/This answers nothing and closes nothing\./, /Write the words first\./],
  answering: [/Say by when\./, /Who does it/],
  'answering-and-worse': [/▲ Something was added since you began\. Read it above first\./],
  'answering-and-withdrawn': [/WITHDRAWN/, /This has ended meanwhile\. Nothing can be sent to it\./],
  'answering-and-gone': [
    /▲ What you were writing is NOT SENT\. The matter is not in this list now/,
    /Give it up/,
  ],
  'begun-and-closed-up': [/▲ Something was begun here, and is NOT SENT\./],
  sent: [/“is on it”: sent 14:20\. Nobody at the home has confirmed it\./],
  'saved-not-sent': [/▲ “is on it”: saved on this PC 14:20\. NOT SENT YET\. The home does not know\./],
  'held-in-memory': [/▲ “is on it”: NOT SENT: lost if this browser closes\./],
  'being-sent': [/“is on it”: NOT SENT YET\. It is being handed over\./],
  'may-have-arrived': [/NOT KNOWN whether it arrived/],
  'deleted-since': [/▲ “is on it”: DELETED on the server since 14:20\. Nobody will see it there: ring\./],
  'no-server': [/▲ “is on it”: kept on this PC 14:20\. NOT SENT: there is no server/],
  refused: [/▲ “is on it”: NOT SENT\. Refused: You may not write here\./, /Noted/],
  'given-up': [/▲ “is on it”: NOT SENT\. Given up by Ana Lima/],
  'not-handed-over': [/▲ “is on it”: NOT SENT\. It could not be handed over\./, /Try again/],
  'left-not-handed-over': [/▲ What was pressed here before is NOT SENT, or not known to be\./, /Try again/],
  'home-asked': [/Dr P\. Adeyemi asks: Is she drinking\?/, /Your reply/],
  'home-answered': [
    /Ann Hart asked, and still has to be told the answer\./,
    /It happened/,
    /I have told Ann Hart/,
  ],
  homes: [/Rowan Court: 30 residents, list read 2min ago\./, /BELL, Joan \(Mrs\)/, /999 000 0018/],
  'homes-two-not-read': [
    /▲ Rowan Court: 2 residents could not be read\./,
    /Rowan Court: 1 resident not listed: sharing is not agreed\./,
  ],
  'homes-unread': [
    /▲ Rowan Court: loading\. Nothing is known yet\./,
    /▲ Elm Lodge: this page keeps no copies of the home/,
    /▲ The Larches: could not be read: no connection\./,
    /▲ The Larches: worries about people who are not on the list could not be read/,
  ],
  'homes-record-failed': [
    /▲ ASHWORTH, Margaret Anne \(Mrs\): What is open could not be read: no connection\./,
    /Whether more is open is not known\./,
  ],
  'homes-read-long-ago': [
    /▲ Rowan Court: 30 residents, list read .* ago\. What was asked since may be missing\./,
  ],
  'homes-two-of-one-name': [/▲ Another BELL, Joan \(Mrs\) is in these homes: born 30-Jan-1938, room 21/],
  'homes-none-set-up': [/▲ No home is set up here, so nothing was read\./],
  'homes-empty-list': [/▲ Rowan Court: nobody is on its list/],
  'homes-nothing-open': [/Nothing is open here, as far as was read\./],
  'homes-gap': [/could not all be read: messages whose matter has not arrived\./],
  'worse-without-matter': [
    /▲ 1 more matter waits in the record and cannot be pressed on here: Worse, of a matter that is not here/,
  ],
  'answered-elsewhere': [
    /▲ 1 more matter waits in the record and cannot be pressed on here: Fell\. \(21-Nov-2026\)/,
    /[^▲ ]Answered in the record and cannot be pressed on here: New confusion\. \(/,
    /Nothing else is open here/,
  ],
  'homes-locked': [/Not known yet, or locked\. Nothing is known of what is open\./],
  'homes-no-source': [/This page cannot list what a home asks\. Open each resident\./],
  'not-on-the-list': [
    /Joan Bell/,
    /born 3 May 1940 · room 7 · as typed, checked against nothing/,
    /Not on the list: nothing is known of agreed limits/,
  ],
  'saying-who-it-is': [/Compare NHS number and date of birth first\./],
};

/** What happens so many milliseconds from now, by the clock of the page. */
async function later(ms: number, happens: () => Promise<void>): Promise<void> {
  const { performance } = window;
  const now = performance.now();
  performance.now = () => now + ms;
  try {
    await happens();
  } finally {
    Reflect.deleteProperty(performance, 'now');
  }
}

/** Takes every list for the one of whoever is on screen. */
class WithoutListGuard extends Escalations {
  protected override isOnScreen(): boolean {
    return true;
  }
}
customElements.define('test-without-list-guard', WithoutListGuard);

/** Somebody writes an answer about one resident, and another comes on screen. */
async function writtenThenNext(tag?: string) {
  const port = portSaying(SENT);
  const element = await drawEscalations(document.body, stateOf('answering'), port, tag);
  await typeInto(element, /Words that the home/, 'I will come.');
  const { view } = element;
  if (view === null) throw new Error('No view.');
  const about = { kind: 'resident', resident: 'resident-2' } as const;
  const thread = threadWith([[CARER, '13:00', RAISE]], { id: 'worry-2', about });
  element.view = withThreads({ ...view, resident: 'resident-2' }, thread);
  await shown(element);
  return { element, port, view };
}

describe('ehch-escalations', () => {
  checkStates(
    Object.entries(states).map(([name, state]) => ({
      name,
      draw: (box: HTMLElement) => drawEscalations(box, state),
    })),
  );

  for (const [name, words] of Object.entries(SAYS))
    it(`says the plain truth: ${name}`, async () => {
      const said = await text(name);
      for (const one of words) expect(said).to.match(one);
      expect(said, 'a word of the program’s own').to.not.match(/\bthreads?\b/i);
    });

  for (const [name, words] of Object.entries(NEVER))
    it(`never says what is not so: ${name}`, async () => {
      const said = await text(name);
      for (const one of words) expect(said).to.not.match(one);
    });

  it('names every state that it is tested in', () => {
    const untold = Object.keys(states).filter((name) => !(name in SAYS) && name !== 'open');
    expect(untold).to.deep.equal([]);
  });

  it('is in the colour of success for a person’s answer alone', async () => {
    for (const [name, state] of Object.entries(states)) {
      const element = await drawEscalations(document.body, state);
      const isGreen = element.renderRoot.querySelector('.row.answered') !== null;
      expect(isGreen, name).to.equal(GREEN.includes(name));
    }
  });

  it('tells beside a score that the place has withdrawn NEWS2', async () => {
    const element = await drawEscalations(document.body, stateOf('waiting'));
    const provider = element.closest('ehch-provider');
    if (provider === null) throw new Error('No provider.');
    const why = { by: 'A. Safety', on: '2026-11-20', why: 'A cut-off was wrong.', instead: 'Ring.' };
    provider.place = { ...INBOX_PLACE, withdrawn: [{ kind: 'instrument', id: 'news2', ...why }] };
    await shown(element);
    expect(shownText(element.renderRoot)).to.match(/NEWS2 \d+,.*NEWS2: Withdrawn by A\. Safety/);
  });

  it('rings the practice about somebody who has gone to hospital, and no service that would come (X14)', async () => {
    const element = await drawEscalations(document.body, stateOf('home-gone-not-sent'));
    const provider = element.closest('ehch-provider');
    if (provider === null) throw new Error('No provider.');
    const hours = [{ days: 'every-day', from: '08:00', to: '20:00' }] as const;
    provider.place = { ...INBOX_PLACE, contacts: INBOX_PLACE.contacts.map((one) => ({ ...one, hours })) };
    await shown(element);
    const said = shownText(element.renderRoot);
    expect(said).to.match(
      /Tell the practice\. Nobody there has said that they know\. Ring: Hollin Surgery 01632 960018/,
    );
    expect(said).not.to.match(/Ring: 999|community response/);
    const known = threadWith([
      [CARER, '13:30', RAISE],
      [CARER, '13:50', { kind: 'went-to-hospital', where: null, words: '' }],
      [GP, '14:00', { kind: 'see' }],
    ]);
    element.view = withThreads(viewOf(SECTIONS), known);
    await shown(element);
    await doPress(element, { kind: 'open-thread', thread: known.id });
    const told = shownText(element.renderRoot);
    expect(told)
      .to.contain('The practice knows: Dr P. Adeyemi, 14:00.')
      .and.not.to.contain('Tell the practice');
  });

  describe('where the place has own words for the outcomes', () => {
    const OWN = { visit: 'A nurse of Hollin comes', advice: 'Words to go by' };
    const ANSWER = {
      kind: 'answer',
      outcome: 'visit',
      further: [],
      promisedBy: '2026-11-21T17:00:00Z',
      words: '',
    } as const;

    async function withWords(state: EscalationsState, worry: Record<string, string>): Promise<Escalations> {
      const element = await drawEscalations(document.body, state);
      const provider = element.closest('ehch-provider');
      if (provider === null) throw new Error('No provider.');
      provider.place = { ...INBOX_PLACE, outcomeWords: { worry } };
      await shown(element);
      return element;
    }

    it('offers them, and keeps the kit’s where the place has none', async () => {
      const element = await withWords(stateOf('answering'), OWN);
      const outcomes = element.renderRoot.querySelector('[role=radiogroup]');
      const offered = [...(outcomes?.querySelectorAll('label') ?? [])].map((one) => shownText(one));
      expect(offered.slice(0, 3)).to.deep.equal([
        'A nurse of Hollin comes',
        'Another member of the team will help',
        'Words to go by',
      ]);
    });

    it('says an answer in them on the row, and in the history', async () => {
      const twice = shownText((await withWords(stateOf('answered-twice'), OWN)).renderRoot);
      expect(twice).to.match(/Words to go by\..*answered: A nurse of Hollin comes, by/);
      expect(twice).not.to.contain('Somebody will visit');
    });

    it('says them in the text for the record, and a promise from before “worse”', () => {
      const thread = threadWith([
        [CARER, '13:30', RAISE],
        [GP, '13:40', ANSWER],
        [CARER, '13:50', { kind: 'worse', words: '' }],
      ]);
      const copied = matterText(thread, AT, { ...INBOX_PLACE, outcomeWords: { worry: OWN } });
      expect(copied).to.contain('before “worse”: A nurse of Hollin comes, by 17:00');
      expect(copied).to.contain('answered: A nurse of Hollin comes, by 17:00');
    });

    it('still says an answer whose words the place has changed since, and one that is not known here', async () => {
      const element = await withWords(stateOf('answered'), OWN);
      expect(shownText(element.renderRoot)).to.contain('A nurse of Hollin comes, by 17:00.');
      const provider = element.closest('ehch-provider');
      if (provider === null) throw new Error('No provider.');
      provider.place = { ...INBOX_PLACE, outcomeWords: { worry: { visit: 'The team comes' } } };
      await shown(element);
      expect(shownText(element.renderRoot)).to.contain('The team comes, by 17:00.');
      const thread = threadWith([
        [CARER, '13:30', RAISE],
        [GP, '13:40', { ...ANSWER, outcome: 'telehealth' }],
      ]);
      expect(matterText(thread, AT, provider.place)).to.contain('answered: telehealth, by 17:00');
    });
  });

  it('puts overdue promises first, and names each resident in a list of homes', async () => {
    const element = await drawEscalations(document.body, stateOf('homes'));
    const rows = [...element.renderRoot.querySelectorAll('.row')].map((row) => shownText(row));
    expect(rows[0]).to.match(/BELL, Joan.*The promise for 12:00 has passed/);
    expect(rows).to.have.length(2);
  });

  it('warns of two who have one name alone, or a name without parts', async () => {
    const { matters } = stateOf('homes-two-of-one-name');
    if (typeof matters !== 'object' || matters === null) throw new Error('No matters.');
    for (const [given, text, said] of [
      [['Suharto'], null, 'Suharto'],
      [[], 'Nyi Nyi', 'Nyi Nyi'],
    ] as const) {
      const name = { family: null, given, title: null, text };
      const residents = matters.residents.map((record) => ({
        ...record,
        sections: { ...record.sections, identity: recorded({ ...SECTIONS.identity, name, sameName: [] }) },
      }));
      const onTheList = matters.onTheList.map((one) => ({ ...one, name }));
      const element = await drawEscalations(document.body, { matters: { ...matters, residents, onTheList } });
      expect(shownText(element.renderRoot)).to.contain(
        `▲ Another ${said} is in these homes: born 30-Jan-1938`,
      );
    }
    const nobody = matters.onTheList.map((one) => ({ ...one, name: null }));
    const residents = matters.residents.map((record) => ({
      ...record,
      sections: {
        ...record.sections,
        identity: recorded({ ...SECTIONS.identity, name: null, sameName: [] }),
      },
    }));
    const element = await drawEscalations(document.body, {
      matters: { ...matters, residents, onTheList: nobody },
    });
    expect(shownText(element.renderRoot)).not.to.contain('Another');
  });

  it('sends an answer with its outcome, promise, owner and words as one intent about this resident', async () => {
    const port = portSaying(SENT);
    const element = await drawEscalations(document.body, stateOf('answering'), port);
    await doPress(element, { kind: 'send', thread: 'worry-1' });
    expect(port.taken).to.deep.equal([]);
    await typeInto(element, /Promised by/, '2026-11-21T17:00');
    await typeInto(element, /Words that the home/, 'I will come at four.');
    await typeInto(element, /Who does it/, 'Nurse Webb');
    await doPress(element, { kind: 'send', thread: 'worry-1' });
    const [intent] = port.taken;
    expect(intent?.resident).to.equal('resident-1');
    const entry = intent?.what.kind === 'thread-entry' ? intent.what.entry : null;
    expect(entry?.after).to.equal('worry-1');
    expect(entry?.by).to.deep.equal(GP);
    expect(entry?.act).to.deep.equal({
      kind: 'answer',
      outcome: 'visit',
      further: [{ what: 'Blood tests', owner: 'Nurse Webb' }],
      promisedBy: '2026-11-21T17:00:00Z',
      words: 'I will come at four.',
    });
  });

  it('keeps the focus in its row when a press takes its own button away, and says what was sent', async () => {
    const element = await drawEscalations(document.body, stateOf('answering'), portSaying(SENT));
    await typeInto(element, /Promised by/, '2026-11-21T17:00');
    await typeInto(element, /Words that the home/, 'I will come at four.');
    element.renderRoot.querySelector<HTMLElement>('.send')?.focus();
    await doPress(element, { kind: 'send', thread: 'worry-1' });
    const focused = element.shadowRoot?.activeElement;
    expect((focused as HTMLElement | null | undefined)?.dataset['row']).to.equal('worry-1');
    expect(shownText(element.renderRoot)).to.match(
      /“answered”: Somebody will visit, by 17:00\. · “I will come at four\.” · Blood tests: nobody named \(text only: nobody is told by this\): sent 14:20/,
    );
  });

  it('takes no press by mouse on what has just come under it, and says so', async () => {
    const port = portSaying(SENT);
    const element = await drawEscalations(document.body, stateOf('homes'), port);
    const click = async () => {
      const first = element.renderRoot.querySelector('[data-row]');
      first?.dispatchEvent(new MouseEvent('click', { bubbles: true, composed: true, detail: 1 }));
      await shown(element);
      return element.renderRoot.querySelector('.open') !== null;
    };
    const matters = stateOf('homes').matters;
    if (!matters || matters === 'no-source') throw new Error('No matters.');
    element.matters = { ...matters, residents: matters.residents.slice(0, 1) };
    await shown(element);
    expect(await click()).to.equal(false);
    expect(shownText(element.renderRoot)).to.match(
      /The list has just moved under the mouse, so nothing was pressed/,
    );
    await later(500, async () => {
      expect(await click()).to.equal(true);
    });
    expect(shownText(element.renderRoot)).to.not.match(/just moved/);
  });

  it('makes one press of a double click', async () => {
    const port = portSaying(SENT);
    const element = await drawEscalations(document.body, stateOf('open'), port);
    const take = element.renderRoot.querySelector<HTMLElement>('[data-press=attend] + [data-press=attend]');
    take?.click();
    take?.click();
    await shown(element);
    expect(port.taken).to.have.length(1);
  });

  it('keeps nothing that was written about one resident under the name of another, and gives it back', async () => {
    const { element, port, view } = await writtenThenNext();
    expect(element.renderRoot.querySelectorAll('textarea').length).to.equal(0);
    element.view = view;
    await shown(element);
    expect(element.renderRoot.querySelector('textarea')?.value).to.equal('I will come.');
    expect(port.taken).to.deep.equal([]);
    const bare = await writtenThenNext('test-without-list-guard');
    expect(bare.element.renderRoot.querySelector('textarea')?.value).to.equal('I will come.');
  });

  it('says nothing aloud about one resident once another is on screen', async () => {
    const element = await drawEscalations(document.body, stateOf('waiting'));
    const { view } = element;
    if (view === null) throw new Error('No view.');
    const spoken = () => element.renderRoot.querySelector('.spoken')?.textContent ?? '';
    const pauses = holdTimers(1000);
    for (const next of [withThreads(view), view]) {
      element.view = next;
      await shown(element);
    }
    pauses.release();
    await shown(element);
    expect(spoken()).to.match(/Nobody has seen it/);
    element.view = { ...view, resident: 'resident-2' };
    await shown(element);
    expect(spoken()).to.equal('');
  });

  it('draws no thread of another resident, whatever the source gives', async () => {
    const { view } = stateOf('waiting');
    if (!view) throw new Error('No view.');
    const element = await drawEscalations(document.body, { view: { ...view, resident: 'resident-2' } });
    expect(element.renderRoot.querySelectorAll('.row').length).to.equal(0);
  });

  it('hands a press over again under its id, also after its resident has left the screen', async () => {
    const port = portSaying('fails');
    const element = await drawEscalations(document.body, stateOf('left-not-handed-over'), port);
    port.says = SENT;
    element.renderRoot.querySelector<HTMLElement>('[data-press=hand-again]')?.click();
    await shown(element);
    expect(port.taken.map(({ resident }) => resident)).to.deep.equal(['resident-1']);
    expect(shownText(element.renderRoot)).to.not.match(/NOT SENT/);
  });

  it('is worked by keys: down, open, take, answer, next', async () => {
    const port = portSaying(SENT);
    const element = await drawEscalations(document.body, stateOf('homes'), port);
    const key = async (name: string) => {
      const target = element.shadowRoot?.activeElement;
      target?.dispatchEvent(
        new KeyboardEvent('keydown', { key: name, bubbles: true, composed: true, cancelable: true }),
      );
      await shown(element);
    };
    const focused = () => (element.shadowRoot?.activeElement as HTMLElement | null)?.dataset['row'];
    element.renderRoot.querySelector<HTMLElement>('[data-row]')?.focus();
    await key('n');
    expect(focused()).to.equal('worry-1');
    await key('t');
    expect(port.taken.map(({ resident }) => resident)).to.deep.equal(['resident-1']);
    await key('a');
    expect(element.renderRoot.querySelectorAll('[data-press=choose-outcome]').length).to.not.equal(0);
    await key('ArrowUp');
    expect(focused()).to.equal('worry-2');
    await key('ArrowDown');
    expect(focused()).to.equal('worry-1');
  });

  it('links a person off the list only after both were compared, and under the person as typed', async () => {
    const port = portSaying(SENT);
    const element = await drawEscalations(document.body, stateOf('saying-who-it-is'), port);
    await doPress(element, { kind: 'check', what: 'number', isTicked: true });
    await doPress(element, { kind: 'send', thread: 'worry-1' });
    expect(port.taken).to.deep.equal([]);
    await doPress(element, { kind: 'check', what: 'born', isTicked: true });
    await doPress(element, { kind: 'send', thread: 'worry-1' });
    const [intent] = port.taken;
    expect(intent?.resident).to.equal(null);
    expect(intent?.what.kind === 'thread-entry' && intent.what.entry.act).to.deep.equal({
      kind: 'link',
      resident: 'resident-2',
    });
  });

  it('lets the home confirm that it happened and that the relative was told, each as an entry of its own', async () => {
    const port = portSaying(SENT);
    const element = await drawEscalations(document.body, stateOf('home-answered'), port);
    await doPress(element, { kind: 'confirm', what: 'told', thread: 'worry-1' });
    await doPress(element, { kind: 'confirm', what: 'happened', thread: 'worry-1' });
    const acts = port.taken.map(({ what }) => (what.kind === 'thread-entry' ? what.entry : null));
    expect(acts.map((entry) => entry?.act.kind)).to.deep.equal(['told', 'happened']);
    expect(acts[0]?.by.side).to.equal('home');
    expect(element.renderRoot.querySelectorAll('[data-press=begin]').length).to.equal(0);
  });

  it('joins a later worry to the one that it repeats', async () => {
    const port = portSaying(SENT);
    const element = await drawEscalations(document.body, stateOf('two-askers'), port);
    await doPress(element, { kind: 'join', thread: 'worry-1', into: 'worry-3' });
    const what = port.taken[0]?.what;
    expect(what?.kind === 'thread-entry' && what.entry.act).to.deep.equal({ kind: 'join', into: 'worry-3' });
  });

  it('copies nothing where the copy cannot be noted, and no name or number of the resident', async () => {
    const element = await drawEscalations(document.body, stateOf('open'));
    const provider = element.closest('ehch-provider');
    if (provider === null) throw new Error('No provider.');
    const noted: (string | null)[] = [];
    const device = { watchStatus: () => undefined, waiting: async () => [] } as never as object;
    provider.device = {
      ...device,
      noteRecordCopy: async (resident: string | null) => void noted.push(resident),
    } as never;
    await shown(element);
    await doPress(element, { kind: 'copy', thread: 'worry-1' });
    await waitUntil(() => /Copied|Copy it by hand/.test(shownText(element.renderRoot)));
    expect(noted).to.deep.equal(['resident-1']);
    expect(shownText(element.renderRoot)).to.match(/Copied\. Paste it|Copy it by hand/);
    provider.device = { ...device, noteRecordCopy: async () => Promise.reject(new Error('full')) } as never;
    await shown(element);
    await doPress(element, { kind: 'copy', thread: 'worry-1' });
    await shown(element);
    expect(shownText(element.renderRoot)).to.match(/Not copied: the copy could not be noted\./);
  });

  it('keeps the night on one page of one resident from the next', async () => {
    const element = await drawEscalations(document.body, stateOf('night'));
    const before = element.view;
    element.view = stateOf('nothing-open').view ?? null;
    element.view = { ...withThreads(before as never), resident: 'resident-9' } as never;
    await shown(element);
    expect(shownText(element.renderRoot)).not.to.contain('For learning');
    element.view = before;
    await shown(element);
    expect(shownText(element.renderRoot)).not.to.contain('For learning');
  });

  describe('taking the night on one page out', () => {
    const written: string[] = [];
    const clipboard = navigator.clipboard.writeText;
    before(() => {
      navigator.clipboard.writeText = async (text) => void written.push(text);
    });
    after(() => {
      navigator.clipboard.writeText = clipboard;
    });

    async function noting(note: (how: string) => Promise<void>): Promise<Escalations> {
      const element = await drawEscalations(document.body, stateOf('night'));
      const provider = element.closest('ehch-provider');
      if (provider === null) throw new Error('No provider.');
      provider.device = {
        watchStatus: () => undefined,
        waiting: async () => [],
        noteRecordCopy: (resident: string | null) => note(`copy ${resident}`),
        notePrint: (resident: string) => note(`print ${resident}`),
      } as never;
      await shown(element);
      return element;
    }
    const COPY = { kind: 'copy-night', thread: 'worry-1' } as const;

    it('copies it with names, or without anybody’s name and words, each noted first', async () => {
      const noted: string[] = [];
      const element = await noting(async (how) => void noted.push(how));
      await doPress(element, { ...COPY, names: 'shown' });
      expect(shownText(element.renderRoot)).to.contain('Copied, with names.');
      expect(written.at(-1)).to.match(/Sam Okafor pressed “raise”: “Not herself since breakfast\.”/);
      await doPress(element, { ...COPY, names: 'left-out' });
      expect(shownText(element.renderRoot)).to.contain('Copied, without names.');
      expect(written.at(-1)).to.match(/Person 1 \(carer, home\) pressed “raise”/);
      expect(written.at(-1)).not.to.match(/Okafor|Adeyemi|herself|four|Ashworth|999 ?\d/i);
      expect(written.at(-1)).to.contain('Who merely looked is known only where the audit was read.');
      expect(noted).to.deep.equal(['copy resident-1', 'copy resident-1']);
    });

    it('copies and prints nothing where it cannot be noted', async () => {
      const many = written.length;
      const element = await noting(() => Promise.reject(new Error('full')));
      await doPress(element, { ...COPY, names: 'left-out' });
      expect(shownText(element.renderRoot)).to.contain('Not copied: the copy could not be noted.');
      await doPress(element, { kind: 'print-night', thread: 'worry-1' });
      expect(shownText(element.renderRoot)).to.contain('Not printed: it could not be noted.');
      expect(element.renderRoot.querySelector('iframe')).to.equal(null);
      expect(written.length).to.equal(many);
    });

    it('prints it alone, with whose it is at the head of each sheet, under a title that names nobody', async () => {
      const noted: string[] = [];
      const element = await noting(async (how) => void noted.push(how));
      let printed: { readonly title: string; readonly text: string; readonly head: string } | null = null;
      const append = ShadowRoot.prototype.appendChild;
      ShadowRoot.prototype.appendChild = function (this: ShadowRoot, node) {
        const added = append.call(this, node);
        const view = node instanceof HTMLIFrameElement ? node.contentWindow : null;
        if (view !== null)
          view.print = () => {
            const { title, body } = view.document;
            const head = body.querySelector('.sheet > .running');
            printed = { title, text: shownText(body), head: head === null ? '' : shownText(head) };
          };
        return added;
      } as typeof append;
      try {
        await doPress(element, { kind: 'print-night', thread: 'worry-1' });
      } finally {
        ShadowRoot.prototype.appendChild = append;
      }
      expect(printed).to.not.equal(null);
      const { title, text, head } = printed as never as { title: string; text: string; head: string };
      expect(title).to.equal('The night on one page');
      expect(head).to.match(/ASHWORTH, Margaret Anne \(Mrs\).*NHS No\. 999 000 .*by Dr P\. Adeyemi, GP/);
      expect(text).to.match(/Sam Okafor pressed “raise”/);
      expect(text).not.to.contain('Copy with names');
      expect(noted).to.deep.equal(['print resident-1']);
    });
  });

  it('says of further actions that nobody is told by them, where they are written and wherever they are read', async () => {
    const only = 'Blood tests: Nurse Webb (text only: nobody is told by this)';
    const written = await drawEscalations(document.body, stateOf('answering'));
    const group = written.renderRoot.querySelector('[aria-label="Further actions"]');
    expect(shownText(group as Element)).to.contain('Further actions are text only: nobody is told by them.');
    const read = await drawEscalations(document.body, { ...stateOf('answered-twice') });
    expect(shownText(read.renderRoot.querySelector('.history') as Element)).to.contain(only);
    const row = await drawEscalations(document.body, stateOf('answered'));
    expect(shownText(row.renderRoot.querySelector('.row') as Element)).to.contain(only);
    const thread = threadWith([
      [GP, '13:30', { ...RAISE, matter: 'action' }],
      [
        { name: 'Sam Okafor', role: 'carer', side: 'home' },
        '13:40',
        {
          kind: 'answer',
          outcome: 'done',
          further: [{ what: 'A referral', owner: null }],
          promisedBy: null,
          words: '',
        },
      ],
    ]);
    expect(matterText(thread, AT, INBOX_PLACE)).to.contain(
      'A referral: nobody named (text only: nobody is told by this)',
    );
    const plain = await drawEscalations(document.body, stateOf('told-to-ring'));
    expect(shownText(plain.renderRoot)).not.to.contain('text only');
  });

  it('sends nothing without a name, asks for it, and signs with what was typed', async () => {
    const port = portSaying(SENT);
    const element = await drawEscalations(document.body, stateOf('no-presser'), port);
    await doPress(element, TAKE);
    expect(port.taken).to.deep.equal([]);
    await typeInto(element, /Your name/, 'Mina Roy');
    await doPress(element, TAKE);
    const what = port.taken[0]?.what;
    expect(what?.kind === 'thread-entry' && what.entry.by.name).to.equal('Mina Roy');
  });

  it('leads a home from a row to where the matter goes on, and says so where the page does not', async () => {
    const element = await drawEscalations(document.body, stateOf('home-worse-not-sent'));
    await doPress(element, { kind: 'show-resident', thread: 'worry-1' });
    expect(shownText(element.renderRoot)).to.match(/▲ This page cannot go there from here\./);
    const asked: string[] = [];
    element.addEventListener('ehch-show-resident', (event) => {
      event.preventDefault();
      asked.push(event.resident);
    });
    await doPress(element, { kind: 'show-resident', thread: 'worry-1' });
    expect(asked).to.deep.equal(['resident-1']);
    expect(shownText(element.renderRoot)).to.not.match(/cannot go there/);
  });
});
