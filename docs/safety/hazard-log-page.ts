import { SAFETY_CASE } from '../../packages/clinical/src/safety/index.ts';
import { rating, type Control, type Hazard, type Risk } from './hazard.ts';
import { HAZARDS } from './hazards/index.ts';

/** The page of the hazard log, from its data. */
export function hazardLogPage(): string {
  const { hazardLog, acceptedBy } = SAFETY_CASE;
  const accepted =
    acceptedBy === null
      ? '**Risk scores: proposed by the makers; accepted by nobody.** The product says “not for live use” until a named clinical safety officer signs.'
      : `Risk scores: accepted by ${acceptedBy.by}, ${acceptedBy.on}.`;
  return `# Hazard log

Version ${hazardLog}, in the form of DCB0129. \`npm run docs\` writes this page from \`docs/safety/hazards/\`; do not edit it.

${accepted}

A control is of one of four kinds. **Design** and **test** are the makers’, and the named test proves each. **Training** and
**process** are the deployer’s: nothing in this repository proves them, and DCB0160 asks the deployer for the proof.

Ratings run from 1 to 5, by severity and likelihood. 5 is unacceptable, 4 has to be reduced, 3 is undesirable, 1 and 2 are
acceptable. The matrix comes from a skeleton of others: compare it with the standard’s own before signing. [P]

${HAZARDS.map(hazardPart).join('\n')}`;
}

function hazardPart({ id, component, hazard, cause, effect, initial, residual, controls }: Hazard): string {
  return `## ${id} · ${hazard}

Component: ${component}. Cause: ${cause}. Effect: ${effect}.

Initial risk: ${riskWords(initial)}. Residual risk: ${riskWords(residual)}.

${controls.map(controlLine).join('\n')}
`;
}

function riskWords(risk: Risk): string {
  return `${risk.severity}, ${risk.likelihood}: **${rating(risk)}**`;
}

function controlLine(control: Control): string {
  return 'provedBy' in control
    ? `- ${control.kind}: ${control.what}. Proved by “${control.provedBy.title}” in \`${control.provedBy.file}\`.`
    : `- ${control.kind} (the deployer’s): ${control.what}.`;
}
