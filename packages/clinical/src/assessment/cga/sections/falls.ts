import { choice, day, group, list, PAST, several, whole, words, yesNo } from './fields.ts';

/**
 * A log and a checklist. Never a number that predicts: NICE NG249 (29 April 2025) says not to use falls risk prediction
 * tools.
 */
export const falls = /* @__PURE__ */ group(
  'falls',
  'Falls',
  whole('falls-12m', 'Falls in the last 12 months', 0, 365, { fresh: true }),
  list(
    'fall',
    'Each fall',
    day('fall-on', 'When', PAST),
    words('fall-where', 'Where', { maxLength: 100 }),
    choice('fall-injury', 'Injury', 'None|Minor|Serious|Not known'),
    yesNo('fall-head', 'Hit the head'),
    yesNo('fall-thinner', 'On a blood thinner at the time'),
    yesNo('fall-blackout', 'Lost consciousness'),
    yesNo('fall-up', 'Could get up alone'),
    whole('fall-lie', 'Minutes on the floor', 0, 1440),
  ),
  yesNo('fall-fear', 'Afraid of falling'),
  choice(
    'bones',
    'Bone health',
    'well=Assessed, nothing needed|Treated|untreated=Weak bones, not treated|unseen=Not looked at',
  ),
  several(
    'falls-checked',
    'Looked at, and in the plan',
    'none=Nothing yet|gait=Gait and balance|pressure=Lying and standing blood pressure|Medicines|vision=Sight|Continence|feet=Feet and footwear|bones=Bone health|mind=Cognition and delirium|room=Room and lighting',
    { fresh: true },
  ),
);
