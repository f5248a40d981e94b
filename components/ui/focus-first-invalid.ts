/** Moves the focus to the first field of a form that says what is wrong with it, once the errors are on screen. */
export function focusFirstInvalid(form: HTMLFormElement): void {
  requestAnimationFrame(() => form.querySelector<HTMLElement>('[aria-invalid=true]')?.focus());
}
