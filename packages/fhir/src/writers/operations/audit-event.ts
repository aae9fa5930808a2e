import type { ResidentId } from '@ehch/clinical';
import type { Instant } from '@ehch/clinical/time';
import { LOCAL } from '../../codes/systems.ts';
import type { JsonObject } from '../../entry.ts';
import { createPart } from './finish-assessment.ts';
import type { JsonValue, OperationAuthor, WrittenOperation } from './operation.ts';

/** What somebody did, or tried to do, with records on screen. */
export type AuditedKind =
  | 'view'
  | 'refused'
  | 'failed'
  | 'print'
  | 'copy'
  | 'export'
  /** Somebody looks, with a reason, at what their role withholds. */
  | 'break-glass'
  /** Somebody gave a passphrase or a passkey that does not open this device. */
  | 'unlock-refused';

/** One act to be audited (sync rule U1). Nothing in it says what the record holds. */
export interface AuditedAct {
  /** The intent, made when it happened. It is the id of the AuditEvent too. */
  readonly id: string;
  readonly kind: AuditedKind;
  readonly at: Instant;
  readonly clockOffsetMs: number | null;
  readonly author: OperationAuthor;
  /** For whom the person works: the home or the practice. */
  readonly organisation: { readonly reference?: string; readonly display: string };
  /** The program with its version, and the PC as the place file names it: "EHCH Kit 0.1.0, front desk". */
  readonly device: string;
  readonly of:
    | { readonly resident: ResidentId; readonly subject?: string }
    /** A list of residents, by its own name: "Residents of Rowan Court". */
    | { readonly resident: null; readonly list: string };
  readonly reason: AuditReason;
  /** For `refused` and `failed`: what stopped it, without anything of a resident. */
  readonly stopped?: string;
}

/** Why: a purpose of use (HL7 v3 ActReason), and the person's words where they were asked. */
interface AuditReason {
  readonly code: 'TREAT' | 'COC' | 'ETREAT' | 'BTG' | 'PATADMIN' | 'PATRQT' | 'CAREMGT';
  readonly words?: string;
}

/** The system of identifiers that say by which intent a resource was written. The push writes it too. */
const INTENT_SYSTEM = 'https://ehch-kit.example/Id/intent';

const TERMINOLOGY = 'http://terminology.hl7.org/CodeSystem/';
const DICOM = 'http://dicom.nema.org/resources/ontology/DCM';

const PATIENT_RECORD = { system: DICOM, code: '110110', display: 'Patient Record' };
const EXPORT = { system: DICOM, code: '110106', display: 'Export' };
const AUTHENTICATION = { system: DICOM, code: '110114', display: 'User Authentication' };
const SECURITY_ALERT = { system: DICOM, code: '110113', display: 'Security Alert' };
const OVERRIDE = { system: DICOM, code: '110127', display: 'Emergency Override Started' };
const QUERY = { system: DICOM, code: '110112', display: 'Query' };

/** How each kind is said in R4: the DICOM event, the outcome, and the DICOM life cycle of what was seen. */
const KINDS: { readonly [kind in AuditedKind]: Said } = {
  view: { event: PATIENT_RECORD, outcome: '0', lifecycle: '6' },
  // R4: 4 is an attempt that the rules stopped, and 8 is a failure of the program.
  refused: { event: PATIENT_RECORD, outcome: '4', lifecycle: '6' },
  failed: { event: PATIENT_RECORD, outcome: '8', lifecycle: '6' },
  print: { event: EXPORT, outcome: '0', lifecycle: '10' },
  copy: { event: EXPORT, outcome: '0', lifecycle: '10' },
  export: { event: EXPORT, outcome: '0', lifecycle: '10' },
  'break-glass': { event: SECURITY_ALERT, subtype: OVERRIDE, outcome: '0', lifecycle: '6' },
  'unlock-refused': { event: AUTHENTICATION, outcome: '4', lifecycle: '6' },
};

const EXECUTED: ReadonlySet<JsonObject> = new Set([AUTHENTICATION, SECURITY_ALERT]);

interface Said {
  readonly event: JsonObject;
  /** The standard's own word for the kind, where it has one. */
  readonly subtype?: JsonObject;
  readonly outcome: '0' | '4' | '8';
  readonly lifecycle: '6' | '10';
}

/**
 * An audited act as an operation. It is queued like every write. The AuditEvent is its own marker: an act has one
 * resource, and its id is that of the intent.
 */
export function auditOperation(act: AuditedAct): WrittenOperation {
  const { id, kind, at, clockOffsetMs, author, of } = act;
  const about: JsonValue = { kind: 'audit', what: kind };
  return {
    format: 1,
    intent: id,
    resident: of.resident,
    class: 'audit',
    author,
    pressedAt: at,
    clockOffsetMs,
    dependsOn: [],
    parts: [createPart(auditEvent(act))],
    about,
  };
}

function auditEvent({
  id,
  kind,
  at,
  author,
  organisation,
  device,
  of,
  reason,
  stopped,
}: AuditedAct): JsonObject {
  const said = KINDS[kind];
  const isList = of.resident === null && said.event === PATIENT_RECORD;
  const purpose = {
    coding: [{ system: `${TERMINOLOGY}v3-ActReason`, code: reason.code }],
    ...(reason.words === undefined ? {} : { text: reason.words }),
  };
  return {
    resourceType: 'AuditEvent',
    id,
    type: isList ? QUERY : said.event,
    subtype: [
      { system: LOCAL, code: `audit/${kind}` },
      ...(said.subtype === undefined ? [] : [said.subtype]),
    ],
    // R4: reading, viewing and printing are one action. A query is executed.
    action: isList || EXECUTED.has(said.event) ? 'E' : 'R',
    recorded: at,
    outcome: said.outcome,
    ...(stopped === undefined ? {} : { outcomeDesc: stopped }),
    purposeOfEvent: [purpose],
    agent: agentsOf(author, organisation, device),
    source: {
      site: organisation.display,
      observer: { display: device },
      type: [{ system: `${TERMINOLOGY}security-source-type`, code: '1', display: 'User Device' }],
    },
    entity: [seen(of, said.lifecycle), intentOf(id)],
  };
}

/** The person, the program on this device, and the organisation, each as an agent. Only the person asked for anything. */
function agentsOf(
  { sub, display, reference, role }: OperationAuthor,
  organisation: AuditedAct['organisation'],
  device: string,
): readonly JsonObject[] {
  return [
    {
      type: {
        coding: [
          { system: `${TERMINOLOGY}v3-ParticipationType`, code: 'IRCP', display: 'information recipient' },
        ],
      },
      ...(role === null ? {} : { role: [{ text: role }] }),
      who: { ...(reference === null ? {} : { reference }), display },
      altId: sub,
      requestor: true,
    },
    {
      type: { coding: [{ system: DICOM, code: '110150', display: 'Application' }] },
      who: { display: device },
      requestor: false,
    },
    {
      type: {
        coding: [{ system: `${TERMINOLOGY}v3-RoleClass`, code: 'PROV', display: 'healthcare provider' }],
      },
      who: { ...organisation },
      requestor: false,
    },
  ];
}

function seen(of: AuditedAct['of'], lifecycle: Said['lifecycle']): JsonObject {
  const life = { system: `${TERMINOLOGY}dicom-audit-lifecycle`, code: lifecycle };
  const entity = (type: string, role: string, what: JsonObject): JsonObject => ({
    ...what,
    type: { system: `${TERMINOLOGY}audit-entity-type`, code: type },
    role: { system: `${TERMINOLOGY}object-role`, code: role },
    lifecycle: life,
  });
  if (of.resident === null) return entity('2', '7', { name: of.list });
  return entity('1', '1', { what: { reference: of.subject ?? `Patient/${of.resident}` } });
}

/** R4's AuditEvent has no identifier. Its `entity-name` can be searched, so the intent is found by it. */
function intentOf(id: string): JsonObject {
  return {
    what: { identifier: { system: INTENT_SYSTEM, value: id } },
    type: { system: `${TERMINOLOGY}audit-entity-type`, code: '4' },
    name: id,
  };
}
