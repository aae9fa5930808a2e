import { aboveUsual } from './above-usual.ts';
import { scoreNews2Part, type News2Part } from './news2-part.ts';
import { scoreNews2, type News2Input } from './news2.ts';

/** Everything normal, so that one changed parameter shows its own score. */
export const NORMAL = {
  rr: 16,
  spo2: 97,
  scale: 1,
  oxygen: false,
  sbp: 120,
  pulse: 70,
  acvpu: 'A',
  temp: 37,
} as const;

const PARTS: Readonly<Record<string, News2Part>> = {
  respiration: 'rr',
  spo2: 'spo2',
  airOrOxygen: 'oxygen',
  systolic: 'sbp',
  pulse: 'pulse',
  consciousness: 'acvpu',
  temperature: 'temp',
};

export const ruleSets: Record<string, (input: unknown) => unknown> = {
  // The worked examples name what is missing in the order of the alphabet, the product in the order of the chart.
  news2: (input) => {
    const result = scoreNews2(input as News2Input);
    return { ...result, missing: result.missing.toSorted() };
  },
  'news2/subscore': (vector) => {
    const { param, input } = vector as { param: string; input: News2Input };
    return scoreNews2({ ...NORMAL, ...input }).items[PARTS[param] ?? '']?.score;
  },
  'news2-change': (input) => {
    const { total, usual } = input as { total: number | null; usual: number | null };
    // The rule of NEWS2 is not told what is usual, and so cannot leave its band out.
    return { delta: aboveUsual(total, usual), bandStillShown: true };
  },
  'news2-imported-decimal': (input) => {
    const { param, value, ...context } = input as {
      param: News2Part;
      value: number;
      scale?: 1 | 2;
      oxygen?: boolean;
    };
    const result = scoreNews2Part(param, value, context);
    return result.state === 'scored' ? { score: result.score, flag: result.flags[0] } : result;
  },
};

const set = (changed: Record<string, unknown>) => ({ ...NORMAL, ...changed });
const without = (part: News2Part, changed: Record<string, unknown> = {}) =>
  Object.fromEntries(Object.entries(set(changed)).filter(([key]) => key !== part));

/** Worked by hand from RCP 2017, charts 1 to 4, and from the product's rules where a title says [P]. */
export const examples = {
  news2: [
    {
      id: 'highest',
      input: set({ rr: 25, spo2: 91, oxygen: true, sbp: 90, pulse: 131, acvpu: 'U', temp: 35 }),
      expected: { total: 20, band: 'high' },
    },
    {
      id: 'single 3 beside a high total',
      input: set({ rr: 25, oxygen: true, pulse: 111 }),
      expected: { total: 7, band: 'high', single3: true, monitoring: 'continuous' },
    },
    {
      id: 'single 3 at a total of 4',
      input: set({ acvpu: 'C', pulse: 91 }),
      expected: { total: 4, band: 'low-medium', monitoring: '1h' },
    },
    {
      id: 'scale 2, 96 on oxygen',
      input: set({ scale: 2, spo2: 96, oxygen: true }),
      expected: { total: 4, band: 'low' },
    },
    {
      id: 'scale 2, 97 on oxygen',
      input: set({ scale: 2, oxygen: true }),
      expected: { total: 5, band: 'medium', single3: true },
    },
    {
      id: 'scale 2 above 92 waits for oxygen',
      input: without('oxygen', { scale: 2, spo2: 95 }),
      expected: { status: 'incomplete', total: null, missing: ['oxygen'], items: { spo2: { score: null } } },
    },
    {
      id: 'scale 2 to 92 does not wait',
      input: without('oxygen', { scale: 2, spo2: 86 }),
      expected: { atLeast: 1, missing: ['oxygen'] },
    },
    {
      id: 'unknown oxygen is not air',
      input: without('oxygen'),
      expected: { status: 'incomplete', total: null, missing: ['oxygen'] },
    },
    {
      id: 'an impossible part [P]',
      input: set({ spo2: 970 }),
      expected: {
        status: 'invalid',
        total: null,
        band: null,
        atLeast: 0,
        missing: ['spo2'],
        flags: ['impossible-spo2'],
      },
    },
    {
      id: 'an implausible part still counts [P]',
      input: set({ temp: 31.9 }),
      expected: { status: 'complete', total: 3, flags: ['single3', 'implausible-temp'] },
    },
    {
      id: 'pregnant',
      input: set({ pregnant: true, rr: 30 }),
      expected: { status: 'not-applicable', total: null, band: null, single3: false, reason: 'pregnant' },
    },
    {
      id: 'a part of another set is not summed [P]',
      input: set({ pulse: 131, times: { pulse: '2026-06-01T08:00:00Z', rr: '2026-06-01T08:31:00Z' } }),
      expected: {
        status: 'incomplete',
        total: null,
        atLeast: 0,
        missing: ['pulse'],
        items: { pulse: { value: 131, score: null } },
      },
    },
    {
      id: 'thirty minutes is one set [P]',
      input: set({ pulse: 131, times: { pulse: '2026-06-01T08:01:00Z', rr: '2026-06-01T08:31:00Z' } }),
      expected: { status: 'complete', total: 3, assessedAt: '2026-06-01T08:31:00Z' },
    },
    {
      id: 'late oxygen does not decide how SpO2 is read [P]',
      input: set({
        scale: 2,
        oxygen: false,
        times: { oxygen: '2026-06-01T08:00:00Z', spo2: '2026-06-01T08:31:00Z' },
      }),
      expected: { status: 'incomplete', missing: ['oxygen'], items: { spo2: { score: null } } },
    },
    {
      id: 'no scale is scale 1, and says so',
      input: { ...set({ spo2: 93 }), scale: null },
      expected: { total: 2, flags: ['scale-1-assumed'] },
    },
    {
      id: 'a recorded scale 2 that nobody settles: no total, no band, and both numbers [P]',
      input: { ...set({ spo2: 90, rr: 21 }), scale: null, recordedScale: 2 },
      expected: {
        status: 'incomplete',
        total: null,
        atLeast: 2,
        band: null,
        scale: null,
        missing: ['scale'],
        flags: ['spo2-needs-scale'],
        onScale: { 1: 5, 2: 2 },
      },
    },
    {
      id: 'a person settles the recorded scale, either way',
      input: { ...set({ spo2: 90, rr: 21 }), scale: '1', recordedScale: 2 },
      expected: { status: 'complete', total: 5, scale: 1, onScale: null },
    },
    {
      id: 'a recorded scale 2 without oxygen has no two totals',
      input: { ...without('oxygen'), scale: null, recordedScale: 2 },
      expected: { missing: ['oxygen', 'scale'], onScale: null },
    },
    {
      id: 'a recorded scale asks nothing where no saturation is',
      input: { ...without('spo2'), scale: null, recordedScale: 2 },
      expected: { missing: ['spo2'], flags: [], scale: null, onScale: null },
    },
    {
      id: 'a recorded scale 1 leaves scale 1',
      input: { ...set({ spo2: 93 }), scale: null, recordedScale: 1 },
      expected: { status: 'complete', total: 2, scale: 1 },
    },
    {
      id: 'a scale that does not exist is not taken for scale 1 [P]',
      input: set({ scale: 3 }),
      expected: { status: 'invalid', total: null, flags: ['impossible-scale'] },
    },
    {
      id: 'single 3 at a total of 3',
      input: set({ acvpu: 'C' }),
      expected: { total: 3, band: 'low-medium' },
    },
    {
      id: 'fifteen',
      input: set({ ageYears: 15 }),
      expected: { status: 'not-applicable', reason: 'age-under-16' },
    },
    { id: 'sixteen', input: set({ ageYears: 16 }), expected: { status: 'complete', total: 0 } },
    {
      id: 'an incomplete set is never low',
      input: without('temp'),
      expected: { band: null, atLeastBand: null, monitoring: null },
    },
  ],
  'news2-change': [
    { id: 'no total', input: { total: null, usual: 2 }, expected: { delta: null, bandStillShown: true } },
  ],
  'news2-imported-decimal': [
    {
      id: 'across the oxygen seam of scale 2',
      input: { param: 'spo2', value: 92.4, scale: 2, oxygen: true },
      expected: { score: 1, flag: 'rounded-input' },
    },
    { id: 'whole', input: { param: 'rr', value: 20 }, expected: { score: 0 } },
  ],
};
