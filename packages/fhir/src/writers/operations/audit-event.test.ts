import assert from 'node:assert/strict';
import { test } from 'node:test';
import { auditOperation, type AuditedAct, type AuditedKind } from './audit-event.ts';
import { author, created, LATER } from './operations.fixtures.ts';

const act: AuditedAct = {
  id: LATER,
  kind: 'view',
  at: '2026-11-20T09:40:00Z',
  clockOffsetMs: null,
  author,
  organisation: { reference: 'Organization/rowan', display: 'Rowan Court' },
  device: 'EHCH Kit 0.1.0, front desk',
  of: { resident: 'p1' },
  reason: { code: 'TREAT' },
};

const eventOf = (given: Partial<AuditedAct>) => {
  const [event, ...more] = created(auditOperation({ ...act, ...given }));
  assert.ok(event);
  assert.equal(more.length, 0);
  return event;
};
const coded = (system: string, code: string, display: string) => ({ coding: [{ system, code, display }] });
const HL7 = 'http://terminology.hl7.org/CodeSystem/';
const DICOM = 'http://dicom.nema.org/resources/ontology/DCM';

test('U1: a view says who, in which role, for whom, on which device, when, of which resident and why', () => {
  assert.deepEqual(eventOf({}), {
    resourceType: 'AuditEvent',
    id: LATER,
    type: { system: DICOM, code: '110110', display: 'Patient Record' },
    subtype: [{ system: 'https://ehch-kit.example/CodeSystem/local', code: 'audit/view' }],
    action: 'R',
    recorded: '2026-11-20T09:40:00Z',
    outcome: '0',
    purposeOfEvent: [{ coding: [{ system: `${HL7}v3-ActReason`, code: 'TREAT' }] }],
    agent: [
      {
        type: coded(`${HL7}v3-ParticipationType`, 'IRCP', 'information recipient'),
        role: [{ text: 'nurse' }],
        who: { reference: 'Practitioner/7', display: 'Sam Okafor' },
        altId: 'okafor',
        requestor: true,
      },
      {
        type: coded(DICOM, '110150', 'Application'),
        who: { display: 'EHCH Kit 0.1.0, front desk' },
        requestor: false,
      },
      {
        type: coded(`${HL7}v3-RoleClass`, 'PROV', 'healthcare provider'),
        who: { reference: 'Organization/rowan', display: 'Rowan Court' },
        requestor: false,
      },
    ],
    source: {
      site: 'Rowan Court',
      observer: { display: 'EHCH Kit 0.1.0, front desk' },
      type: [{ system: `${HL7}security-source-type`, code: '1', display: 'User Device' }],
    },
    entity: [
      {
        what: { reference: 'Patient/p1' },
        type: { system: `${HL7}audit-entity-type`, code: '1' },
        role: { system: `${HL7}object-role`, code: '1' },
        lifecycle: { system: `${HL7}dicom-audit-lifecycle`, code: '6' },
      },
      {
        what: { identifier: { system: 'https://ehch-kit.example/Id/intent', value: LATER } },
        type: { system: `${HL7}audit-entity-type`, code: '4' },
        name: LATER,
      },
    ],
  });
});

/** What tells the kinds apart: DICOM event, outcome, and life cycle of what was seen. */
const KINDS: Readonly<Record<AuditedKind, readonly [event: string, outcome: string, lifecycle: string]>> = {
  view: ['110110', '0', '6'],
  refused: ['110110', '4', '6'],
  failed: ['110110', '8', '6'],
  print: ['110106', '0', '10'],
  copy: ['110106', '0', '10'],
  export: ['110106', '0', '10'],
  'break-glass': ['110113', '0', '6'],
  'unlock-refused': ['110114', '4', '6'],
};

test('U1: a view, a refused or failed try, a print, a copy and an export are told apart', () => {
  for (const [kind, said] of Object.entries(KINDS) as [AuditedKind, readonly string[]][]) {
    const { type, subtype, outcome, entity } = eventOf({ kind }) as {
      type: { code: string };
      subtype: { code: string }[];
      outcome: string;
      entity: { lifecycle: { code: string } }[];
    };
    assert.deepEqual([type.code, outcome, entity[0]?.lifecycle.code], said);
    assert.equal(subtype[0]?.code, `audit/${kind}`);
  }
});

test('U1: a broken glass is an emergency override with the person’s reason, of one resident', () => {
  const event = eventOf({ kind: 'break-glass', reason: { code: 'BTG', words: 'Found on the floor' } });
  assert.deepEqual(event['subtype'], [
    { system: 'https://ehch-kit.example/CodeSystem/local', code: 'audit/break-glass' },
    { system: DICOM, code: '110127', display: 'Emergency Override Started' },
  ]);
  assert.equal(event['action'], 'E');
  assert.match(JSON.stringify(event['entity']), /Patient\/p1/);
});

test('U1: a refused try keeps why it was refused, and the words of the person who broke the glass', () => {
  const event = eventOf({
    kind: 'refused',
    stopped: 'forbidden',
    reason: { code: 'BTG', words: 'Found on the floor' },
  });
  assert.equal(event['outcomeDesc'], 'forbidden');
  assert.deepEqual(event['purposeOfEvent'], [
    { coding: [{ system: `${HL7}v3-ActReason`, code: 'BTG' }], text: 'Found on the floor' },
  ]);
});

test('U1: the view of a list names the list and no resident', () => {
  const operation = auditOperation({ ...act, of: { resident: null, list: 'Residents of Rowan Court' } });
  assert.equal(operation.resident, null);
  const event = created(operation)[0] ?? assert.fail();
  assert.equal((event['type'] as { code: string }).code, '110112');
  assert.equal(event['action'], 'E');
  assert.equal(JSON.stringify(event).includes('Patient/'), false);
});

test('U1: an audited act waits like a write: its own class, its own id, and itself as the marker', () => {
  const operation = auditOperation(act);
  assert.deepEqual(
    [operation.class, operation.intent, operation.resident, operation.author.sub, operation.pressedAt],
    ['audit', LATER, 'p1', 'okafor', act.at],
  );
  assert.deepEqual(
    operation.parts.map(({ op, type, id }) => [op, type, id]),
    [['create', 'AuditEvent', LATER]],
  );
});

test('an author without a reference or a role is named as far as known, and nothing is made up', () => {
  const [person] = eventOf({ author: { ...author, reference: null, role: null } })[
    'agent'
  ] as readonly unknown[];
  assert.deepEqual(Object.keys(person as object), ['type', 'who', 'altId', 'requestor']);
  assert.deepEqual((person as { who: unknown }).who, { display: 'Sam Okafor' });
});
