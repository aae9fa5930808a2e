/** UK Core ValueSet EarlyWarningSubScore, NEWS2 codes, with the part of the score that each is. */
export const NEWS2_SUBSCORES: ReadonlyMap<
  string,
  { readonly part: 'rr' | 'spo2' | 'oxygen' | 'sbp' | 'pulse' | 'acvpu' | 'temp'; readonly scale?: 1 | 2 }
> = new Map([
  ['1104301000000104', { part: 'rr' }],
  ['1104311000000102', { part: 'spo2', scale: 1 }],
  ['1104321000000108', { part: 'spo2', scale: 2 }],
  ['1104331000000105', { part: 'oxygen' }],
  ['1104341000000101', { part: 'sbp' }],
  ['1104351000000103', { part: 'pulse' }],
  ['1104361000000100', { part: 'acvpu' }],
  ['1104371000000107', { part: 'temp' }],
] as const);
