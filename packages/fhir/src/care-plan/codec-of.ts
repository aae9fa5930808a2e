import type { PlanLineKind } from '@ehch/clinical/care-plan';
import type { JsonObject } from '../entry.ts';
import { actionCodec } from './action-codec.ts';
import { carePlanCodec } from './care-plan-codec.ts';
import { cprCodec } from './cpr-codec.ts';
import { decisionMakerCodec } from './decision-maker-codec.ts';
import { formCodec } from './form-codec.ts';
import { goalCodec } from './goal-codec.ts';
import type { LineCodec } from './line-codec.ts';
import { placeCodec } from './preferred-place-codec.ts';
import { sharingCodec } from './sharing-codec.ts';
import { signedFormCodec } from './signed-form-codec.ts';

/** The kinds that have a resource of their own. Every other kind is an answered form. */
const OWN: { readonly [K in PlanLineKind]?: LineCodec } = {
  frame: carePlanCodec,
  goal: goalCodec,
  action: actionCodec,
  cpr: cprCodec,
  form: signedFormCodec,
  'decision-maker': decisionMakerCodec,
  'preferred-place': placeCodec,
  sharing: sharingCodec,
};

export function codecOf(kind: PlanLineKind): LineCodec {
  return OWN[kind] ?? formCodec;
}

/** The codecs by resource type, for reading. */
const READING: readonly LineCodec[] = [formCodec, ...Object.values(OWN)];

/** A resource as a line of the plan. `null`: it is none. */
export function lineIn(resource: JsonObject): ReturnType<LineCodec['read']> {
  for (const codec of READING) {
    const line = codec.type === resource['resourceType'] ? codec.read(resource) : null;
    if (line !== null) return line;
  }
  return null;
}
