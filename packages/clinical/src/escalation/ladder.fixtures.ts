import type { Ladder } from './ladder.ts';

/**
 * A ladder to start from, in a place's configuration. Clinical rule 13.2; nobody has signed it off. [P] Its minutes are ours. The figures
 * of a possible infection follow NICE guidance on suspected sepsis from memory: compare them with the text in force before signing.
 *
 * The first actions stand for what a home's own first aid training says. They are from memory as well.
 */
export const SAMPLE_LADDER: Ladder = {
  version: '0.1.0',
  owner: 'EHCH Kit sample',
  dated: '2026-11-30',
  signedOff: null,
  firstActions: {
    choking: 'Five back blows, then five thrusts below the ribs. Go on until it is out.',
    allergy: 'Use the adrenaline pen if there is one. Lay flat, legs up.',
    fit: 'Move what could hurt. Do not hold down. Time it.',
    bleeding: 'Press hard on it and do not let go.',
    'hip-or-head': 'Do not lift. Keep warm and still.',
    'low-sugar': 'If awake and able to swallow: sugar by mouth now.',
  },
  rungs: [
    {
      id: 'watch',
      words: 'Tell the senior on duty and repeat the observations. Put it on the list for the round.',
      urgency: 'routine',
      when: [{ kind: 'sign' }],
      ring: [{ kind: 'in-house', who: 'the senior on duty' }],
      isReplacedByPlan: false,
      noAnswerMinutes: 10,
      repeatAfterMinutes: 240,
    },
    {
      id: 'same-day',
      words: 'Somebody has to look the same day.',
      urgency: 'same-day',
      when: [
        { kind: 'worry' },
        { kind: 'news2', from: 3 },
        { kind: 'above-usual', by: 1 },
        { kind: 'single-three' },
      ],
      ring: [{ kind: 'contact', id: 'practice' }, { kind: '111' }],
      isReplacedByPlan: true,
      noAnswerMinutes: 10,
      repeatAfterMinutes: 60,
    },
    {
      id: 'within-hours',
      words: 'Somebody has to look within two hours.',
      urgency: 'within-hours',
      when: [{ kind: 'news2', from: 5 }],
      ring: [
        { kind: 'contact', id: 'urgent-response' },
        { kind: 'contact', id: 'practice' },
        { kind: '111' },
      ],
      isReplacedByPlan: true,
      noAnswerMinutes: 10,
      repeatAfterMinutes: 30,
    },
    {
      id: 'emergency',
      words: 'Ring 999, with the plan in your hand.',
      urgency: 'now',
      when: [
        { kind: 'news2', from: 7 },
        { kind: 'not-rousing' },
        {
          kind: 'possible-infection',
          with: [
            { kind: 'new-confusion' },
            { kind: 'at-least', part: 'rr', value: 25 },
            { kind: 'at-most', part: 'sbp', value: 90 },
            { kind: 'at-least', part: 'pulse', value: 131 },
            { kind: 'at-most', part: 'spo2Scale1', value: 91 },
            { kind: 'flag', flag: 'mottled' },
            { kind: 'flag', flag: 'no-urine' },
          ],
        },
      ],
      ring: [{ kind: '999' }],
      isReplacedByPlan: true,
      noAnswerMinutes: 0,
      repeatAfterMinutes: 15,
    },
  ],
};
