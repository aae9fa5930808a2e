import type { FormItem, FormQuestion } from '../../../form/types.ts';
import { abbey } from '../../../instruments/abbey/abbey.ts';
import { bmi } from '../../../instruments/bmi/bmi.ts';
import { braden } from '../../../instruments/braden/braden.ts';
import { bristol } from '../../../instruments/bristol/bristol.ts';
import { must } from '../../../instruments/must/must.ts';
import { news2 } from '../../../instruments/news2/news2.ts';
import { orthostaticBp } from '../../../instruments/orthostatic-bp/orthostatic-bp.ts';
import { painad } from '../../../instruments/painad/painad.ts';
import { purposeT } from '../../../instruments/purpose-t/purpose-t.ts';
import { waterlow } from '../../../instruments/waterlow/waterlow.ts';
import { CONDITIONS } from '../conditions.ts';
import { falls } from './falls.ts';
import {
  chosenTool,
  choice,
  day,
  group,
  list,
  optionsOf,
  PAST,
  scored,
  several,
  snomed,
  when,
  whole,
  words,
  yesNo,
} from './fields.ts';

const CONTINENCE = 'full=Continent|sometimes=Accidents at times|not=Incontinent';
const SENSE = 'good=Good enough|Reduced|poor=Very poor or none';
const AIDS = 'None|working=Have them, working|broken=Have them, not working|Lost';

const BODY_CODES: Readonly<Record<string, string>> = { 'bmi/kg': '27113001', 'bmi/heightM': '50373000' };

/** The values of all options but one, as a question that depends on them names them. */
/* @__NO_SIDE_EFFECTS__ */
function anyBut(left: string, options: string): string {
  return optionsOf(options)
    .flatMap(({ value }) => (value === left ? [] : [value]))
    .join('|');
}

/** Section 2. */
export const physical = /* @__PURE__ */ (() =>
  group(
    'physical',
    'Physical',
    several('conditions', 'Known long-term conditions', CONDITIONS, {
      hint: 'Tick all that are known.',
    }),
    when(
      'conditions',
      anyBut('none', CONDITIONS),
      // Not brought over from the last time: there may be a new one since.
      yesNo('conditions-all', 'That is all of them', {
        hint: 'Only then does what is not ticked count as not there.',
        fresh: true,
      }),
    ),
    list(
      'active',
      'Active problems',
      words('active-name', 'Problem', { maxLength: 100 }),
      choice('active-severity', 'How bad', 'Mild|Moderate|Severe'),
      day('active-reviewed', 'Last reviewed', PAST),
    ),
    usual(),
    coded(scored(bmi)),
    day('weight-on', 'Weighed on', { fresh: true, past: true, dayOf: ['bmi/kg'] }),
    whole('ulna', 'Ulna length, cm, where height cannot be measured', 10, 50),
    ...earlierWeights(),
    scored(must),
    choice(
      'intake',
      'Eating and drinking',
      'usual=As usual|less=Less than usual|little=Much less, or almost nothing',
    ),
    choice(
      'swallow',
      'Swallowing',
      'good=No difficulty|difficult=Difficulty|risk=Eats and drinks at agreed risk',
    ),
    // IDDSI framework: foods 3 to 7, drinks 0 to 4. Numbers only; its descriptions are its own.
    whole('food-level', 'Food texture, IDDSI level', 3, 7),
    whole('drink-level', 'Drink thickness, IDDSI level', 0, 4),
    choice('mouth', 'Mouth', 'good=Comfortable|sore=Dry or sore|dentist=Needs a dentist'),
    choice('dentures', 'Dentures', 'None|Fit|loose=Do not fit|lost=Lost or broken'),
    // What somebody says of their pain comes before any observed score (clinical rule 8.3).
    choice('pain', 'Pain, as they say', 'no=No pain|yes=In pain|Cannot say', { fresh: true }),
    words('pain-site', 'Where it hurts', { maxLength: 200 }),
    choice(
      'pain-control',
      'Pain is',
      'none=Not there|good=Well controlled|partly=Partly controlled|poor=Not controlled',
    ),
    ...chosenTool('pain-tool', 'Observed pain: tool', { Abbey: abbey, PAINAD: painad }),
    choice('urine', 'Continence of urine', `${CONTINENCE}|catheter=Has a catheter`),
    choice('bowels', 'Continence of bowels', CONTINENCE),
    yesNo('continence-new', 'Incontinence new or worse', { fresh: true }),
    scored(bristol),
    yesNo('catheter', 'Urinary catheter'),
    when('catheter', 'yes', words('catheter-why', 'Why it is there', { maxLength: 200 })),
    when('catheter', 'yes', day('catheter-change', 'Next change due')),
    several(
      'skin',
      'Skin',
      'none=Whole and healthy|red=Red area|pressure=Pressure ulcer|tear=Skin tear|leg=Leg ulcer|wound=Other wound|other=Rash or other',
    ),
    words('skin-note', 'Wounds: where, how big, dressing', { maxLength: 400 }),
    ...chosenTool('skin-tool', 'Pressure ulcer risk: tool', {
      Waterlow: waterlow,
      Braden: braden,
      'PURPOSE-T': purposeT,
    }),
    falls,
    scored(orthostaticBp),
    choice('vision', 'Sight, with glasses if worn', SENSE),
    choice('glasses', 'Glasses', AIDS),
    choice('hearing', 'Hearing, with aids if worn', SENSE),
    choice('hearing-aid', 'Hearing aids', AIDS),
    choice('sleep', 'Sleep', 'Good|Broken|Poor'),
    choice('breath', 'Breathless', 'No|effort=On effort|rest=At rest'),
    yesNo('dizzy', 'Dizzy'),
    choice(
      'feet',
      'Feet',
      'good=No problem|care=Need nail or skin care|painful=Painful, or affect walking|Ulcer',
    ),
    several(
      'vaccines-due',
      'Immunisations due',
      'None|flu=Influenza|covid=COVID-19|Pneumococcal|Shingles|RSV|Other',
      { fresh: true },
    ),
    day('vaccines-on', 'Planned for', { fresh: true }),
  ))();

/** Clinical rule 2.3: set by a clinician, with its parts. Its own group and no instrument: nobody measured it as one set. */
/* @__NO_SIDE_EFFECTS__ */
function usual(): FormItem {
  const parts = news2.items.filter(({ id }) => !['acvpu', 'scale', 'oxygen'].includes(id));
  return group(
    'usual',
    'What is usual for them, as a clinician sets it',
    whole('usual-news2', 'Usual NEWS2 total', 0, 20, { fact: 'usual-news2' }),
    ...parts.map((item) => plain(item, `usual/${item.id}`)),
    choice('usual-oxygen', 'Usually on', 'Air|Oxygen'),
    words('usual-by', 'Set by (role)', { maxLength: 60 }),
    day('usual-on', 'Set on', PAST),
    day('usual-review', 'Review by'),
  );
}

/** Change at 1, 3 and 6 months. Asked as weights: a percentage that somebody worked out cannot be checked. */
/* @__NO_SIDE_EFFECTS__ */
function earlierWeights(): readonly FormItem[] {
  const kg = (bmi.items as readonly FormItem[]).find(({ id }) => id === 'kg');
  if (kg === undefined) return [];
  return [1, 3, 6].map((months) => ({
    ...plain(kg, `weight-${months}m`),
    text: `Weight ${months} month${months === 1 ? '' : 's'} ago`,
    fresh: true,
  }));
}

/** The same question about another moment: what the record says of today does not answer it. */
/* @__NO_SIDE_EFFECTS__ */
function plain(item: FormItem, id: string): FormItem {
  const { fact: _, when: __, codes: ___, ...question } = item as FormQuestion;
  return { ...question, id };
}

/* @__NO_SIDE_EFFECTS__ */
function coded(bodyMass: FormItem): FormItem {
  if (bodyMass.type !== 'group') return bodyMass;
  const items = bodyMass.items.map((item) => {
    const code = BODY_CODES[item.id];
    return code === undefined ? item : { ...item, ...snomed(code) };
  });
  return { ...bodyMass, items, ...snomed('60621009') };
}
