/**
 * The demo's clinical clock. A person sets it, and it runs on from there. The server's own time goes on from where the demo
 * started.
 */
export function demoClock(start: string) {
  const zero = Date.now();
  let offset = 0;
  const now = () => new Date(Date.parse(start) + (Date.now() - zero) + offset).toISOString();
  return {
    now,
    bind(shown: HTMLElement, buttons: Iterable<HTMLButtonElement>, onMove: () => void) {
      const words = new Intl.DateTimeFormat('en-GB', {
        dateStyle: 'medium',
        timeStyle: 'short',
        timeZone: 'Europe/London',
      });
      const show = () => {
        shown.textContent = words.format(new Date(now()));
      };
      for (const button of buttons) {
        button.addEventListener('click', () => {
          const days = Number(button.dataset['days']);
          offset = days === 0 ? 0 : offset + days * 86_400_000;
          show();
          onMove();
        });
      }
      setInterval(show, 10_000);
      show();
    },
  };
}
