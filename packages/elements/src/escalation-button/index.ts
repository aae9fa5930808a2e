import { define } from '../internal/define.ts';
import { EscalationButton } from './escalation-button.ts';

export * from './escalation-button.ts';

define('ehch-escalation-button', EscalationButton);
