import type { PlanLineKind } from '@ehch/clinical/care-plan';
import type { JsonObject } from '../entry.ts';
import {
  cprCodec,
  decisionMakerCodec,
  placeCodec,
  sharingCodec,
  signedFormCodec,
} from './decision-codecs.ts';
import { formCodec } from './form-codec.ts';
import type { LineCodec } from './line-codec.ts';
import { actionCodec, frameCodec, goalCodec } from './shared-codecs.ts';

/** The kinds that have a resource of their own. Every other kind is an answered form. */
const OWN: { readonly [K in PlanLineKind]?: LineCodec } = {
  frame: frameCodec,
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
