import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { GlanceTold } from '../glance/glance-told.ts';
import type { SectionName } from '../resident/sections.ts';
import type { Section } from '../section.ts';
import type { RoleId } from './role.ts';
import { ROLE_IDS, ROLES } from './roles.ts';
import {
  canary,
  inPart,
  MINE,
  NOW,
  OTHER_STATES,
  PART_ALONE,
  recordOf,
  SECTION_ORDER,
  SECTIONS,
} from './roles.fixtures.ts';
import { matterSeenBy, mattersSeenBy, seenBy } from './seen-by.ts';

/**
 * What each role sees, written out and derived from nothing: W whole, P a part, · withheld. The columns are the sections in their
 * reading order: identity, limits, allergies, open, alerts, about me, frailty, NEWS2, weight, function, scores, medicines, problems,
 * events, people, plan.
 */
const EXPECTED: Readonly<Record<RoleId, string>> = {
  //                      id li al op av me fr n2 we fu sc md pr ev pe pl
  gp: /*               */ 'W W W W W W W W W W W W W W W W',
  matron: /*           */ 'W W W W W W W W W W W W W W W W',
  'pcn-pharmacist': /* */ 'W W W W W W W W W W W W W W W W',
  'community-pharmacist': 'W W W W W W W W W W W W W W W W',
  'care-coordinator': /**/ 'W W W W P W · W W W · W W P W W',
  therapist: /*        */ 'W W W W W W W W W W W W W W W W',
  dietitian: /*        */ 'W W W W W W W W W W W W W W W W',
  'social-worker': /*  */ 'W W W W W W W W W W W W W W W W',
  'safeguarding-lead': /**/ 'W W W W W W W W W W W W W W W W',
  'visiting-clinician': 'W W W W W W W W W W W W W W W W',
  'home-manager': /*   */ 'W W W W W W W W W W W W W W W W',
  nurse: /*            */ 'W W W W W W W W W W W W W W W W',
  'senior-carer': /*   */ 'W W W W P W · W W W · W W P W W',
  carer: /*            */ 'W W W W P W · W W W · W W P W W',
  'agency-nurse': /*   */ 'W W W W W W W W W W W W W W W W',
  'agency-carer': /*   */ 'W W W W P W · W W W · W W P W W',
  'kitchen-or-domestic': 'W · W P · · · · · P · P P · · ·',
  voluntary: /*        */ 'W · W P P W · · · P · P P · · ·',
  educator: /*         */ 'W · · P · · · · · · · · · · · ·',
  unknown: /*          */ 'W · · P · · · · · · · · · · · ·',
};

const WHERE = { place: null, raised: ['mine'] };
const WITHHELD = { state: 'withheld', why: 'role' };

function markOf(role: RoleId, section: SectionName): string {
  return EXPECTED[role].split(' ')[SECTION_ORDER.indexOf(section)] ?? '';
}

const markedAs = (role: RoleId, mark: string) => SECTION_ORDER.filter((name) => markOf(role, name) === mark);

/** A view with one section in another state. */
const with1 = (name: SectionName, state: Section<never>) => recordOf({ [name]: state });

for (const id of ROLE_IDS) {
  const role = ROLES[id];
  const whole = recordOf();

  for (const name of SECTION_ORDER)
    test(`${id}: ${name} is ${{ W: 'whole', P: 'a part', '·': 'withheld' }[markOf(id, name)]}`, () => {
      const seen = seenBy(role, whole, WHERE).sections[name];
      const text = JSON.stringify(seen);
      if (markOf(id, name) === 'W') assert.equal(seen, whole.sections[name]);
      else if (markOf(id, name) === '·') assert.deepEqual(seen, WITHHELD);
      else {
        assert.ok(text.includes(inPart(name)), 'the part is there');
        assert.ok(!text.includes(canary(name)), 'the rest is not');
        assert.match(text, /"why":"withheld"/, 'and is said to be withheld');
      }
    });

  test(`${id}: no text of a withheld section, or of the rest of a part, is anywhere in the view`, () => {
    // A field that a newer engine adds beside the sections.
    const later = { ...whole, later: canary('problems') };
    const text = JSON.stringify(seenBy(role, later, WHERE));
    const hidden = [...markedAs(id, '·'), ...markedAs(id, 'P')];
    assert.deepEqual(
      hidden.filter((name) => text.includes(canary(name))),
      [],
    );
    assert.deepEqual(
      markedAs(id, '·').filter((name) => text.includes(inPart(name))),
      [],
    );
  });

  test(`${id}: whatever a withheld section holds, and whatever state it is in, the view is the same to the letter`, () => {
    const before = JSON.stringify(seenBy(role, whole, WHERE));
    for (const name of markedAs(id, '·'))
      for (const state of OTHER_STATES)
        assert.equal(
          JSON.stringify(seenBy(role, with1(name, state), WHERE)),
          before,
          `${name} ${state.state}`,
        );
  });
}

test('whatever is beside a part, the view is the same to the letter', () => {
  const ids = ROLE_IDS.filter((id) => markedAs(id, 'P').length > 0);
  assert.ok(ids.length > 6);
  for (const id of ids)
    for (const name of markedAs(id, 'P')) {
      const [all, alone] = [recordOf(), recordOf({ [name]: PART_ALONE[name] })];
      assert.notDeepEqual(all.sections[name], alone.sections[name]);
      const texts = [all, alone].map((view) => JSON.stringify(seenBy(ROLES[id], view, WHERE).sections[name]));
      // Visitors see fewer alerts than carers.
      assert.equal(texts[1], texts[0], `${id} ${name}`);
    }
});

test('the canaries are in what is told of the whole record, so that a leak would be seen', () => {
  const { glance, ended, scoreNotices } = recordOf();
  const told = JSON.stringify(glance);
  for (const name of ['open', 'problems'] as const)
    assert.ok(told.includes(canary(name)) || told.includes(inPart(name)), name);
  assert.ok(JSON.stringify(ended).includes(canary('open')));
  assert.ok(JSON.stringify(scoreNotices).includes(canary('scores')));
});

const linesOf = (glance: GlanceTold | null | undefined) =>
  (glance?.lines ?? []).map(({ section, lead, rest }) => `${section} | ${lead}${rest}`);

test('lines of the glance that rest on what is withheld are gone, and it says which sections are withheld for the role', () => {
  const { glance } = seenBy(ROLES.carer, recordOf(), WHERE);
  const line = linesOf(glance).find((one) => one.includes('Not known')) ?? '';
  assert.match(line, /frailty and other scores \(withheld for your role\)/);
  assert.ok(linesOf(glance).some((one) => one.startsWith('open |')));
  const kitchen = linesOf(seenBy(ROLES['kitchen-or-domestic'], recordOf(), WHERE).glance).join('\n');
  assert.match(kitchen, /Not known: .*withheld for your role/);
  assert.doesNotMatch(kitchen, /Nothing new/);
});

test('a glance that nobody worked out, or that may tell nothing, stays that', () => {
  const { glance: _, ...bare } = recordOf();
  assert.equal('glance' in seenBy(ROLES.carer, bare, WHERE), false);
  assert.equal(seenBy(ROLES.carer, { ...bare, glance: null }, WHERE).glance, null);
});

test('the meal card says of swallowing that nothing is recorded, and never that it is withheld', () => {
  const nothing = recordOf({
    function: { ...SECTIONS.function, content: { kind: 'not-recorded' } } as never,
  });
  const seen = seenBy(ROLES['kitchen-or-domestic'], nothing, WHERE).sections.function;
  assert.ok(seen.state === 'known');
  assert.deepEqual(seen.content, { kind: 'not-recorded' });
  assert.deepEqual(seen.gaps, [
    { why: 'unreadable', what: 'advice on eating and drinking' },
    { why: 'withheld', what: 'everything but eating and drinking' },
  ]);
});

test('the meal card says that the advice on swallowing could not be read, or is disputed', () => {
  const failed = { state: 'failed', error: { code: 'timeout' }, at: NOW } as const;
  const kitchen = ROLES['kitchen-or-domestic'];
  assert.deepEqual(seenBy(kitchen, recordOf({ function: failed }), WHERE).sections.function, failed);
  const one = SECTIONS.function;
  assert.ok(one.state === 'known' && one.content.kind === 'recorded');
  const { value, nones } = one.content;
  const side = { id: 's', on: null, source: { label: 'GP' }, by: null, cautions: [], value };
  const none = nones?.[0];
  assert.ok(none);
  const disputed = {
    kind: 'disagree',
    sides: [{ ...side, none }, side],
    common: null,
    nones: [none],
  } as const;
  const seen = seenBy(kitchen, recordOf({ function: { ...one, content: disputed } }), WHERE).sections
    .function;
  assert.ok(seen.state === 'known' && seen.content.kind === 'disagree');
  assert.equal(seen.content.sides.length, 2);
  assert.doesNotMatch(JSON.stringify(seen), new RegExp(canary('function')));
});

test('kitchen staff see how their own worry stands, in their own words alone, and nothing that anybody else wrote', () => {
  const seen = seenBy(ROLES['kitchen-or-domestic'], recordOf(), WHERE).sections.open;
  assert.ok(seen.state === 'known' && seen.content.kind === 'recorded');
  const [own, ...more] = seen.content.value;
  assert.deepEqual(more, []);
  assert.equal(own?.text, inPart('open'));
  assert.deepEqual(own?.progress, { state: 'seen', by: 'Dr Asha Rao', at: NOW });
  assert.equal(own?.thread, undefined);
  assert.equal(own?.by?.name, MINE.entries[0]?.by.name);
});

test('without a worry of their own, kitchen staff are not told whether anybody has asked anything', () => {
  const kitchen = ROLES['kitchen-or-domestic'];
  for (const raised of [[], ['somebody-elses']])
    assert.deepEqual(seenBy(kitchen, recordOf(), { place: null, raised }).sections.open, WITHHELD);
});

test('a list tells of each resident what the view of the role tells', () => {
  const record = recordOf();
  for (const id of ROLE_IDS) {
    const seen = seenBy(ROLES[id], record, WHERE);
    const { sections, ended } = matterSeenBy(ROLES[id], record, WHERE);
    for (const name of ['identity', 'limits', 'news2', 'open'] as const)
      assert.deepEqual(sections[name], seen.sections[name], `${id} ${name}`);
    assert.deepEqual(ended, seen.ended, id);
  }
});

test('what is asked about people off the list is seen only by whoever sees all that is asked', () => {
  const matters = {
    residents: [recordOf()],
    homes: [
      {
        home: 'rowan',
        name: 'Rowan Court',
        state: { state: 'loading' },
        unlisted: { state: 'failed', error: { code: 'timeout' }, at: NOW },
      },
    ],
    onTheList: [],
  } as const;
  assert.equal(mattersSeenBy(ROLES.carer, matters, WHERE).homes[0]?.unlisted.state, 'failed');
  for (const id of ['kitchen-or-domestic', 'voluntary', 'educator', 'unknown'] as const)
    assert.deepEqual(mattersSeenBy(ROLES[id], matters, WHERE).homes[0]?.unlisted, WITHHELD);
});

const BROKEN = {
  resident: 'r1',
  reason: 'Found on the floor',
  from: '2026-11-21T14:15:00Z',
  until: '2026-11-21T14:30:00Z',
};

test('a broken glass shows a carer the whole of one resident until its time is over, and opens nothing to a role without one', () => {
  const record = recordOf();
  const at = (now: string, broken = BROKEN) => ({ ...WHERE, glass: { broken, now } });
  assert.equal(seenBy(ROLES.carer, record, at(NOW)), record);
  for (const where of [
    at('2026-11-21T14:30:00Z'),
    at('2026-11-21T14:14:59Z'),
    at(NOW, { ...BROKEN, resident: 'r2' }),
  ])
    assert.deepEqual(seenBy(ROLES.carer, record, where).sections.frailty, WITHHELD);
  assert.deepEqual(seenBy(ROLES['kitchen-or-domestic'], record, at(NOW)).sections.plan, WITHHELD);
});
