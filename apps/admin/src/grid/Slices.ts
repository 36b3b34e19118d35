/** Work that can be interrupted where it yields, and says there how far it has come, from 0 to 1. */
export type Slices<A> = Generator<number, A, void>

const atOnce = 256

/** Does something with each of some things, and can be interrupted every few hundred. */
export function* forEach<Thing>(
  things: ArrayLike<Thing>,
  act: (thing: Thing, at: number) => void,
): Slices<void> {
  const { length } = things
  for (let at = 0; at < length; at++) {
    act(things[at] as Thing, at)
    if (at % atOnce === atOnce - 1) yield (at + 1) / length
  }
}

/** Work as the part from one point to another of a whole. */
export function* partOf<A>(from: number, to: number, work: Slices<A>): Slices<A> {
  for (;;) {
    const step = work.next()
    if (step.done === true) return step.value
    yield from + (to - from) * step.value
  }
}
