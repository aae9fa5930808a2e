import { formOfInstrument, openForm, startDraft } from '@ehch/clinical/form';
import { instruments } from '@ehch/clinical/instruments';
import type {
  Answer,
  AnswerValue,
  Answers,
  FormDefinition,
  FormItem,
  FormState,
  ItemKey,
  Offer,
  Total,
} from '@ehch/clinical/form';

/** A named state of a drawn form. */
export interface FormExample {
  readonly form: FormDefinition;
  readonly answers?: Answers;
  readonly rows?: Readonly<Record<ItemKey, readonly string[]>>;
  readonly totals?: Readonly<Record<ItemKey, Total>>;
  readonly offers?: ReadonlyMap<ItemKey, readonly Offer[]>;
  readonly changes?: Answers;
  readonly readOnly?: boolean;
  readonly only?: ItemKey;
  /** Typed into the first field of a question, and left. */
  readonly typed?: readonly (readonly [key: ItemKey, text: string])[];
  /** Questions whose "not assessed because…" is open. */
  readonly opened?: readonly ItemKey[];
}

export const NOW = '2026-11-21T14:20:00Z';

export function stateOf({ form, answers = {}, rows, totals }: FormExample): FormState {
  const started = startDraft({ id: 'draft-1', resident: 'resident-1', form, at: NOW });
  const draft = { ...started, answers, ...(rows === undefined ? {} : { rows }) };
  const state = openForm(form, draft, { instruments });
  return totals === undefined
    ? state
    : { ...state, totals: new Map([...state.totals, ...Object.entries(totals)]) };
}

const by = { name: 'Sam Okafor', role: 'nurse' };

export function given(...values: AnswerValue[]): Answer {
  return { state: 'given', values, at: NOW, by, from: { kind: 'entered' } };
}

const option = (value: string): AnswerValue => ({ type: 'option', value });
const number = (value: number, unit?: string): AnswerValue => ({
  type: 'number',
  value,
  ...(unit === undefined ? {} : { unit }),
});

const MOVES: FormItem = {
  id: 'transfers',
  type: 'choice',
  text: 'Moves from bed to chair',
  required: true,
  hint: 'As it was today, with the help that was given.',
  options: [
    { value: 'alone', text: 'alone', points: 3 },
    { value: 'one', text: 'with one person', points: 2 },
    { value: 'two', text: 'with two people', points: 1 },
    { value: 'hoist', text: 'with a hoist', points: 0 },
  ],
};

/** One of each kind of question. */
const every: FormDefinition = {
  id: 'every-kind',
  title: 'One of each kind',
  version: '1',
  notices: ['Our own words, for any use.'],
  items: [
    {
      id: 'function',
      type: 'group',
      text: 'Function',
      items: [
        MOVES,
        { id: 'falls', type: 'boolean', text: 'Fell in the last year' },
        {
          id: 'aids',
          type: 'choice',
          text: 'Aids in use',
          repeats: true,
          options: [
            { value: 'stick', text: 'stick' },
            { value: 'frame', text: 'frame' },
            { value: 'chair', text: 'wheelchair' },
            { value: 'none', text: 'none of these', exclusive: true },
          ],
        },
        {
          id: 'shoes',
          type: 'open-choice',
          text: 'Shoes',
          options: [
            { value: 'own', text: 'own shoes' },
            { value: 'slippers', text: 'slippers' },
          ],
        },
      ],
    },
    {
      id: 'measures',
      type: 'group',
      text: 'Measurements',
      items: [
        // Limits of clinical.md 1.12, a product decision there.
        {
          id: 'weight',
          type: 'quantity',
          text: 'Weight',
          units: [
            { code: 'kg', text: 'kg', factor: 1 },
            { code: '[lb_av]', text: 'lb', factor: 0.45359237 },
          ],
          limits: { min: 15, max: 350 },
          plausible: { min: 25, max: 200 },
        },
        {
          id: 'pulse',
          type: 'integer',
          text: 'Pulse, beats a minute',
          limits: { min: 0, max: 300 },
          plausible: { min: 25, max: 200 },
        },
        {
          id: 'height',
          type: 'quantity',
          text: 'Height',
          units: [{ code: 'm', text: 'm', factor: 1 }],
          limits: { min: 0.5, max: 2.5 },
        },
        { id: 'noted', type: 'decimal', text: 'Readings', repeats: true },
        { id: 'since', type: 'date', text: 'Lives here since' },
        { id: 'woke', type: 'time', text: 'Woke at' },
        { id: 'words', type: 'text', text: 'What matters to her', maxLength: 200 },
      ],
    },
    {
      id: 'readings',
      type: 'group',
      text: 'Standing reading',
      repeats: true,
      items: [
        { id: 'readings/at', type: 'integer', text: 'Minutes after standing' },
        { id: 'readings/felt', type: 'choice', text: 'Felt', options: [{ value: 'well', text: 'well' }] },
      ],
    },
    {
      id: 'carer',
      type: 'choice',
      text: 'Who helps',
      options: [
        { value: 'family', text: 'family' },
        { value: 'staff', text: 'staff' },
      ],
      items: [{ id: 'carer/name', type: 'text', text: 'Their name' }],
    },
    {
      id: 'more',
      type: 'text',
      text: 'Only for those who fell',
      when: {
        match: 'all',
        tests: [{ item: 'falls', operator: '=', value: { type: 'boolean', value: true } }],
      },
    },
    { id: 'secret', type: 'text', text: 'Never on screen', hidden: true },
    { id: 'note', type: 'display', text: 'What is above was asked of everybody.' },
    {
      id: 'sum',
      type: 'total',
      text: 'Sum',
      expression: { op: 'sum', of: { op: 'points', of: { op: 'answers', items: ['transfers'] } } },
    },
  ],
};

const answers: Answers = {
  transfers: given(option('one')),
  falls: given({ type: 'boolean', value: false }),
  aids: given(option('stick'), option('frame')),
  shoes: given({ type: 'text', value: 'boots with laces' }),
  weight: given(number(58.2, 'kg')),
  pulse: given(number(72)),
  height: given(number(1.58, 'm')),
  noted: given(number(3.5), number(4)),
  since: given({ type: 'date', value: '2024-03' }),
  woke: given({ type: 'time', value: '07:30' }),
  words: given({ type: 'text', value: 'Her garden, and to be called Peggy.' }),
  'readings/at[1]': given(number(1)),
  'readings/felt[1]': given(option('well')),
  'readings/at[2]': given(number(3)),
  carer: given(option('staff')),
  'carer/name': given({ type: 'text', value: 'the night team' }),
};

const rows = { readings: ['1', '2'] };

function offered(item: ItemKey, text: string) {
  return { kind: 'answer', id: `${item} ${text}`, item, about: item, text, tooOld: null } as const;
}

const offers = new Map<ItemKey, readonly Offer[]>([
  [
    'transfers',
    [
      {
        ...offered('transfers', 'alone'),
        values: [option('alone')],
        recordedOn: '2026-03-03',
        source: 'last assessment',
        from: 'last-assessment',
      },
    ],
  ],
  [
    'weight',
    [
      {
        ...offered('weight', '58.2 kg'),
        values: [number(58.2, 'kg')],
        recordedOn: '2026-11-02',
        source: 'Rowan Court shared record',
        from: 'record',
      },
      {
        ...offered('weight', '61 kg'),
        values: [number(61, 'kg')],
        recordedOn: null,
        source: 'GP record',
        from: 'record',
      },
    ],
  ],
]);

const barthel = instruments.find(({ id }) => id === 'barthel-20') ?? instruments[0];

const LONG_WORD = 'Pneumonoultramicroscopicsilicovolcanoconiosisundnochmehrdavon';
const RTL = 'مارغريت \u202Eesrever\u202C \u0007 end';

const many: FormItem = {
  id: 'country',
  type: 'choice',
  text: 'Where born',
  options: Array.from({ length: 60 }, (_, n) => ({ value: `c${n}`, text: `Country ${n + 1}` })),
};

export const states = {
  empty: { form: every },
  partly: { form: every, answers: { transfers: given(option('one')), pulse: given(number(72)) } },
  complete: { form: every, answers, rows },
  'other unit': {
    form: every,
    answers: {
      weight: given({
        type: 'number',
        value: 58.05982336,
        unit: 'kg',
        entered: { value: 128, unit: '[lb_av]' },
      }),
    },
  },
  refused: {
    form: every,
    answers,
    rows,
    typed: [
      ['pulse', '350'],
      ['woke', '25:00'],
      ['since', '32'],
    ],
  },
  implausible: { form: every, answers: { pulse: given(number(18)) } },
  confirmed: { form: every, answers: { pulse: { ...given(number(18)), confirmed: true } as Answer } },
  'not assessed': {
    form: every,
    answers: {
      transfers: { state: 'refused', reason: 'too tired', at: NOW, by },
      weight: { state: 'unable', reason: null, at: NOW, by },
      falls: { state: 'not-known', reason: null, at: NOW, by },
    },
    opened: ['transfers', 'words'],
  },
  suggestions: { form: every, offers },
  accepted: {
    form: every,
    offers,
    answers: {
      weight: {
        state: 'given',
        values: [number(58.2, 'kg')],
        at: NOW,
        by,
        from: { kind: 'accepted', recordedOn: '2026-11-02', source: 'Rowan Court shared record' },
      },
      transfers: given(option('two')),
    },
    changes: { transfers: given(option('alone')) },
  },
  rows: { form: every, rows: { readings: ['1', '2', '4'] }, answers: { 'readings/at[4]': given(number(5)) } },
  shown: { form: every, answers: { falls: given({ type: 'boolean', value: true }) } },
  'long list': {
    form: { id: 'long', title: 'Long', version: '1', items: [many] },
    answers: { country: given(option('c44')) },
  },
  'one section': { form: every, only: 'measures' },
  'instrument, partly': {
    form: formOfInstrument(barthel),
    answers: { 'barthel-20/feeding': given(option('2')) },
  },
  totals: {
    form: {
      id: 'totals',
      title: 'Totals',
      version: '1',
      limits: [
        { item: null, words: 'This form has a script that is not carried out.' },
        { item: 't6', words: 'This total asks for a picture, which is not shown.' },
      ],
      items: ['t1', 't2', 't3', 't4', 't5', 't6', 't7'].map((id) => ({
        id,
        type: 'total',
        text: `Total ${id}`,
        expression: { op: 'nothing' },
        ...(id === 't1' ? { unit: 'kg' } : {}),
      })),
    },
    totals: {
      t1: { state: 'scored', value: 8, missing: [] },
      t2: { state: 'scored', value: 8, missing: ['a', 'b', 'c'] },
      t3: { state: 'said', value: 'moderate', missing: [] },
      t4: { state: 'nothing', missing: ['a'] },
      t5: { state: 'waiting' },
      t6: { state: 'cannot-score', why: 'unsupported' },
      t7: { state: 'cannot-score', why: 'depends-on-unscored' },
    },
  },
  'read only': {
    form: every,
    answers: { ...answers, aids: { state: 'not-asked', reason: null, at: NOW, by } },
    rows,
    readOnly: true,
    offers,
  },
  'read only, empty': { form: every, readOnly: true },
  'long words': {
    form: {
      id: LONG_WORD,
      title: LONG_WORD,
      version: '1',
      items: [
        {
          id: `${LONG_WORD} ${LONG_WORD}`,
          type: 'group',
          text: LONG_WORD,
          items: [
            {
              id: 'long/choice',
              type: 'choice',
              text: LONG_WORD,
              hint: LONG_WORD,
              options: [
                { value: 'a', text: LONG_WORD },
                { value: 'b', text: 'b' },
              ],
            },
            { id: 'long/words', type: 'text', text: LONG_WORD },
            {
              id: 'long/quantity',
              type: 'quantity',
              text: LONG_WORD,
              units: [
                { code: 'kg', text: LONG_WORD, factor: 1 },
                { code: 'g', text: 'g', factor: 0.001 },
              ],
            },
          ],
        },
      ],
    },
  },
  'foreign text': {
    form: {
      id: 'foreign',
      title: RTL,
      version: '1',
      items: [
        {
          id: 'constructor',
          type: 'group',
          text: RTL,
          items: [{ id: '__proto__', type: 'choice', text: RTL, options: [{ value: RTL, text: RTL }] }],
        },
        { id: 'a b]["\'', type: 'text', text: RTL, readOnly: true, initial: [{ type: 'text', value: RTL }] },
      ],
    },
    answers: { 'a b]["\'': given({ type: 'text', value: RTL }) },
  },
  'about each answer': {
    form: {
      id: 'each',
      title: 'Each',
      version: '1',
      items: [
        {
          id: 'helpers',
          type: 'choice',
          text: 'Who helps',
          repeats: true,
          options: [
            { value: 'family', text: 'family' },
            { value: 'staff', text: 'staff' },
          ],
          items: [{ id: 'helpers/when', type: 'text', text: 'When' }],
        },
        { id: 'unnamed', type: 'choice', text: '', options: [{ value: 'a', text: '' }] },
      ],
    },
    answers: { helpers: given(option('family'), option('staff')) },
    rows: { helpers: ['1', '2'] },
  },
  'unknown answers': {
    form: every,
    answers: { transfers: given(option('floating')), pulse: given({ type: 'text', value: 'about 70' }) },
  },
} as const satisfies Record<string, FormExample>;
