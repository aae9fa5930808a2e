/** What the hazard log is made of, in the form of DCB0129. */
export type HazardComponent =
  | 'summary'
  | 'scorer'
  | 'care plan'
  | 'escalation and inbox'
  | 'keeping and sending'
  | 'extension'
  | 'place file';

const SEVERITIES = ['minor', 'significant', 'considerable', 'major', 'catastrophic'] as const;
export const LIKELIHOODS = ['very low', 'low', 'medium', 'high', 'very high'] as const;
export type Severity = (typeof SEVERITIES)[number];
export type Likelihood = (typeof LIKELIHOODS)[number];

/** A test of this repository: its file, and words of its title as they stand there. */
export interface NamedTest {
  readonly file: string;
  readonly title: string;
}

/** `design` and `test` are ours, and a named test proves each. `training` and `process` are the deployer's. */
export type Control =
  | { readonly kind: 'design' | 'test'; readonly what: string; readonly provedBy: NamedTest }
  | { readonly kind: 'training' | 'process'; readonly what: string };

export interface Risk {
  readonly severity: Severity;
  readonly likelihood: Likelihood;
}

export interface Hazard {
  readonly id: string;
  readonly component: HazardComponent;
  readonly hazard: string;
  readonly cause: string;
  readonly effect: string;
  readonly initial: Risk;
  readonly residual: Risk;
  readonly controls: readonly Control[];
}

/** By likelihood, from very low, and severity, from minor. [P] From a skeleton of others: compare with the standard's own. */
const MATRIX: readonly (readonly number[])[] = [
  [1, 1, 2, 2, 3],
  [1, 2, 2, 3, 4],
  [2, 2, 3, 3, 4],
  [2, 3, 3, 4, 5],
  [3, 4, 4, 5, 5],
];

/** 5: unacceptable. 4: has to be reduced. 3: undesirable. 1 and 2: acceptable. */
export function rating({ severity, likelihood }: Risk): number {
  return MATRIX[LIKELIHOODS.indexOf(likelihood)]?.[SEVERITIES.indexOf(severity)] ?? 5;
}

/** A hazard's severity stays, and its controls make it less likely, unless it says otherwise. */
export function risks(
  severity: Severity,
  before: Likelihood,
  after: Likelihood,
): Pick<Hazard, 'initial' | 'residual'> {
  return { initial: { severity, likelihood: before }, residual: { severity, likelihood: after } };
}

export function design(what: string, file: string, title: string): Control {
  return { kind: 'design', what, provedBy: { file, title } };
}

export function tested(what: string, file: string, title: string): Control {
  return { kind: 'test', what, provedBy: { file, title } };
}

export function training(what: string): Control {
  return { kind: 'training', what };
}

export function process(what: string): Control {
  return { kind: 'process', what };
}
