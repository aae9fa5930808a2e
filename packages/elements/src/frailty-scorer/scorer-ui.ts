import type {
  AssessmentTemplate,
  Author,
  FormState,
  Instant,
  ItemKey,
  PlaceConfiguration,
  ResidentView,
} from '@ehch/clinical';
import type { OpenForm } from './open-form.ts';
import type { Assessments } from './own-assessments.ts';

/** What of a form is open on screen beside its answers. It goes with the form. */
export interface ScorerUi {
  /** What the chooser is searched for. */
  search: string;
  /** The top group that is in front. */
  section: ItemKey | null;
  /** The score that is explained. */
  why: ItemKey | null;
  /** The candidate problem that is being worded or dismissed. */
  deciding: { readonly rule: string; readonly how: 'edit' | 'dismiss' } | null;
  /** What became of the last copy: the clipboard took it, a person takes it by hand, or there is no text to be had. */
  copied: { readonly text: string; readonly how: 'taken' | 'by-hand' | 'failed' } | null;
  /** The instrument that was answered last, by its group. */
  scored: ItemKey | null;
  /** Somebody pressed "finish" while something required was missing. */
  stopped: boolean;
  /** Why the moment that was typed cannot be when the person was seen. */
  seenRefused: string | null;
  /** What changed since the last assessment stands in the place of the questions. */
  onlyChanged: boolean;
}

/* @__NO_SIDE_EFFECTS__ */
export function freshUi(): ScorerUi {
  return {
    search: '',
    section: null,
    why: null,
    deciding: null,
    copied: null,
    scored: null,
    stopped: false,
    seenRefused: null,
    onlyChanged: false,
  };
}

/** What is told of a form beside its questions. */
export interface Telling {
  readonly open: OpenForm;
  readonly state: FormState;
  /** With rules and deficits; `null` for instruments and imported forms. */
  readonly template: AssessmentTemplate | null;
  /** Our own assessments; `null`: this form does without. */
  readonly ours: Assessments | null;
  readonly view: ResidentView | null;
  readonly place: PlaceConfiguration | null;
  readonly now: Instant;
  readonly author: Author | null;
  /** The page does not say who is answering. */
  readonly asksWho: boolean;
  /** Of the headings. */
  readonly level: number;
  /** Why nothing can be changed; `null`: it can. */
  readonly locked: string | null;
  readonly ui: ScorerUi;
}
