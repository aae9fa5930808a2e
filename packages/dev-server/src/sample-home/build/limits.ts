import type { CarePlan, Consent, DocumentReference, Flag, Resource } from '@medplum/fhirtypes';
import { hl7, snomed, text } from '../codes.ts';
import { madeBy, type Resident } from '../resident.ts';

/** Writes the resident's wishes, the CPR recommendation, the forms with their originals, and a last-days plan. */
export function limits(resident: Resident): Resource[] {
  const { limits: story } = resident.story;
  if (!story) return [];
  return [
    ...(story.cpr ?? []).map((cpr, n) => cprFlag(resident, cpr, n)),
    ...(story.wish ? [wish(resident, story.wish)] : []),
    ...(story.respect ? [respectForm(resident, story.respect)] : []),
    ...(story.refusal ? refusal(resident, story.refusal) : []),
    ...(story.preferredPlace ? [preferredPlace(resident, story.preferredPlace)] : []),
    ...(story.lastDays ? lastDays(resident, story.lastDays) : []),
  ];
}

type Limits = NonNullable<Resident['story']['limits']>;
type Part<K extends keyof Limits> = NonNullable<Limits[K]>;

/** A decision about CPR only. If nothing is recorded there is no Flag, which says neither yes nor no. */
function cprFlag(resident: Resident, cpr: Part<'cpr'>[number], n: number): Flag {
  const attempt = cpr.decision === 'attempt';
  return {
    resourceType: 'Flag',
    id: resident.id('cpr', n),
    meta: madeBy('UKCore-Flag', cpr.by === 'gp' ? 'practice' : 'hospital'),
    status: 'active',
    category: [hl7('flag-category', 'clinical')],
    code: {
      coding: [snomed(attempt ? '450475007' : '450476008')],
      text: attempt
        ? 'For attempted cardiopulmonary resuscitation'
        : 'Not for attempted cardiopulmonary resuscitation',
    },
    subject: resident.patient,
    period: { start: resident.days.date(cpr.on) },
    author: resident.staff(cpr.by),
  };
}

function wish(resident: Resident, { words, on }: Part<'wish'>): CarePlan {
  return {
    resourceType: 'CarePlan',
    id: resident.id('wish'),
    meta: madeBy('UKCore-CarePlan', 'practice'),
    status: 'active',
    intent: 'plan',
    category: [text('Advance care plan')],
    title: 'What I want if I become more unwell',
    description: words,
    subject: resident.patient,
    created: resident.days.date(on),
    author: resident.staff('gp'),
  };
}

function respectForm(resident: Resident, { on, original, superseded }: Part<'respect'>): DocumentReference {
  return document(resident, 'respect', 'ReSPECT form', on, original, superseded ? 'superseded' : 'current');
}

function document(
  resident: Resident,
  key: string,
  title: string,
  on: number,
  original: string,
  status: DocumentReference['status'] = 'current',
): DocumentReference {
  return {
    resourceType: 'DocumentReference',
    id: resident.id(key),
    meta: madeBy('UKCore-DocumentReference', 'practice'),
    status,
    type: text(title),
    subject: resident.patient,
    date: resident.days.at(on, '15:00'),
    author: [resident.staff('gp')],
    description: `Signed original: ${original}`,
    content: [{ attachment: { title, contentType: 'application/pdf', creation: resident.days.date(on) } }],
  };
}

function refusal(resident: Resident, { words, except, on, original }: Part<'refusal'>): Resource[] {
  const consent: Consent = {
    resourceType: 'Consent',
    id: resident.id('refusal'),
    meta: madeBy('UKCore-Consent', 'practice'),
    status: 'active',
    scope: hl7('consentscope', 'adr'),
    category: [text('Advance decision to refuse treatment')],
    patient: resident.patient,
    dateTime: resident.days.date(on),
    policyRule: text('Mental Capacity Act 2005, sections 24 to 26'),
    provision: {
      type: 'deny',
      code: [text(words)],
      // FHIR nests an exception inside the provision that it limits (Consent.provision.provision).
      ...(except === undefined
        ? {}
        : { provision: except.map((allowed) => ({ type: 'permit' as const, code: [text(allowed)] })) }),
    },
  };
  return [consent, document(resident, 'refusal-form', 'Advance decision to refuse treatment', on, original)];
}

function preferredPlace(resident: Resident, { of, words, on }: Part<'preferredPlace'>): Resource {
  return {
    resourceType: 'Observation',
    id: resident.id('preferred-place'),
    meta: madeBy('UKCore-Observation', 'practice'),
    status: 'final',
    category: [hl7('observation-category', 'social-history')],
    code:
      of === 'death'
        ? { coding: [snomed('395091006')], text: 'Preferred place of death' }
        : text('Preferred place of care'),
    subject: resident.patient,
    effectiveDateTime: resident.days.date(on),
    performer: [resident.staff('gp')],
    valueString: words,
  };
}

function lastDays(resident: Resident, { words, on }: Part<'lastDays'>): Resource[] {
  const flag: Flag = {
    resourceType: 'Flag',
    id: resident.id('last-days'),
    meta: madeBy('UKCore-Flag', 'practice'),
    status: 'active',
    category: [hl7('flag-category', 'clinical')],
    code: text('Last days of life: individual care plan in place'),
    subject: resident.patient,
    period: { start: resident.days.date(on) },
    author: resident.staff('gp'),
  };
  const plan: CarePlan = {
    resourceType: 'CarePlan',
    id: resident.id('last-days-plan'),
    meta: madeBy('UKCore-CarePlan', 'practice'),
    status: 'active',
    intent: 'plan',
    category: [text('Last days of life care plan')],
    title: 'Care in the last days of life',
    description: words,
    subject: resident.patient,
    created: resident.days.date(on),
    author: resident.staff('gp'),
  };
  return [flag, plan];
}
