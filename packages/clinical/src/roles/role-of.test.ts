import assert from 'node:assert/strict';
import { test } from 'node:test';
import { checkSnomedId } from '../rules/snomed-id.ts';
import { BY_SDS, BY_SNOMED, BY_WORDS } from './role-codes.ts';
import { otherSideOf } from './other-side.ts';
import { roleOf, type RoleSaid } from './role-of.ts';
import { roleById, ROLE_IDS, ROLES } from './roles.ts';

const SDS = 'https://fhir.hl7.org.uk/CodeSystem/UKCore-SDSJobRoleName';
const SNOMED = 'http://snomed.info/sct';
const said = (codes: readonly (readonly [string | null, string])[], ...words: string[]): RoleSaid => ({
  codes: codes.map(([system, code]) => ({ system, code })),
  words,
});

test('a code of SNOMED CT or of the NHS job roles says the role, under each address of the list', () => {
  assert.equal(roleOf(said([[SDS, 'R0260']]), null), 'gp');
  assert.equal(roleOf(said([[SNOMED, '224535009']]), null), 'nurse');
  assert.equal(
    roleOf(said([['https://fhir.nhs.uk/CodeSystem/NHSDigital-SDS-JobRoleCode', 'S0030:G0100:R0620']]), null),
    'nurse',
  );
  assert.equal(
    roleOf(said([['https://fhir.nhs.uk/STU3/CodeSystem/CareConnect-SDSJobRoleName-1', 'R9725']]), null),
    'carer',
  );
});

test('a code in another system, a code that nobody has mapped, and a name of every object are unknown', () => {
  for (const codes of [
    [['https://example.org/roles', 'R0260']],
    [[null, 'R0260']],
    [[SNOMED, 'R0260']],
    [[SDS, 'R8000']],
    [[SDS, 'constructor']],
    [[SNOMED, '__proto__']],
    [],
  ] as const)
    assert.equal(roleOf(said(codes), null), 'unknown', JSON.stringify(codes));
  for (const words of ['toString', '', 'GP, clinical lead for Rowan Court', 'assistant to the GP'])
    assert.equal(roleOf(said([], words), null), 'unknown', words);
});

test('a code that nobody knows is not outvoted by its words', () => {
  assert.equal(roleOf(said([['https://example.org/roles', '17']], 'GP'), null), 'unknown');
});

test('words count where there is no code, whatever their capitals', () => {
  assert.equal(roleOf(said([], 'Senior  Carer'), null), 'senior-carer');
  assert.equal(roleOf(said([], 'GP'), null), 'gp');
});

test('codes that say two things are unknown', () => {
  const both = said([
    [SDS, 'R0260'],
    [SNOMED, '224577009'],
  ]);
  assert.equal(roleOf(both, null), 'unknown');
  assert.equal(roleOf(said([], 'GP', 'carer'), null), 'unknown');
});

test('the table of the place comes first, by its own codes and words, and two of its lines that differ are unknown', () => {
  const place = {
    staffRoles: [
      { kind: 'words', words: 'Team leader', role: 'senior-carer' },
      { kind: 'code', system: 'https://example.org/roles', code: '17', role: 'matron' },
      { kind: 'code', system: SDS, code: 'R1290', role: 'pcn-pharmacist' },
      { kind: 'words', words: '\u200B', role: 'gp' },
    ],
  } as const;
  assert.equal(roleOf(said([], 'TEAM LEADER'), place), 'senior-carer');
  assert.equal(roleOf(said([['https://example.org/roles', '17']]), place), 'matron');
  assert.equal(roleOf(said([[SDS, 'S0:G1:R1290']]), place), 'pcn-pharmacist');
  assert.equal(roleOf(said([['https://example.org/other', '17']]), place), 'unknown');
  assert.equal(roleOf(said([], ''), place), 'unknown');
  assert.equal(roleOf(said([['https://example.org/roles', '17']], 'Team leader'), place), 'unknown');
});

test('every code and every word leads to a role that there is, and SNOMED CT’s have their check digit', () => {
  for (const role of [BY_SDS, BY_SNOMED, BY_WORDS].flatMap(Object.values)) assert.ok(ROLE_IDS.includes(role));
  for (const code of Object.keys(BY_SDS)) assert.match(code, /^R\d{4}$/);
  for (const code of Object.keys(BY_SNOMED)) assert.equal(checkSnomedId(code).kind, 'concept', code);
  for (const words of Object.keys(BY_WORDS)) assert.equal(words, words.trim().toLowerCase());
});

test('what names no role is unknown, and unknown sees and presses the least', () => {
  for (const id of ['', 'admin', 'constructor', '__proto__']) assert.equal(roleById(id), ROLES.unknown);
  const { view, presses, breaksGlass, setsUpDevice, addsPeople } = ROLES.unknown;
  assert.deepEqual(
    [view, presses, breaksGlass, setsUpDevice, addsPeople],
    ['least', 'own-worry', false, false, false],
  );
});

test('who sets up a device, and who lets colleagues in, is written here too', () => {
  assert.deepEqual(
    ROLE_IDS.filter((id) => ROLES[id].setsUpDevice),
    ['gp', 'matron', 'care-coordinator', 'home-manager', 'nurse'],
  );
  assert.deepEqual(
    ROLE_IDS.filter((id) => ROLES[id].addsPeople),
    ['gp', 'home-manager'],
  );
});

test('the practice looks with a carer’s eyes, and the home with a GP’s', () => {
  for (const id of ROLE_IDS)
    assert.equal(otherSideOf(ROLES[id]).id, ROLES[id].side === 'practice' ? 'carer' : 'gp', id);
});
