/**
 * happy-dom has no popovers. This gives its elements the part that the app uses: a button's `popovertarget` shows and
 * hides, `beforetoggle` and `toggle` are told. Import it for its effect in tests of components that open one.
 */
const shown = new WeakSet<HTMLElement>();

function toggle(element: HTMLElement, open: boolean) {
  if (shown.has(element) === open) return;
  const detail = { oldState: open ? 'closed' : 'open', newState: open ? 'open' : 'closed' };
  element.dispatchEvent(Object.assign(new Event('beforetoggle'), detail));
  if (open) shown.add(element);
  else shown.delete(element);
  element.dispatchEvent(Object.assign(new Event('toggle'), detail));
}

Object.assign(HTMLElement.prototype, {
  showPopover(this: HTMLElement) {
    toggle(this, true);
  },
  hidePopover(this: HTMLElement) {
    toggle(this, false);
  },
});

document.addEventListener('click', (event) => {
  const trigger = event.target instanceof Element ? event.target.closest('[popovertarget]') : null;
  const target = document.getElementById(trigger?.getAttribute('popovertarget') ?? '');
  if (target) toggle(target, !shown.has(target));
});
