import { PLAN_KINDS, planFieldWords, type PlanField, type PlanText } from '@ehch/clinical/care-plan';
import { byCode } from '../by-code.ts';
import { ATTORNEY_HEALTH, CPR_CODES, PREFERRED_PLACE } from '../codes/limits.ts';
import { SNOMED } from '../codes/systems.ts';
import { listAt, textAt, type JsonObject } from '../entry.ts';
import { extensionsOf, part } from '../extensions.ts';
import type { LineCodec } from './line-codec.ts';
import { ORIGINAL_PARTS, PLAN_ORIGINAL } from './plan-codes.ts';
import { placedName, placedNames, placedText, type Placed } from './placed.ts';
import { saidByIn } from './said-by.ts';

type Part = (typeof ORIGINAL_PARTS)[number];

/** What FHIR has no element for. Decisions are written anew and never edited, so the extension is written whole. */
function originalPlace(fields: PlanText, names: readonly Part[]): Placed {
  const parts = names.flatMap((name) => {
    const value = fields[name] ?? null;
    return value === null ? [] : [{ url: name, valueString: value }];
  });
  return {
    path: ['extension'],
    value: parts.length === 0 ? undefined : [{ url: PLAN_ORIGINAL, extension: parts }],
  };
}

/** The parts of the extension on a decision of ours. */
export function originalIn(resource: JsonObject): PlanText {
  const [extension] = extensionsOf(resource['extension'], PLAN_ORIGINAL);
  return Object.fromEntries(
    ORIGINAL_PARTS.map((name) => [name, textAt(part(extension, name), 'valueString')]),
  );
}

const SIGHTED = ['sightedBy', 'sightedOn', 'madeIn'] as const;
const CPR = { attempt: '450475007', 'do-not-attempt': '450476008' } as const;

/**
 * A decision about CPR. Its review is no end of the flag: a decision whose review is late is still the
 * decision, and the screen says that the review is late.
 */
export const cprCodec: LineCodec = {
  type: 'Flag',
  skeleton: (_kind, { subject }) => ({ status: 'active', subject: { reference: subject } }),
  places: (_kind, fields) => {
    // Guard: a decision that does not say which is neither of the two.
    const code = CPR[fields['decision'] as keyof typeof CPR] as string | undefined;
    const { words } = CPR_CODES.get(`${SNOMED}|${code ?? ''}`) ?? { words: 'CPR' };
    return [
      {
        path: ['code'],
        value:
          code === undefined
            ? undefined
            : { coding: [{ system: SNOMED, code, display: words }], text: words },
      },
      { path: ['period', 'start'], value: placedText(fields['signedOn']) },
      { path: ['author'], value: placedName(fields['signedBy']) },
      originalPlace(fields, ['originalAt', ...SIGHTED, 'reviewBy']),
    ];
  },
  stamps: () => [],
  read(resource) {
    const code = textAt(listAt(resource['code'], 'coding')[0], 'code');
    const decision = Object.entries(CPR).find(([, each]) => each === code)?.[0];
    if (resource['resourceType'] !== 'Flag' || decision === undefined) return null;
    return {
      kind: 'cpr',
      fields: {
        ...pick(originalIn(resource), ['originalAt', ...SIGHTED, 'reviewBy']),
        decision,
        signedBy: textAt(resource['author'], 'display'),
        signedOn: textAt(resource['period'], 'start'),
      },
      state: textAt(resource, 'status') === 'active' ? 'in-force' : 'ended',
    };
  },
  ended: () => [{ path: ['status'], value: 'inactive' }],
};

function creation(on: string | null | undefined): { readonly creation?: string } {
  return on === null || on === undefined ? {} : { creation: on };
}

/** A signed form or an advance decision: what is known of the paper. */
export const signedFormCodec: LineCodec = {
  type: 'DocumentReference',
  // R4 asks for a content. The paper is not here, and the title says what it is.
  skeleton: (_kind, { subject }) => ({ status: 'current', subject: { reference: subject } }),
  places: (_kind, fields) => {
    const title = planFieldWords('form', 'title', fields['title'] ?? null) ?? 'Signed form';
    const at = fields['originalAt'] ?? null;
    return [
      { path: ['type'], value: { text: title } },
      // The day of the signature may be known in part, and "date" of the resource takes moments only.
      { path: ['content'], value: [{ attachment: { title, ...creation(fields['signedOn']) } }] },
      {
        path: ['author'],
        value: placedNames(fields['signedBy']),
      },
      { path: ['description'], value: at === null ? undefined : `Original: ${at}` },
      { path: ['context', 'period', 'end'], value: placedText(fields['reviewBy']) },
      originalPlace(fields, [...SIGHTED]),
    ];
  },
  stamps: () => [],
  read(resource) {
    const title = optionWith(PLAN_KINDS.form.fields.title, textAt(resource['type'], 'text'));
    if (resource['resourceType'] !== 'DocumentReference' || title === undefined) return null;
    const context = resource['context'] as JsonObject | undefined;
    return {
      kind: 'form',
      fields: {
        ...pick(originalIn(resource), SIGHTED),
        title,
        originalAt: textAt(resource, 'description')?.replace(/^Original: /, '') ?? null,
        signedBy: textAt(listAt(resource, 'author')[0], 'display'),
        signedOn: textAt(
          (listAt(resource, 'content')[0] as JsonObject | undefined)?.['attachment'],
          'creation',
        ),
        reviewBy: textAt(context?.['period'], 'end'),
      },
      state: textAt(resource, 'status') === 'current' ? 'in-force' : 'ended',
    };
  },
  ended: () => [{ path: ['status'], value: 'superseded' }],
};

/** Somebody who decides or speaks for the resident. */
export const decisionMakerCodec: LineCodec = {
  type: 'RelatedPerson',
  skeleton: (_kind, { subject }) => ({ active: true, patient: { reference: subject } }),
  places: (_kind, fields) => {
    const authority = fields['authority'] ?? null;
    const words = planFieldWords('decision-maker', 'authority', authority) ?? '';
    const coded = authority === 'lpa' ? { coding: [{ system: SNOMED, code: ATTORNEY_HEALTH }] } : {};
    const relation = fields['relation'] ?? null;
    return [
      { path: ['name'], value: [{ text: fields['name'] ?? '' }] },
      {
        path: ['relationship'],
        value: [{ ...coded, text: words }, ...(relation === null ? [] : [{ text: relation }])],
      },
      originalPlace(fields, ['authority', 'registered', 'seenBy', 'seenOn', 'acts']),
    ];
  },
  stamps: () => [],
  read(resource) {
    const own = originalIn(resource);
    if (resource['resourceType'] !== 'RelatedPerson' || own['authority'] === null) return null;
    return {
      kind: 'decision-maker',
      fields: {
        ...pick(own, ['authority', 'registered', 'seenBy', 'seenOn', 'acts']),
        name: textAt(listAt(resource, 'name')[0], 'text'),
        relation: textAt(listAt(resource, 'relationship')[1], 'text'),
      },
      state: resource['active'] === false ? 'ended' : 'in-force',
    };
  },
  ended: () => [{ path: ['active'], value: false }],
};

/** Where the resident wants to be cared for, or to die. */
export const placeCodec: LineCodec = {
  type: 'Observation',
  skeleton: (_kind, { subject }) => ({
    status: 'final',
    category: [
      {
        coding: [
          { system: 'http://terminology.hl7.org/CodeSystem/observation-category', code: 'social-history' },
        ],
      },
    ],
    subject: { reference: subject },
  }),
  places: (_kind, fields) => [
    {
      path: ['code'],
      value: {
        coding: [{ system: SNOMED, code: PREFERRED_PLACE }],
        text: planFieldWords('preferred-place', 'of', fields['of'] ?? null) ?? '',
      },
    },
    { path: ['valueString'], value: placedText(fields['place']) },
    {
      path: ['performer'],
      value: placedNames(fields['saidBy']),
    },
    { path: ['effectiveDateTime'], value: placedText(fields['saidOn']) },
  ],
  stamps: () => [],
  read(resource) {
    const of = optionWith(PLAN_KINDS['preferred-place'].fields.of, textAt(resource['code'], 'text'));
    if (resource['resourceType'] !== 'Observation' || of === undefined) return null;
    return {
      kind: 'preferred-place',
      fields: {
        of,
        place: textAt(resource, 'valueString'),
        saidBy: saidByIn(resource, listAt(resource, 'performer')[0]),
        saidOn: textAt(resource, 'effectiveDateTime'),
      },
      state: ['final', 'amended', 'corrected'].includes(textAt(resource, 'status') ?? '')
        ? 'in-force'
        : 'ended',
    };
  },
  ended: () => [{ path: ['status'], value: 'cancelled' }],
};

/** R4 consent: the basis on which the plan is shared. */
const SCOPE = 'http://terminology.hl7.org/CodeSystem/consentscope';

const RULE = { objection: 'deny', 'direct-care': 'permit' } as const;

const NO_WORDS = 'Not said in words';

/** An objection, or that the resident agreed to sharing for direct care. The server applies it; the kit says it. */
export const sharingCodec: LineCodec = {
  type: 'Consent',
  skeleton: (_kind, { subject }) => ({
    status: 'active',
    scope: { coding: [{ system: SCOPE, code: 'patient-privacy' }] },
    category: [{ text: 'Sharing of the care plan' }],
    patient: { reference: subject },
  }),
  places: (_kind, { basis, words }) => [
    { path: ['policyRule'], value: { text: planFieldWords('sharing', 'basis', basis ?? null) ?? '' } },
    { path: ['provision', 'type'], value: placedText(RULE[basis as keyof typeof RULE]) },
    // A denial without a limit would withhold the whole record, also from the home. What is objected to stands
    // in words.
    { path: ['provision', 'code'], value: [{ text: words ?? NO_WORDS }] },
  ],
  stamps: ({ author, at }) => [
    { path: ['dateTime'], value: at },
    { path: ['performer'], value: [author] },
  ],
  read(resource) {
    const isOurs = textAt(listAt(resource, 'category')[0], 'text') === 'Sharing of the care plan';
    if (resource['resourceType'] !== 'Consent' || !isOurs) return null;
    const provision = resource['provision'] as JsonObject | undefined;
    const type = textAt(provision, 'type');
    if (type !== 'deny' && type !== 'permit') return null;
    const words = textAt(listAt(provision, 'code')[0], 'text');
    return {
      kind: 'sharing',
      fields: {
        basis: type === 'deny' ? 'objection' : 'direct-care',
        words: words === NO_WORDS ? null : words,
      },
      state: CONSENT_STATE[textAt(resource, 'status') ?? ''] ?? 'ended',
    };
  },
  ended: () => [{ path: ['status'], value: 'inactive' }],
};

/** R4 consent-state-codes. */
const CONSENT_STATE = byCode<'in-force' | 'proposed'>({
  active: 'in-force',
  draft: 'proposed',
  proposed: 'proposed',
});

/** The value of a list that has these words. */
function optionWith({ form }: PlanField, words: string | null): string | undefined {
  const options = form.kind === 'one-of' ? Object.entries(form.options) : [];
  return options.find(([, each]) => each === words)?.[0];
}

function pick(fields: PlanText, names: readonly string[]): PlanText {
  return Object.fromEntries(names.map((name) => [name, fields[name] ?? null]));
}
