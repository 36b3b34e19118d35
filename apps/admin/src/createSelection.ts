import { createSignal } from "solid-js"

/** Which lines of a list are chosen: some by their ids, or all that it would show if loaded to its end. */
export const createSelection = () => {
  const [ids, setIds] = createSignal<ReadonlySet<string>>(new Set())
  const [all, setAll] = createSignal(false)
  const choose = (chosen: Iterable<string>, everything = false) => {
    setIds(new Set(chosen))
    setAll(everything)
  }
  return {
    all,
    ids: () => [...ids()],
    size: () => ids().size,
    has: (id: string): boolean => all() || ids().has(id),
    toggle: (id: string) => choose(ids().has(id) ? [...ids()].filter((one) => one !== id) : [...ids(), id]),
    choose: (chosen: Iterable<string>) => choose(chosen),
    chooseAll: () => choose([], true),
    clear: () => choose([]),
  }
}

export type Selection = ReturnType<typeof createSelection>
