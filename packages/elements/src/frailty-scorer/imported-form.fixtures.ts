import type { FormDefinition } from '@ehch/clinical/form';

/** A form as a place might import it, in our own words; one of its totals is beyond what is calculated here. */
export const IMPORTED: FormDefinition = {
  id: 'rowan-court-sleep',
  title: 'Rowan Court: sleep and appetite',
  version: '2026-03',
  notices: ['Rowan Court’s own form, invented for examples.'],
  limits: [{ item: null, words: 'This form asks for a picture of the room. Files cannot be added here.' }],
  items: [
    {
      id: 'how',
      type: 'group',
      text: 'How it was',
      items: [
        {
          id: 'sleep',
          type: 'choice',
          text: 'Sleep in the last week',
          required: true,
          options: [
            { value: 'good', text: 'good', points: 0 },
            { value: 'poor', text: 'poor', points: 1 },
            { value: 'none', text: 'hardly any', points: 2 },
          ],
        },
        {
          id: 'appetite',
          type: 'choice',
          text: 'Appetite',
          options: [
            { value: 'usual', text: 'as usual', points: 0 },
            { value: 'less', text: 'less than usual', points: 1 },
          ],
        },
        { id: 'words', type: 'text', text: 'وصف الحالة: anything else', required: true },
      ],
    },
    {
      id: 'figures',
      type: 'group',
      text: 'Figures',
      items: [
        {
          id: 'sum',
          type: 'total',
          text: 'Points',
          expression: {
            op: '+',
            left: { op: 'points', of: { op: 'answers', items: ['sleep'] } },
            right: { op: 'points', of: { op: 'answers', items: ['appetite'] } },
          },
        },
        {
          id: 'trend',
          type: 'total',
          text: 'Trend',
          expression: { op: 'foreign', language: 'text/fhirpath', text: '%previous.sum()', items: null },
        },
      ],
    },
  ],
};

/** A form of somebody else whose instrument is none of own. */
export const UNKNOWN_INSTRUMENT: FormDefinition = {
  id: 'rowan-court-mood',
  title: 'Rowan Court: mood',
  version: '1',
  items: [
    {
      id: 'mood-8',
      type: 'group',
      text: 'Mood in eight questions',
      instrument: 'mood-8',
      items: [
        {
          id: 'mood-8/low',
          type: 'choice',
          text: 'Low in the last week',
          options: [
            { value: 'no', text: 'No' },
            { value: 'yes', text: 'Yes' },
          ],
        },
      ],
    },
  ],
};
