/** What a page under the strictest policy tells its parent. */
export interface StrictReport {
  readonly violations: readonly string[];
  readonly errors: readonly string[];
  /** How many states were drawn with words in them. */
  readonly drawn: number;
  /** What else this page was asked to prove, and whether it did. */
  readonly proofs: Readonly<Record<string, boolean>>;
  readonly globals: readonly string[];
}

/** Runs a page's proof, and reports to its parent how it went. It is called before any component is loaded. */
export async function reportToParent(
  prove: () => Promise<Pick<StrictReport, 'drawn' | 'proofs'>>,
): Promise<void> {
  const violations: string[] = [];
  const errors: string[] = [];
  document.addEventListener('securitypolicyviolation', ({ violatedDirective, sample }) =>
    violations.push(`${violatedDirective} ${sample}`),
  );
  window.addEventListener('error', ({ message }) => errors.push(message));
  window.addEventListener('unhandledrejection', ({ reason }) => errors.push(String(reason)));
  const before = new Set(Object.getOwnPropertyNames(window));
  const proved = await prove().catch((error: unknown) => {
    errors.push(String(error));
    return { drawn: 0, proofs: {} };
  });
  const globals = Object.getOwnPropertyNames(window).filter((name) => !before.has(name));
  parent.postMessage({ violations, errors, ...proved, globals } satisfies StrictReport, '*');
}
