/** The ways in which systems draw an identity banner, each a folder beside this file. */
export const LAYOUTS = [
  'angularjs-chips',
  'chi-number',
  'dt-dd',
  'frame-per-patient',
  'frameset',
  'hash-routed-spa',
  'input-values',
  'list',
  'modal',
  'print-preview',
  'react',
  'shadow-root',
] as const;
