import { createRoot } from "solid-js"
import { expect, it } from "vitest"
import { createActQueue } from "../../src/grid/createActQueue.ts"
import { forEach, type Slices } from "../../src/grid/Slices.ts"

/** A queue, and acts that say when they are done; one that is long gives way many times. */
const begin = () => {
  const done: Array<string> = []
  const queue = createRoot(createActQueue)
  const act = (name: string, steps: number) => () =>
    (function* (): Slices<string> {
      yield* forEach({ length: steps * 256 }, (_, at) => {
        const end = at % 256 === 0 && steps > 1 ? performance.now() + 4 : 0
        while (performance.now() < end);
      })
      done.push(name)
      return name
    })()
  return { queue, done, act }
}

it("what is short is done at once, what is long gives way, and what is begun meanwhile comes after it", async () => {
  const { queue, done, act } = begin()
  const first = queue.perform(act("first", 1))
  expect(done).toEqual(["first"])
  const long = queue.perform(act("long", 20))
  const second = queue.perform(act("second", 1))
  expect(done).toEqual(["first"])
  expect(queue.done()).toBeGreaterThan(0)
  expect(await Promise.all([first, long, second])).toEqual(["first", "long", "second"])
  expect(done).toEqual(["first", "long", "second"])
  expect(queue.done()).toBeNull()
})

it("what was begun last is called off first, and what is done already not at all", async () => {
  const { queue, done, act } = begin()
  const long = queue.perform(act("long", 20))
  const second = queue.perform(act("second", 1))
  expect([queue.callOff(), queue.callOff(), queue.callOff()]).toEqual([true, true, false])
  const third = queue.perform(act("third", 1))
  expect(await Promise.all([long, second, third])).toEqual([null, null, "third"])
  expect(done).toEqual(["third"])
  expect(queue.callOff()).toBe(false)
})

it("what is done to its end is not called off any more", async () => {
  const { queue, done, act } = begin()
  const long = queue.perform(() => {
    queue.seal()
    return act("long", 20)()
  })
  const second = queue.perform(act("second", 20))
  expect([queue.callOff(), queue.callOff()]).toEqual([true, false])
  expect(await Promise.all([long, second])).toEqual(["long", null])
  const third = queue.perform(act("third", 20))
  expect(queue.callOff()).toBe(true)
  expect(await third).toBeNull()
  expect(done).toEqual(["long"])
})

it("what fails says so, and what was begun after it is done", async () => {
  const { queue, done, act } = begin()
  const wrong = queue.perform(function* (): Slices<void> {
    yield* act("half", 20)()
    throw new Error("wrong")
  })
  const second = queue.perform(act("second", 1))
  await expect(wrong).rejects.toThrow("wrong")
  expect(await second).toBe("second")
  expect(done).toEqual(["half", "second"])
})
