import type { DecisionMaker, OriginalSeen } from '@ehch/clinical';
import type { PlanText } from '@ehch/clinical/care-plan';
import { originalIn } from '../../../care-plan/original-parts.ts';
import { ORIGINAL_PARTS, PLAN_ORIGINAL } from '../../../care-plan/plan-codes.ts';
import { listAt, textAt, type JsonObject } from '../../../entry.ts';
import { extensionsOf } from '../../../extensions.ts';
import { Cautions } from '../cautions.ts';
import { elementName } from '../elements/words.ts';
import type { Held } from '../record.ts';

/** The words under which an extension that nobody reads stands beside a fact. */
const NAME = elementName('extension', { url: PLAN_ORIGINAL });

/** What a decision of the plan says of its original. `null`: it says nothing, or not in the form that is read here. */
export function planOriginal({ raw }: Held): PlanText | null {
  const [extension, ...others] = extensionsOf(raw['extension'], PLAN_ORIGINAL);
  if (extension === undefined || others.length > 0) return null;
  const parts = listAt(extension, 'extension');
  const names = parts.map((one) => textAt(one, 'url') ?? '');
  const isWhole =
    names.every((name) => (ORIGINAL_PARTS as readonly string[]).includes(name)) &&
    new Set(names).size === names.length &&
    parts.every((one) => textAt(one, 'valueString') !== null && Object.keys(one as JsonObject).length === 2);
  return isWhole ? originalIn(raw) : null;
}

/** Cautions for a fact that tells the original itself. Without that, the extension stands beside the fact as any other. */
export function cautionsOfDecision(held: Held): Cautions {
  const more = planOriginal(held) === null ? held.more : held.more.filter(({ name }) => name !== NAME);
  return new Cautions(held.cautions, more);
}

/** The original as the strip shows it. `signed`: who signed, and when. */
export function originalSeen(
  held: Held,
  signed: { readonly by: string | null; readonly on: string | null; readonly at: string | null },
): { readonly original?: OriginalSeen } {
  const own = planOriginal(held);
  if (own === null) return {};
  const { sightedBy = null, sightedOn = null, madeIn = null } = own;
  return {
    original: {
      at: own['originalAt'] ?? signed.at,
      signedBy: signed.by,
      signedOn: signed.on,
      sighted: sightedBy === null && sightedOn === null ? null : { by: sightedBy, on: sightedOn },
      madeIn: madeIn === 'hospital' || madeIn === 'community' ? madeIn : null,
    },
  };
}

/** What the kit recorded of an authority. */
export function standingOfAuthority(held: Held): Pick<DecisionMaker, 'standing'> {
  const own = planOriginal(held);
  const authority = own?.['authority'] ?? null;
  if (own === null || (authority !== 'lpa' && authority !== 'deputy' && authority !== 'imca')) return {};
  const { registered = null, seenBy = null, seenOn = null, acts = null } = own;
  return {
    standing: {
      authority,
      registered: registered === 'yes' || registered === 'no' ? registered : null,
      seenBy,
      seenOn,
      acts: acts === 'alone' || acts === 'jointly' ? acts : null,
    },
  };
}
