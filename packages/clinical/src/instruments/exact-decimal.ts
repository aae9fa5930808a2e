/** A number by its decimal digits: `units` × 10^-`scale`. Binary fractions could move a value across a cut-off. */
export interface Decimal {
  readonly units: bigint;
  readonly scale: number;
}

const DIGITS = /^(-?\d+)(?:\.(\d+))?(?:e([+-]\d+))?$/;

/** The decimal digits of a number as it prints. @throws {RangeError} if it is not finite: check limits first */
export function decimal(value: number): Decimal {
  const match = DIGITS.exec(String(value));
  if (match === null) throw new RangeError('Not a finite number.');
  const [, whole = '0', fraction = '', exponent = '0'] = match;
  return { units: BigInt(whole + fraction), scale: fraction.length - Number(exponent) };
}

/** The exact sum. */
export function plus(a: Decimal, b: Decimal): Decimal {
  return minus(a, { units: -b.units, scale: b.scale });
}

/** The exact difference. */
export function minus(a: Decimal, b: Decimal): Decimal {
  const scale = Math.max(a.scale, b.scale);
  return { units: a.units * tenTo(scale - a.scale) - b.units * tenTo(scale - b.scale), scale };
}

/** The exact product. */
export function times(...factors: readonly Decimal[]): Decimal {
  return factors.reduce((a, b) => ({ units: a.units * b.units, scale: a.scale + b.scale }));
}

/** How often `b` goes into `a`, without the remainder. `b` must not be 0. */
export function wholeQuotient(a: Decimal, b: Decimal): bigint {
  const scale = Math.max(a.scale, b.scale);
  return (a.units * tenTo(scale - a.scale)) / (b.units * tenTo(scale - b.scale));
}

/** The number nearest to these digits. */
export function toNumber({ units, scale }: Decimal): number {
  return Number(`${units}e${-scale}`);
}

/** `a` / `b` to `places` decimals, rounded half away from zero. `b` must not be 0. */
export function quotient(a: Decimal, b: Decimal, places: number): number {
  const shift = b.scale - a.scale + places;
  const over = a.units * (shift > 0 ? tenTo(shift) : 1n) * 2n;
  const under = b.units * (shift < 0 ? tenTo(-shift) : 1n);
  const [top, bottom] = under < 0n ? [-over, -under] : [over, under];
  const size = (top < 0n ? -top : top) / bottom;
  const rounded = (size + 1n) / 2n;
  return Number(`${top < 0n ? -rounded : rounded}e-${places}`);
}

function tenTo(power: number): bigint {
  return 10n ** BigInt(power);
}
