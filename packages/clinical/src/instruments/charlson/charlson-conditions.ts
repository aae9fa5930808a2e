import type { FormOption } from '../../form/types.ts';
import { yesNo, type PointsQuestion } from '../sum-of-parts.ts';

/** Charlson 1987: the conditions by their weight, in our own words. */
const WEIGHTS = [
  [
    1,
    {
      'heart-attack': 'Heart attack',
      'heart-failure': 'Heart failure',
      'peripheral-vascular': 'Disease of the leg or other arteries',
      stroke: 'Stroke or TIA',
      dementia: 'Dementia',
      lung: 'Chronic lung disease',
      'connective-tissue': 'Connective tissue disease',
      ulcer: 'Stomach or duodenal ulcer',
      'liver-mild': 'Liver disease, mild',
      diabetes: 'Diabetes without organ damage',
    },
  ],
  [
    2,
    {
      hemiplegia: 'Paralysis of one side',
      kidney: 'Kidney disease, moderate or severe',
      'diabetes-damage': 'Diabetes with organ damage',
      tumour: 'Tumour without spread',
      leukaemia: 'Leukaemia',
      lymphoma: 'Lymphoma',
    },
  ],
  [3, { 'liver-severe': 'Liver disease, moderate or severe' }],
  [6, { 'tumour-spread': 'Tumour with spread', aids: 'AIDS' }],
] as const;

type Conditions = (typeof WEIGHTS)[number][1];

export type CharlsonCondition = Conditions extends infer C
  ? C extends unknown
    ? keyof C & string
    : never
  : never;

export interface CharlsonQuestion extends PointsQuestion {
  readonly weight: number;
  readonly options: readonly (FormOption & { readonly points: number })[];
}

export const CHARLSON_QUESTIONS: readonly CharlsonQuestion[] = WEIGHTS.flatMap(([weight, conditions]) =>
  Object.entries(conditions).map(([id, text]) => ({ ...yesNo(id, text, 'yes', weight), weight })),
);

/** [P] Two degrees of one disease. Nobody has both at once, so two "yes" answers are a mistake and not a sum. */
export const ONE_OF: readonly (readonly [milder: CharlsonCondition, worse: CharlsonCondition])[] = [
  ['liver-mild', 'liver-severe'],
  ['diabetes', 'diabetes-damage'],
  ['tumour', 'tumour-spread'],
];
