import { fieldsOf } from '../not-answered.ts';
import { orthostaticBpOf, type OrthostaticInput } from './orthostatic-bp.ts';

/** `[[121, 76], [125, 78]]` are the readings within 1 minute and at 3 minutes. */
function readings(standing: unknown): unknown {
  return Array.isArray(standing)
    ? standing.map((reading: unknown, at) =>
        Array.isArray(reading)
          ? {
              minute: at === 0 ? 1 : 3,
              sbp: reading[0] as unknown,
              dbp: reading[1] as unknown,
              posture: 'standing',
            }
          : reading,
      )
    : standing;
}

export const ruleSets: Record<string, (input: unknown) => unknown> = {
  'orthostatic-bp': (input) => {
    const given = fieldsOf(input);
    return orthostaticBpOf({ ...given, standing: readings(given['standing']) } as OrthostaticInput);
  },
};

const lying = { lyingSbp: 140, lyingDbp: 80, symptoms: false };

/** Worked by hand from the RCP guide; rules two and three await a clinician's check. */
export const examples = {
  'orthostatic-bp': [
    {
      id: 'fall of 19',
      input: {
        ...lying,
        standing: [
          [121, 75],
          [130, 78],
        ],
      },
      expected: { status: 'complete', positive: false, band: 'negative', total: 19, reasons: [] },
    },
    {
      id: 'fall of 20, at three minutes only',
      input: {
        ...lying,
        standing: [
          [139, 78],
          [120, 78],
        ],
      },
      expected: { positive: true, band: 'positive', total: 20, reasons: ['sbp-drop-20'] },
    },
    {
      id: 'ninety is not below ninety',
      input: {
        ...lying,
        lyingSbp: 100,
        lyingDbp: 60,
        standing: [
          [90, 58],
          [92, 58],
        ],
      },
      expected: { positive: false, reasons: [], flags: [] },
    },
    {
      id: 'below ninety without a fall is said, and no fall',
      input: {
        ...lying,
        lyingSbp: 88,
        lyingDbp: 50,
        standing: [
          [88, 50],
          [89, 50],
        ],
      },
      expected: { positive: false, sbpDrop: 0, flags: ['standing-under-90'] },
    },
    {
      id: 'both systolic rules',
      input: {
        ...lying,
        lyingSbp: 110,
        standing: [
          [89, 70],
          [95, 72],
        ],
      },
      expected: { reasons: ['sbp-drop-20', 'standing-sbp-under-90', 'dbp-drop-10-no-symptoms'] },
    },
    {
      id: 'diastolic fall of 10 without symptoms',
      input: {
        ...lying,
        standing: [
          [139, 70],
          [139, 72],
        ],
      },
      expected: { positive: false, band: 'negative', dbpDrop: 10, reasons: ['dbp-drop-10-no-symptoms'] },
    },
    {
      id: 'diastolic fall of 10 with symptoms',
      input: {
        ...lying,
        symptoms: 'yes',
        standing: [
          [139, 70],
          [139, 72],
        ],
      },
      expected: { positive: true, reasons: ['dbp-drop-10-with-symptoms'] },
    },
    {
      id: 'a fall of 1 to below ninety',
      input: {
        ...lying,
        lyingSbp: 90,
        lyingDbp: 50,
        standing: [
          [89, 50],
          [90, 50],
        ],
      },
      expected: { positive: true, reasons: ['standing-sbp-under-90'] },
    },
    {
      id: 'diastolic fall of 9 with symptoms',
      input: {
        ...lying,
        symptoms: true,
        standing: [
          [139, 71],
          [139, 72],
        ],
      },
      expected: { positive: false, dbpDrop: 9 },
    },
    {
      id: 'a rise',
      input: {
        ...lying,
        standing: [
          [150, 85],
          [152, 86],
        ],
      },
      expected: { positive: false, total: -10, dbpDrop: -5 },
    },
    {
      id: 'one reading shows it already',
      input: { ...lying, standing: [[110, 70]] },
      expected: {
        status: 'incomplete',
        total: null,
        band: null,
        positive: true,
        missing: ['standing-3-minutes'],
      },
    },
    {
      id: 'one reading never rules it out',
      input: { ...lying, standing: [[139, 79]] },
      expected: { status: 'incomplete', positive: null, sbpDrop: 1 },
    },
    {
      id: 'a later reading is not the one at three minutes',
      input: {
        ...lying,
        standing: [
          { minute: 1, sbp: 139, dbp: 79, posture: 'standing' },
          { minute: 4, sbp: 139, dbp: 79, posture: 'standing' },
        ],
      },
      expected: { status: 'incomplete', positive: null, missing: ['standing-3-minutes'] },
    },
    {
      id: 'half a reading counts for what it shows, and completes nothing',
      input: {
        ...lying,
        standing: [
          [118, null],
          [139, 79],
        ],
      },
      expected: { status: 'incomplete', positive: true, missing: ['standing-1-minute'] },
    },
    {
      id: 'symptoms not asked about',
      input: {
        lyingSbp: 140,
        lyingDbp: 80,
        standing: [
          [139, 79],
          [139, 79],
        ],
      },
      expected: { status: 'incomplete', positive: null, missing: ['symptoms'] },
    },
    {
      id: 'cannot stand',
      input: { ...lying, standing: 'unable' },
      expected: { status: 'incomplete', positive: null, flags: ['unable-standing'] },
    },
    {
      id: 'sitting is recorded as such',
      input: {
        ...lying,
        standing: [
          { minute: 1, sbp: 118, dbp: 70, posture: 'sitting' },
          { minute: 3, sbp: 125, dbp: 72 },
        ],
      },
      expected: { positive: true, flags: ['sitting-not-standing', 'posture-not-stated'] },
    },
    {
      id: 'upper and lower mixed up',
      input: {
        ...lying,
        standing: [
          [80, 120],
          [139, 79],
        ],
      },
      expected: { status: 'invalid', total: null, band: null, positive: null },
    },
  ],
};
