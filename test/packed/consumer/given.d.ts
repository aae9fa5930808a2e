// What the examples of the docs take for given: a page that has these.
import type {
  CarePlanCard,
  Ehch,
  EhchProvider,
  Escalations,
  EscalationButton,
  FrailtyScorer,
  LinkingElement,
  LocalHomeElement,
  MovingElement,
  ResidentSummary,
} from '@ehch/sdk';

declare global {
  const session: { readonly sub: string; token(): Promise<string> };
  const fhirBaseUrl: string;
  const place: Ehch['place'];
  const ehch: Ehch;
  const provider: EhchProvider;
  const button: EscalationButton;
  const card: CarePlanCard;
  const escalations: Escalations;
  const scorer: FrailtyScorer;
  const summary: ResidentSummary;
  const localHome: LocalHomeElement;
  const linking: LinkingElement;
  const moving: MovingElement;
  const patient: { readonly id: string };
  const hidden: readonly string[];
  const setHidden: (keys: readonly string[]) => void;
}
