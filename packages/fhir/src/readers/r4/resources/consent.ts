import * as z from 'zod/mini';
import { attachment, base, coding, concept, concepts, period, reference, references } from '../datatypes.ts';
import { defineResource } from '../define-resource.ts';

// Every element that narrows a rule is read, because half a rule is a different rule.
const rule = {
  type: z.optional(z.enum(['deny', 'permit'])),
  period: z.optional(period),
  actor: z.optional(z.array(z.object({ role: z.optional(concept), reference: z.optional(reference) }))),
  action: z.optional(concepts),
  securityLabel: z.optional(z.array(coding)),
  purpose: z.optional(z.array(coding)),
  class: z.optional(z.array(coding)),
  code: z.optional(concepts),
  dataPeriod: z.optional(period),
  data: z.optional(z.array(z.object({ meaning: z.optional(z.string()), reference: z.optional(reference) }))),
};

type Rule = z.infer<z.ZodMiniObject<typeof rule>>;

/** A rule with its exceptions. R4 nests provisions, and each is an exception to the one around it. */
export interface Provision extends Rule {
  provision?: Provision[] | undefined;
}

const provision: z.ZodMiniType<Provision> = z.object({
  ...rule,
  // The getter allows the schema to refer to itself.
  get provision() {
    return z.optional(z.array(provision));
  },
});

/** Consents: to treatment among the agreed limits, and to sharing for what may be shown. */
export const consent = defineResource({
  subject: 'patient',
  // A malformed rule could turn a refusal into a permission.
  essential: ['scope', 'provision', 'policyRule'],
  schema: z.object({
    ...base,
    status: z.enum(['draft', 'proposed', 'active', 'rejected', 'inactive', 'entered-in-error']),
    scope: z.optional(concept),
    category: z.optional(concepts),
    patient: z.optional(reference),
    sourceReference: z.optional(reference),
    dateTime: z.optional(z.string()),
    performer: z.optional(references),
    sourceAttachment: z.optional(attachment),
    policyRule: z.optional(concept),
    verification: z.optional(
      z.array(
        z.object({
          verified: z.optional(z.boolean()),
          verifiedWith: z.optional(reference),
          verificationDate: z.optional(z.string()),
        }),
      ),
    ),
    provision: z.optional(provision),
  }),
  harmless: [
    'organization', // Says who keeps it.
    'policy', // Names a policy for machines.
  ],
});
