/** Puts what a button opens right below it, in line with its right edge. */
export const placeUnder = (trigger: HTMLElement, opened: HTMLElement): void => {
  const { bottom, right } = trigger.getBoundingClientRect()
  opened.style.top = `${bottom + window.scrollY + 6}px`
  opened.style.right = `${document.documentElement.clientWidth - right}px`
}
