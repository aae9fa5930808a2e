import type { LineCodec } from './line-codec.ts';
import { endedPlace, formPlaces, readFormLine } from './form-line.ts';
import { lineName } from './line-name.ts';
import { PLAN_FORM, PROPOSAL, REPLACES } from './plan-codes.ts';
import { textAt, type JsonObject } from '../entry.ts';

/** Lines in words: one answered form each. */
export const formCodec: LineCodec = {
  type: 'QuestionnaireResponse',
  skeleton: (_kind, { subject }) => ({
    questionnaire: `${PLAN_FORM}|1`,
    status: 'completed',
    subject: { reference: subject },
  }),
  places: (kind, fields) => formPlaces(kind, fields),
  stamps: ({ author, at }, changed) => [
    { path: ['authored'], value: at },
    { path: ['author'], value: author },
    ...(changed !== null ? [{ path: ['status'], value: 'amended' }] : []),
  ],
  read(resource) {
    const line = readFormLine(resource);
    if (line === null) return null;
    const { kind, fields, isProposal, ended } = line;
    // A form that its author gave up says nothing that anybody goes by.
    const isOver = ended !== null || textAt(resource, 'status') === 'stopped';
    return { kind, fields, state: isOver ? 'ended' : isProposal ? 'proposed' : 'in-force' };
  },
  ended: (reason) => [endedPlace(reason)],
};

/** The item by which a proposal names the decision in whose place somebody wants it. */
export const replacesItem = (line: string): JsonObject => ({
  linkId: REPLACES,
  text: 'In the place of',
  answer: [{ valueReference: { reference: lineName(line) } }],
});

/** The first item of a proposal. Whoever reads the form in another system reads this first. */
export const PROPOSAL_ITEM = {
  linkId: PROPOSAL,
  text: 'This is a proposal',
  answer: [{ valueString: 'Nothing goes by it until somebody who may decide has taken it over.' }],
};
