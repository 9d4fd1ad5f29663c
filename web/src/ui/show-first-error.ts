import { tick } from 'svelte'

/** After a refused submission: the first thing to mend comes into sight, and the cursor stands in it where it can. */
export async function showFirstError(form: HTMLFormElement): Promise<void> {
  await tick()
  const message = form.querySelector<HTMLElement>('[role="alert"]')
  message?.scrollIntoView({ block: 'center' })
  form.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus({ preventScroll: true })
}
