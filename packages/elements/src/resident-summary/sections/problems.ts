import type { Problem } from '@ehch/clinical';
import { html, nothing } from 'lit';
import { fact } from '../../internal/fact.ts';
import { defineSection } from '../../internal/section-frame.ts';
import type { Telling } from '../../internal/telling.ts';
import { data, joined, plain, strong } from '../../internal/text.ts';
import { dated } from '../../internal/when.ts';

const PAST: readonly Problem['status'][] = ['inactive', 'remission', 'resolved'];

export const problems = defineSection({
  name: 'problems',
  title: 'Problems',
  summary: (value: readonly Problem[]) => {
    const past = value.filter(isPast).length;
    return past === 0 ? `${value.length} active` : `${value.length - past} active, ${past} past`;
  },
  body: (value, telling) => html`
    ${list(
      value.filter((problem) => !isPast(problem)),
      telling,
    )}
    ${
      value.some(isPast)
        ? html`<p class="between">Past</p>
            ${list(value.filter(isPast), telling)}`
        : nothing
    }
  `,
});

function isPast({ status }: Problem): boolean {
  return PAST.includes(status);
}

function list(some: readonly Problem[], { today }: Telling) {
  return html`<ul class="facts">
    ${some.map((problem) =>
      fact(
        joined([
          strong(problem.text),
          data(problem.severity),
          problem.status === 'active'
            ? null
            : problem.status === 'not-stated'
              ? 'not stated whether active'
              : plain(problem.status),
          dated('ended', problem.ended),
        ]),
        problem,
        today,
        problem.on === null ? {} : { dateWord: 'since' },
      ),
    )}
  </ul>`;
}
