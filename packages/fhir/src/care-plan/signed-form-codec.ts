import { PLAN_KINDS, planFieldWords } from '@ehch/clinical/care-plan';
import { listAt, textAt, type JsonObject } from '../entry.ts';
import type { LineCodec } from './line-codec.ts';
import { optionWith } from './option-with.ts';
import { originalIn, originalPlace, pick, SIGHTED } from './original-parts.ts';
import { placedNames, placedText } from './placed.ts';

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
