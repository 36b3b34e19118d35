/** Does something once the browser has time for it; answers how to call that off. */
export const whenIdle = (work: () => void): (() => void) => {
  if (typeof requestIdleCallback === "function") {
    const asked = requestIdleCallback(work, { timeout: 60 })
    return () => cancelIdleCallback(asked)
  }
  const asked = setTimeout(work, 4)
  return () => clearTimeout(asked)
}
