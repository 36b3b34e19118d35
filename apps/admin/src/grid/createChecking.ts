import { createSignal, onCleanup } from "solid-js"
import type { TableCheck } from "./TableCheck.ts"
import { whenIdle } from "./whenIdle.ts"

const sliceTime = 6
const tellEvery = 100

/** Has a table checked while the browser has nothing else to do, and tells now and then that more is known. */
export const createChecking = (check: TableCheck) => {
  const [checked, setChecked] = createSignal(0)
  let working = false
  let told = 0
  let stop = () => {}
  const work = () => {
    working = false
    const end = performance.now() + sliceTime
    check.work(() => performance.now() > end)
    if (check.waiting > 0) goOn()
    if (check.waiting === 0 || end - told > tellEvery) {
      told = end
      setChecked((before) => before + 1)
    }
  }
  const goOn = () => {
    if (working) return
    working = true
    stop = whenIdle(work)
  }
  onCleanup(() => stop())
  return {
    /** Another number when more is known of the rows. */
    checked,
    /** There are rows to be looked at. */
    goOn,
  }
}
