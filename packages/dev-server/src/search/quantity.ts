import { isObject } from '../resource.ts';
import { splitPrefix } from './date-range.ts';
import { splitBars } from './split.ts';

/** Matches a number or quantity: the value within its written precision, the unit only if the search names one. */
export function quantityMatches(value: string, element: unknown): boolean {
  const [number = '', system = '', unit = ''] = splitBars(value);
  const actual = typeof element === 'number' ? element : isObject(element) ? element['value'] : null;
  if (typeof actual !== 'number') return false;
  if (unit !== '' && isObject(element)) {
    if (system !== '' && element['system'] !== system) return false;
    if (element['code'] !== unit && !(system === '' && element['unit'] === unit)) return false;
  }
  const { prefix, rest } = splitPrefix(number.replace(/^(..)?-/, '$1'));
  const asked = Number(rest) * (number.includes('-') && !/e-/.test(number) ? -1 : 1);
  return compare(prefix, actual, asked, halfStep(rest));
}

function compare(prefix: string, actual: number, asked: number, slack: number): boolean {
  switch (prefix) {
    case 'gt':
      return actual > asked;
    case 'lt':
      return actual < asked;
    case 'ge':
      return actual >= asked;
    case 'le':
      return actual <= asked;
    case 'ne':
      return Math.abs(actual - asked) >= slack;
    default:
      return Math.abs(actual - asked) < slack;
  }
}

/** Half of the last written digit: "5.40" stands for 5.395 to 5.405. */
function halfStep(text: string): number {
  const decimals = /\.(\d+)/.exec(text)?.[1]?.length ?? 0;
  return 0.5 * 10 ** -decimals;
}
