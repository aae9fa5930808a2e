import { bandOf } from '../bands.ts';
import { decimal, quotient } from '../exact-decimal.ts';
import { fieldsOf, isNotAnswered, isOpen, type Given } from '../not-answered.ts';
import { MUST_BANDS, type MustBand } from './must.ts';

/**
 * The cuts of the tool's steps, as a place with BAPEN's permission configures them. None is in the product, and the
 * permission does not let a place alter them.
 */
export interface LicensedMustSteps {
  /** The permission. Blank: nothing is computed. */
  readonly licenceRef: string;
  /** BMI: no points above the first, two below the second, one between and at either. */
  readonly bmi: { readonly noneAbove: number; readonly twoBelow: number };
  /** Unplanned loss in %: no points below the first, two above the second, one between and at either. */
  readonly loss: { readonly noneBelow: number; readonly twoAbove: number };
  readonly acute: number;
}

export interface MustStepsInput {
  readonly bmi?: Given<number>;
  /** Unplanned loss in %; a gain is negative. */
  readonly lossPct?: Given<number>;
  readonly acuteNoIntake5d?: Given<boolean>;
}

export interface MustStepsResult {
  readonly status: 'complete' | 'incomplete' | 'invalid' | 'not-licensed';
  /** The points of each step; `null` when it cannot be known. */
  readonly bmi: number | null;
  readonly loss: number | null;
  readonly acute: number | null;
  readonly total: number | null;
  /** The sum of the steps that are known. */
  readonly atLeast: number;
  readonly band: MustBand | null;
  /** `acute-not-stated`: nobody recorded whether they are acutely ill without intake, which then counts as not so. */
  readonly flags: readonly string[];
}

/**
 * Proposes a MUST total by a licensed place's steps. BMI is banded as it is shown, to one decimal, half up in decimal
 * digits [P]; the loss is banded exactly. Total: any input has a result.
 */
export function proposeMust(input: MustStepsInput, steps: LicensedMustSteps): MustStepsResult {
  const given = fieldsOf(input);
  const licensed = steps.licenceRef.trim() !== '';
  const bmi = licensed ? bmiPoints(given['bmi'], steps) : null;
  const loss = licensed ? lossPoints(given['lossPct'], steps) : null;
  const acute = licensed ? acutePoints(given['acuteNoIntake5d'], steps) : null;
  const wrong = [bmi, loss, acute].includes('impossible');
  const points = [bmi, loss, acute].map((step) => (typeof step === 'number' ? step : null));
  const [bmiScore = null, lossScore = null, acuteScore = null] = points;
  const sum = points.reduce<number>((all, step) => all + (step ?? 0), 0);
  const total = points.includes(null) ? null : sum;
  return {
    status: !licensed ? 'not-licensed' : wrong ? 'invalid' : total === null ? 'incomplete' : 'complete',
    bmi: bmiScore,
    loss: lossScore,
    acute: acuteScore,
    total,
    atLeast: sum,
    band: bandOf(MUST_BANDS, total),
    flags: typeof given['acuteNoIntake5d'] === 'boolean' ? [] : ['acute-not-stated'],
  };
}

type Step = number | 'impossible' | null;

function bmiPoints(value: unknown, { bmi: { noneAbove, twoBelow } }: LicensedMustSteps): Step {
  if (isOpen(value)) return null;
  if (typeof value !== 'number' || !Number.isFinite(value) || value <= 0) return 'impossible';
  const shown = quotient(decimal(value), decimal(1), 1);
  if (shown > noneAbove) return 0;
  return shown < twoBelow ? 2 : 1;
}

function lossPoints(value: unknown, { loss: { noneBelow, twoAbove } }: LicensedMustSteps): Step {
  if (isOpen(value)) return null;
  // Nobody loses all of their weight.
  if (typeof value !== 'number' || !Number.isFinite(value) || value >= 100) return 'impossible';
  if (value < noneBelow) return 0;
  return value > twoAbove ? 2 : 1;
}

/**
 * The published examples count what is not stated as not so; the flag says that it was assumed. Where somebody says that it
 * is not known, or was refused, it is no zero (clinical rules 1.1 and 1.3).
 */
function acutePoints(value: unknown, { acute }: LicensedMustSteps): Step {
  if (isNotAnswered(value)) return null;
  if (isOpen(value) || value === false) return 0;
  return value === true ? acute : 'impossible';
}
