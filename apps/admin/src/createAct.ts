import { createSignal } from "solid-js"

/** Something a button does over the network: whether it is under way, and why it failed the last time. */
export const createAct = <Input extends ReadonlyArray<unknown>>(act: (...input: Input) => Promise<void>) => {
  const [busy, setBusy] = createSignal(false)
  const [failure, setFailure] = createSignal<unknown>(null)
  const start = async (...input: Input): Promise<void> => {
    if (busy()) return
    setBusy(true)
    setFailure(null)
    try {
      await act(...input)
    } catch (error) {
      setFailure(() => error)
    } finally {
      setBusy(false)
    }
  }
  return { start, busy, failure, forget: () => setFailure(null) }
}
