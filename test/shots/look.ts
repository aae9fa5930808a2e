/** Says in words what is wrong with the rendered page. Runs in the page. */
export function look(): string[] {
  const wrong: string[] = [];
  const root = document.querySelector('[data-drawn]')?.shadowRoot;
  if (!root) return ['there is no component'];
  const wide = document.documentElement.scrollWidth - document.documentElement.clientWidth;
  if (wide > 0) wrong.push(`the page is ${wide} px too wide`);
  for (const element of root.querySelectorAll<HTMLElement>('.base *')) {
    // Text for screen readers is one pixel wide on purpose.
    if (element.closest('.spoken, [hidden]') !== null || !(element instanceof HTMLElement)) continue;
    const name = `${element.localName}.${element.className}`;
    if (element.scrollWidth > element.clientWidth + 1 && getComputedStyle(element).display !== 'inline') {
      wrong.push(`${name} is ${element.scrollWidth - element.clientWidth} px wider than its room`);
    }
    // A scrolling area or a text field cuts nothing off, because a person can reach its content.
    const cuts = !/visible|auto/.test(getComputedStyle(element).overflow) && !element.matches('input, textarea');
    if (cuts && element.scrollHeight > element.clientHeight + 1) wrong.push(`${name} cuts its text`);
  }
  // These are about a device, a home or several residents, or stand beside a card that says whom they are about.
  const namesNobody = 'ehch-device-status, ehch-local-home, ehch-moving, ehch-linking, ehch-form, ehch-what-changed';
  const isOfHomes = 'homes' in root.host && root.host.homes === true;
  if (root.host.matches(namesNobody) || isOfHomes) return wrong;
  const banner = root.querySelector('.banner');
  if (banner !== null) {
    const heading = banner.querySelector('[role=heading]');
    const box = heading?.getBoundingClientRect();
    if (box === undefined || box.height === 0 || box.top < 0 || box.bottom > innerHeight) {
      wrong.push('the identity is not in sight at the top');
    }
  } else if (!/Could not show|No resident chosen|Not on the list/.test(root.textContent)) wrong.push('there is neither an identity nor a reason');
  return wrong;
}
