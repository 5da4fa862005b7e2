/**
 * Moves focus to an element that is no control. Its tab index goes again when focus leaves, so that a
 * later click on its text does not select the whole box.
 */
export function focusOnce(element: HTMLElement): void {
  element.tabIndex = -1;
  element.addEventListener('blur', () => element.removeAttribute('tabindex'), { once: true });
  element.focus();
}

/**
 * Moves focus to a field with its question in view: a field at the top edge with the label above the
 * fold is hard to answer. False when there is no such field, and the link does what links do.
 */
export function focusField(id: string): boolean {
  const field = document.getElementById(id);
  if (!field) return false;
  const question =
    field.closest('fieldset')?.querySelector('legend') ??
    document.querySelector(`label[for="${CSS.escape(id)}"]`);
  (question ?? field).scrollIntoView();
  field.focus({ preventScroll: true });
  return true;
}
