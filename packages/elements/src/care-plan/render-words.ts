import type { AboutMe, AboutMeEntry, Recorded } from '@ehch/clinical';
import { PLAN_KINDS } from '@ehch/clinical/care-plan';
import type { PlanLine } from '@ehch/clinical/care-plan';
import { html, nothing } from 'lit';
import type { TemplateResult } from 'lit';
import { fact } from '../internal/fact.ts';
import { data, lines, listed } from '../internal/text.ts';
import { bodyIn } from './body-in.ts';
import { addLine, editRow } from './edit-line.ts';
import { namedAlready, planCard } from './plan-frame.ts';
import type { PlanSurroundings } from './plan-surroundings.ts';

/** The order of PRSB About Me, in the resident's own voice. What matters comes first. */
const HEADINGS = PLAN_KINDS['about-me'].fields.heading.form;
const COMFORT = PLAN_KINDS.comfort.fields.about.form;
const SELF = PLAN_KINDS.self.fields.about.form;

interface Said {
  readonly title: string;
  readonly text: string;
  readonly fact: Recorded;
  /** Whose words they are, where somebody has said so. */
  readonly saidBy: string | null;
}

/** What matters, in the resident's words, each with who said it and when. Never above the limits. */
export function renderWords(around: PlanSurroundings): TemplateResult {
  const body = bodyIn(around.plan);
  // The lines of the plan may be there although About Me could not be read, and the other way round.
  const lineWords = body === null ? [] : [...body.comfort.map(comfort), ...body.self.map(self)];
  return planCard<AboutMe>(
    {
      name: 'words',
      title: 'In my words',
      from: 'aboutMe',
      section: around.plan.aboutMe,
      notRecorded: 'What matters to the resident, in their own words, is not recorded.',
      facts: ({ entries }) => [...entries, ...lineWords.map((one) => one.fact)],
      body: ({ entries, languages, interpreter }, within) => html`
        ${spoken(languages, interpreter)}
        ${entries.length === 0 ? html`<p class="missing">What matters is not recorded in words.</p>` : nothing}
        ${list(entriesInOrder(entries), within)}
      `,
      below: (within) => html`${list(lineWords, within)}
        ${addLine('about-me', 'Add what matters to me', within)}
        ${addLine('comfort', 'Add how to be with me', within)}
        ${addLine('self', 'Add partner, pronouns or faith', within)}`,
    },
    around,
  );
}

function entriesInOrder(entries: readonly AboutMeEntry[]): readonly Said[] {
  const order = HEADINGS.kind === 'one-of' ? Object.keys(HEADINGS.options) : [];
  return entries
    .toSorted((a, b) => order.indexOf(a.heading) - order.indexOf(b.heading))
    .map((one) => ({
      title: optionOf(HEADINGS, one.heading),
      text: one.text,
      fact: one,
      saidBy: one.line?.saidBy ?? null,
    }));
}

const comfort = (one: PlanLine<'comfort'>): Said => ({
  title: optionOf(COMFORT, one.fields.about),
  text: one.fields.text ?? '',
  fact: one,
  saidBy: one.fields.saidBy,
});

const self = (one: PlanLine<'self'>): Said => ({
  title: optionOf(SELF, one.fields.about),
  text: one.fields.text ?? '',
  fact: one,
  saidBy: null,
});

function optionOf(form: typeof HEADINGS, value: string): string {
  return form.kind === 'one-of' ? (form.options[value] ?? value) : value;
}

function list(all: readonly Said[], around: PlanSurroundings): TemplateResult | typeof nothing {
  if (all.length === 0) return nothing;
  return html`<ul class="facts">${all.map((one) => [said(one, around), editRow(one.fact.id, around)])}</ul>`;
}

function said({ title, text, fact: one, saidBy }: Said, around: PlanSurroundings): TemplateResult {
  // Whoever is named as the speaker is not named once more as the author.
  const isAuthor = saidBy !== null && (saidBy === one.by?.role || saidBy === one.by?.name);
  const within = isAuthor ? namedAlready(one.by, around) : around;
  return fact(
    html`<strong>${title}</strong> <q class="words">${lines(text)}</q>${
      saidBy === null ? nothing : html` <span class="said">said by ${data(saidBy)}</span>`
    }`,
    one,
    within,
  );
}

function spoken(languages: AboutMe['languages'], interpreter: boolean | null) {
  if (languages.length === 0 && interpreter === null) return nothing;
  return html`<p>
    ${
      languages.length === 0
        ? nothing
        : html`I speak
          ${listed(languages.map(({ name, preferred }) => html`${data(name)}${preferred ? ' (preferred)' : ''}`))}.`
    }
    ${interpreter === null ? nothing : html`Interpreter <strong>${interpreter ? 'needed' : 'not needed'}</strong>.`}
  </p>`;
}
