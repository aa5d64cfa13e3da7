/** Puts the focus on the first control that is wrong, once the page shows which those are. */
export function focusOnProblem(form: HTMLElement): void {
  requestAnimationFrame(() => form.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus());
}
