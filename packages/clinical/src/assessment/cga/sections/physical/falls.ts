import { orthostaticBp } from '../../../../instruments/orthostatic-bp/orthostatic-bp.ts';
import {
  choice,
  chosenTool,
  day,
  group,
  list,
  PAST,
  several,
  askedWhen,
  askedWhenAny,
  whole,
  words,
  yesNoNotKnown,
} from '../fields.ts';

/**
 * A log and a checklist. Never a number that predicts: NICE NG249 (29 April 2025) says not to use falls risk prediction
 * tools.
 */
export const fallsAndFeet = group(
  'falls',
  'Falls, feet, blood pressure',
  whole('falls-12m', 'Falls in the last 12 months', 0, 365, { fresh: true, fact: 'falls-in-a-year' }),
  // Asked whatever the number says: a fall that was described is never hidden by a "0" above it.
  list(
    'fall',
    'Each fall',
    day('fall-on', 'When', { ...PAST, fact: 'fall-day', optional: true }),
    words('fall-where', 'Where', { maxLength: 100, optional: true }),
    choice('fall-injury', 'Injury', 'None|Minor|Serious|Not known'),
    yesNoNotKnown('fall-head', 'Hit the head'),
    askedWhen('fall-head', 'yes|not-known', yesNoNotKnown('fall-thinner', 'On a blood thinner at the time')),
    yesNoNotKnown('fall-blackout', 'Lost consciousness'),
    yesNoNotKnown('fall-up', 'Could get up alone'),
    askedWhen('fall-up', 'no|not-known', whole('fall-lie', 'Minutes on the floor', 0, 1440)),
  ),
  yesNoNotKnown('fall-fear', 'Afraid of falling'),
  choice(
    'bones',
    'Bone health',
    'well=Assessed, nothing needed|Treated|untreated=Weak bones, not treated|unseen=Not looked at',
  ),
  // After a fall, or where one is feared.
  askedWhenAny(
    [
      { item: 'falls-12m', operator: '>', value: { type: 'number', value: 0 } },
      { item: 'fall-on', operator: 'exists', value: { type: 'boolean', value: true } },
      { item: 'fall-fear', operator: '=', value: { type: 'option', value: 'yes' } },
    ],
    several(
      'falls-checked',
      'Looked at, and in the plan',
      'none=Nothing yet|gait=Gait and balance|pressure=Lying and standing blood pressure|Medicines|vision=Sight|Continence|feet=Feet and footwear|bones=Bone health|mind=Cognition and delirium|room=Room and lighting',
      { fresh: true },
    ),
  ),
  yesNoNotKnown('dizzy', 'Dizzy'),
  ...chosenTool('standing', 'Lying and standing blood pressure', { 'Measured today': orthostaticBp }),
  choice(
    'feet',
    'Feet',
    'good=No problem|care=Need nail or skin care|painful=Painful, or affect walking|Ulcer',
  ),
);
