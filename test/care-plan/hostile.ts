import type { PlanLineIntent, ResidentView } from '../../packages/clinical/src/index.ts';
import { carePlanOf, type PlanBody } from '../../packages/clinical/src/care-plan/index.ts';
import { buildView } from '../../packages/fhir/src/index.ts';
import { writeIntent } from '../../packages/fhir/src/writers/index.ts';
import { edited } from '../../packages/sync/src/conflicts/merge.ts';
import { author, intentId } from '../emitted/everything.ts';

export type Json = Readonly<Record<string, unknown>>;

const TODAY = '2026-11-21';
const PATIENT = { resourceType: 'Patient', id: 'p1', name: [{ family: 'Marlow', given: ['Edith'] }] };
const CODES = 'https://ehch-kit.example/CodeSystem/care-plan';
const SUBJECT = { reference: 'Patient/p1' };

/** A line of words as another program may have left it. */
export const form = (item: readonly Json[], more: Json = {}): Json => ({
  resourceType: 'QuestionnaireResponse',
  id: 'q',
  questionnaire: 'https://ehch-kit.example/Questionnaire/care-plan|1',
  status: 'completed',
  subject: SUBJECT,
  authored: '2026-11-20T10:00:00Z',
  item,
  ...more,
});
export const said = (linkId: string, text: string, valueString: string, more: Json = {}): Json => ({
  linkId,
  text,
  answer: [{ valueString }],
  ...more,
});
export const chosen = (linkId: string, text: string, code: string, more: Json = {}): Json => ({
  linkId,
  text,
  answer: [{ valueCoding: { system: CODES, code, ...more } }],
});
export const task = (more: Json): Json => ({
  resourceType: 'Task',
  id: 't',
  status: 'requested',
  intent: 'plan',
  code: { coding: [{ system: CODES, code: 'action' }] },
  for: SUBJECT,
  description: 'Weigh',
  authoredOn: '2026-11-20',
  ...more,
});
export const goal = (more: Json): Json => ({
  resourceType: 'Goal',
  id: 'g',
  lifecycleStatus: 'active',
  subject: SUBJECT,
  description: { text: 'Walk' },
  ...more,
});
export const frame = (more: Json): Json => ({
  resourceType: 'CarePlan',
  id: 'c',
  status: 'active',
  intent: 'plan',
  category: [{ coding: [{ system: 'http://snomed.info/sct', code: '713663002' }] }],
  subject: SUBJECT,
  title: 'Plan',
  ...more,
});
export const sharing = (provision: Json): Json => ({
  resourceType: 'Consent',
  id: 's',
  status: 'active',
  scope: { coding: [{ code: 'patient-privacy' }] },
  category: [{ text: 'Sharing of the care plan' }],
  patient: SUBJECT,
  dateTime: '2026-01-01T00:00:00Z',
  policyRule: { text: 'Direct care' },
  provision,
});

export const viewOf = (resources: readonly Json[]): ResidentView =>
  buildView({
    resident: 'p1',
    patient: 'p1',
    resources: [PATIENT, ...resources],
    outcomes: {},
    now: '2026-11-21T14:20:00Z',
    sourceLabel: 'Shared record',
  }).view;

/** What the card has of these resources. */
export function bodyOf(...resources: readonly Json[]): PlanBody {
  const { body } = carePlanOf(viewOf(resources), TODAY);
  if (body.state !== 'known' || body.content.kind !== 'recorded') throw new Error('No plan was read.');
  return body.content.value;
}

/** What a server has of one resource after a press on the plan. */
export function pressed(
  what: Partial<PlanLineIntent> & Pick<PlanLineIntent, 'of' | 'act'>,
  old?: Json,
): Json {
  const by = { name: 'Grace Mensah', role: 'nurse' };
  const { parts } = writeIntent(
    {
      id: intentId(9, 1),
      resident: 'p1',
      pressedAt: '2026-11-21T14:00:00Z',
      what: { kind: 'plan-line', line: null, before: null, after: null, reason: null, by, ...what },
    },
    { author, clockOffsetMs: null, written: old === undefined ? [] : [old] },
  );
  const texts = parts.flatMap((part) =>
    part.op === 'update' ? [edited(JSON.stringify(old), part.edits)] : old === undefined ? [part.body] : [],
  );
  return JSON.parse(texts[0] ?? '{}') as Json;
}
