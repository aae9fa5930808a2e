import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import {
  EhchError,
  type CareIntent,
  type PlaceConfiguration,
  type PlanLineIntent,
  type WaitingForPerson,
} from '@ehch/clinical';
import { carePlanOf, editableLines, type EditableLine, type PlanText } from '@ehch/clinical/care-plan';
import { planRows } from '@ehch/clinical/escalation';
import { startDevServer, type DevServer } from '@ehch/dev-server';
import { createDeviceEngine } from '../device/device-engine.ts';
import { until } from '../device/device.fixtures.ts';
import type { SignedIn } from '../engine-configuration.ts';
import { NURSE } from './actions.fixtures.ts';

const NOW = '2026-11-21T14:20:00Z';
/** The place lets a GP decide, and nobody else. */
const DECIDER = { kind: 'role', who: 'GP', until: null } as const;
const PLACE: PlaceConfiguration = {
  id: 'here',
  title: 'Here',
  version: '1',
  owner: 'tests',
  dated: '2026-01-01',
  signedOff: null,
  homes: [],
  bankHolidays: [],
  staleAfterMinutes: 60,
  contacts: [],
  deciders: [DECIDER],
};
const GP: SignedIn = { ...NURSE, sub: 'obi', display: 'Dr Obi', role: 'GP', reference: 'Practitioner/obi' };

let server: DevServer;
before(async () => {
  server = await startDevServer({
    resources: [{ resourceType: 'Patient', id: 'one', name: [{ family: 'Marlow', given: ['Edith'] }] }],
  });
});
after(() => server.close());

interface Side {
  readonly engine: ReturnType<typeof createDeviceEngine>;
  readonly plug: { isIn: boolean };
  readonly by: { name: string; role: string | null };
}

/** One person's engine over a real connection, whose plug can be pulled. */
async function side(user: SignedIn): Promise<Side> {
  const plug = { isIn: true };
  const engine = createDeviceEngine({
    connect: () => ({
      async request({ method, url, headers, body }) {
        if (!plug.isIn) throw new EhchError('unreachable', 'The plug is pulled.');
        const answer = await fetch(url, { method, headers, body });
        return {
          status: answer.status,
          headers: Object.fromEntries(answer.headers),
          text: await answer.text(),
        };
      },
    }),
    onChange: () => undefined,
  });
  await engine.configure({
    fhirBaseUrl: server.url,
    network: { by: 'engine', token: false },
    sourceLabel: 'test',
    place: PLACE,
    deadlineMs: 4000,
    user,
  });
  return { engine, plug, by: { name: user.display, role: user.role } };
}

let presses = 0;

/** Presses once, as a session would. Returns the id of the press. */
async function press(
  { engine, by }: Side,
  what: Partial<PlanLineIntent> & Pick<PlanLineIntent, 'act' | 'of'>,
) {
  presses += 1;
  const id = `00000000-0000-4000-8000-${String(presses).padStart(12, '0')}`;
  const intent: CareIntent = {
    id,
    resident: 'one',
    pressedAt: NOW,
    what: {
      kind: 'plan-line',
      line: null,
      before: null,
      after: null,
      reason: null,
      by,
      ...(by.role === 'GP' && { decider: DECIDER }),
      ...what,
    },
  };
  await engine.enqueue({ intent, now: NOW });
  return id;
}

const sent = (one: Side, id: string) =>
  until(
    async () => (await one.engine.receiptsOf({ intents: [id] }))[id]?.state,
    (state) => state === 'sent',
  );

/** The line of a kind as this side reads it now. */
async function lineOf(
  { engine }: Side,
  kind: string,
  holds: (fields: PlanText) => boolean = () => true,
): Promise<EditableLine> {
  const found = await until(
    async () => {
      await engine.refreshResident({ resident: 'one', section: null, now: NOW });
      const { view } = await engine.openResident({ resident: 'one', now: NOW });
      return editableLines(view).lines.find((line) => line.kind === kind && holds(line.fields));
    },
    (line) => line !== undefined,
  );
  return found as EditableLine;
}

async function waiting({ engine }: Side): Promise<WaitingForPerson> {
  const [one] = await until(
    () => engine.waiting(null),
    ({ length }) => length > 0,
  );
  return one as WaitingForPerson;
}

const UNWELL = {
  situation: 'Chest infection',
  place: 'stay',
  words: 'Sit her up',
  ring: 'The practice',
  agreedWith: 'herself',
  agreedOn: '2026-11-20',
};

const BOX = {
  state: 'in-the-home',
  what: 'Morphine and midazolam',
  where: 'The office',
  expires: '2027-03',
  mayGive: 'The practice nurse',
  checkedOn: '2026-11-20',
};

test(
  'two people change the same line offline: nothing is lost, both texts are shown, and the decision is recorded',
  { timeout: 60_000 },
  async () => {
    const [home, practice] = await Promise.all([side(NURSE), side(GP)]);
    await sent(home, await press(home, { act: 'add', of: 'anticipatory', after: BOX }));
    const [here, there] = await Promise.all([lineOf(home, 'anticipatory'), lineOf(practice, 'anticipatory')]);
    assert.deepEqual(here.fields, BOX);
    home.plug.isIn = false;
    practice.plug.isIn = false;
    const mine = { ...BOX, where: 'The cupboard upstairs', mayGive: 'The district nurse' };
    const theirs = { ...BOX, where: 'The locked box in her room' };
    const change = (line: EditableLine, to: PlanText) =>
      ({ act: 'change', of: 'anticipatory', line: line.id, before: line.fields, after: to }) as const;
    const first = await press(practice, change(there, theirs));
    const second = await press(home, change(here, mine));
    const { view } = await home.engine.openResident({ resident: 'one', now: NOW });
    assert.deepEqual(editableLines(view).lines.find(({ kind }) => kind === 'anticipatory')?.fields, mine);
    assert.match(
      JSON.stringify(view.sections.plan),
      /"not-sent"/,
      'what was saved offline is shown as not sent',
    );
    practice.plug.isIn = true;
    await practice.engine.tryNow(null);
    await sent(practice, first);
    home.plug.isIn = true;
    await home.engine.tryNow(null);

    const shown = await waiting(home);
    assert.equal(shown.intent, second);
    assert.equal(shown.title, 'Change of the care plan: Anticipatory medicines');
    const { fields } = shown;
    assert.deepEqual(
      fields.map(({ label, mine: own, theirs: other }) => [label, own, other]),
      [
        ['Where', mine.where, theirs.where],
        ['Who may give them', mine.mayGive, BOX.mayGive],
      ],
    );
    const [where, giver] = fields.map(({ choice }) => choice ?? '');
    assert.notEqual(where, giver, 'each field is chosen by itself');
    await assert.rejects(
      home.engine.decide({ intent: second, decision: { kind: 'each', take: {} }, now: NOW }),
      'nothing is preselected',
    );
    const decision = { kind: 'each', take: { [where ?? '']: 'theirs', [giver ?? '']: 'mine' } } as const;
    await home.engine.decide({ intent: second, decision, now: NOW });
    await lineOf(home, 'anticipatory', ({ mayGive: now }) => now === mine.mayGive);
    const end = await lineOf(practice, 'anticipatory', ({ mayGive: now }) => now === mine.mayGive);
    assert.deepEqual(end.fields, { ...theirs, mayGive: mine.mayGive });
    // The press of the home goes on under its own id, and the record names who pressed and who decided.
    await sent(home, second);
    const found = await fetch(`${server.url}/Provenance?_count=50`);
    const markers = JSON.stringify(await found.json());
    for (const name of [NURSE.display, GP.display]) assert.ok(markers.includes(name));
    assert.equal(markers.split('A line of the care plan was changed').length - 1, 2);
    assert.deepEqual(await home.engine.waiting(null), []);
    await Promise.all([home.engine.close(), practice.engine.close()]);
  },
);

test(
  'what to do when unwell is agreed whole: changed in part by nobody, and proposed offline it changes nothing',
  { timeout: 60_000 },
  async () => {
    const [home, practice] = await Promise.all([side(NURSE), side(GP)]);
    await sent(practice, await press(practice, { act: 'add', of: 'unwell', after: UNWELL }));
    const here = await lineOf(home, 'unwell');
    const mine = { ...UNWELL, place: 'hospital', words: 'Ring 999' };
    const half = { act: 'change', of: 'unwell', line: here.id, before: here.fields, after: mine } as const;
    const refused = await home.engine.receiptsOf({ intents: [await press(home, half)] });
    assert.deepEqual(
      Object.values(refused).map((receipt) => receipt?.state ?? null),
      [],
      'it is not kept',
    );
    home.plug.isIn = false;
    const proposed = await press(home, { ...half, act: 'propose' });
    const rows = async ({ engine }: Side) => {
      const { view } = await engine.openResident({ resident: 'one', now: NOW });
      return planRows(view.sections.plan, NOW.slice(0, 10));
    };
    assert.deepEqual(
      (await rows(home)).rows.map(({ words }) => words),
      ['Stay here. Sit her up'],
    );
    assert.equal((await rows(home)).refused.length, 1);
    home.plug.isIn = true;
    await home.engine.tryNow(null);
    await sent(home, proposed);
    // The practice decides: the agreed words come with a day of their own, and the old row ends.
    const decided = { ...mine, agreedWith: 'her daughter', agreedOn: '2026-11-21' };
    const there = await lineOf(practice, 'unwell');
    const { view } = await practice.engine.openResident({ resident: 'one', now: NOW });
    const [proposal] = editableLines(view).proposals;
    assert.deepEqual(proposal?.fields, mine);
    const replaced = { act: 'replace', of: 'unwell', line: there.id, before: there.fields } as const;
    const taken = { ...replaced, after: decided, proposal: proposal?.id ?? '' };
    await sent(practice, await press(practice, taken));
    await lineOf(home, 'unwell', ({ words }) => words === 'Ring 999');
    assert.deepEqual(
      (await rows(home)).rows.map(({ words, agreed }) => [words, agreed]),
      [['Hospital. Ring 999', 'Agreed with her daughter, 21-Nov-2026']],
    );
    await Promise.all([home.engine.close(), practice.engine.close()]);
  },
);

test(
  'offline, a second change of a line that only lies here builds on the first, and both arrive in order',
  { timeout: 60_000 },
  async () => {
    const home = await side(NURSE);
    home.plug.isIn = false;
    const id = await press(home, {
      act: 'add',
      of: 'comfort',
      after: { about: 'calms', text: 'The window', saidBy: 'herself' },
    });
    const line = `QuestionnaireResponse/${id.slice(0, 14)}8001${id.slice(18)}`;
    const before = { about: 'calms', text: 'The window', saidBy: 'herself' };
    const middle = { ...before, text: 'The window, and the wireless' };
    const last = { ...middle, text: 'The wireless' };
    const one = await press(home, { act: 'change', of: 'comfort', line, before, after: middle });
    const two = await press(home, { act: 'change', of: 'comfort', line, before: middle, after: last });
    home.plug.isIn = true;
    await home.engine.tryNow(null);
    await Promise.all([sent(home, id), sent(home, one), sent(home, two)]);
    assert.deepEqual((await lineOf(home, 'comfort')).fields, last);
    assert.deepEqual(await home.engine.waiting(null), []);
    await home.engine.close();
  },
);

test(
  'a decision that was proposed offline changes no limit, and is taken whole once somebody decides online',
  { timeout: 60_000 },
  async () => {
    const [home, practice] = await Promise.all([side(NURSE), side(GP)]);
    const signed = {
      decision: 'do-not-attempt',
      originalAt: 'Red folder, office',
      signedBy: 'Dr Obi',
      signedOn: '2026-11-20',
      sightedBy: null,
      sightedOn: null,
      madeIn: 'community',
      reviewBy: null,
    };
    await sent(home, await press(home, { act: 'propose', of: 'cpr', after: signed }));
    const plan = await until(
      async () => {
        await practice.engine.refreshResident({ resident: 'one', section: null, now: NOW });
        const { view } = await practice.engine.openResident({ resident: 'one', now: NOW });
        const { body, limits } = carePlanOf(view, '2026-11-21');
        return body.state === 'known' && body.content.kind === 'recorded'
          ? { proposals: body.content.value.proposals, limits }
          : null;
      },
      (value) => value !== null && value.proposals.length > 0,
    );
    assert.deepEqual(plan?.proposals[0]?.fields, signed);
    assert.ok(plan.limits.state === 'known' && plan.limits.content.kind === 'not-recorded');
    await sent(practice, await press(practice, { act: 'add', of: 'cpr', after: signed }));
    assert.deepEqual((await lineOf(home, 'cpr')).fields, signed);
    const half = await home.engine.enqueue({
      intent: {
        id: '00000000-0000-4000-8000-0000000000ff',
        resident: 'one',
        pressedAt: NOW,
        what: {
          kind: 'plan-line',
          act: 'change',
          of: 'cpr',
          line: 'Flag/x',
          before: signed,
          after: { ...signed, decision: 'attempt' },
          reason: null,
          by: home.by,
        },
      },
      now: NOW,
    });
    assert.equal(half.state, 'refused', 'a decision is never changed in part');
    await Promise.all([home.engine.close(), practice.engine.close()]);
  },
);

test(
  'a decision is taken from nobody whom the place does not name: neither by the press nor by who is signed in',
  { timeout: 60_000 },
  async () => {
    const [home, practice] = await Promise.all([side(NURSE), side(GP)]);
    const signed = { decision: 'attempt', signedBy: 'Dr Obi', signedOn: '2026-11-20' };
    const presses = [
      // The press says nothing of the place.
      { of: practice, id: 'd1', by: practice.by, decider: {} },
      // It claims to be a GP's, and a nurse is signed in.
      { of: home, id: 'd2', by: practice.by, decider: { decider: DECIDER } },
      { of: home, id: 'd3', by: home.by, decider: { decider: { ...DECIDER, who: home.by.role ?? '' } } },
    ] as const;
    for (const { of, id, by, decider } of presses) {
      const what = {
        kind: 'plan-line',
        act: 'add',
        of: 'cpr',
        line: null,
        before: null,
        reason: null,
      } as const;
      const intent: CareIntent = {
        id: `00000000-0000-4000-8000-0000000000${id}`,
        resident: 'one',
        pressedAt: NOW,
        what: { ...what, after: signed, by, ...decider },
      };
      const receipt = await of.engine.enqueue({ intent, now: NOW });
      assert.equal(receipt.state, 'refused', id);
      assert.match(receipt.state === 'refused' ? receipt.why : '', /Propose it\.$/);
    }
    // The last days of life take scores and 999 off every screen.
    const set = { kind: 'last-days', state: 'set', words: 'She is dying.' } as const;
    const setting = (by: Side['by'], last: string): CareIntent => ({
      id: `00000000-0000-4000-8000-0000000000${last}`,
      resident: 'one',
      pressedAt: NOW,
      what: { kind: 'clinical-setting', set, by },
    });
    const states = [];
    for (const [of, last] of [
      [home, 'e1'],
      [practice, 'e2'],
    ] as const)
      states.push((await of.engine.enqueue({ intent: setting(practice.by, last), now: NOW })).state);
    assert.equal(states[0], 'refused');
    assert.notEqual(states[1], 'refused');
    await Promise.all([home.engine.close(), practice.engine.close()]);
  },
);
