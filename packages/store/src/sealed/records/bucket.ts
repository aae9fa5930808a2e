/** What a first view of a resident needs. Everything here is read before the rest is asked for (sync.md 1.2). */
const CORE = new Set([
  'Patient',
  'AllergyIntolerance',
  'Condition',
  'MedicationRequest',
  'MedicationStatement',
  'CarePlan',
  'Goal',
  'Task',
  'Flag',
  'Consent',
]);

export const BUCKETS = 3;

/** Three buckets, so that a change of one rewrites little, and the disk tells no types. */
export function bucketOf(type: string): number {
  if (type === 'Observation') return 1;
  return CORE.has(type) ? 0 : 2;
}
