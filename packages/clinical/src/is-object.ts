/** Whether a value from elsewhere has named parts that can be looked at. A list has some too. */
export function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null;
}
