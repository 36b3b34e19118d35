import { createSignal } from "solid-js"
import type { Department } from "@muster/domain/model/Department"

/** Where departments are dropped that are to stand at the top. */
export const top = "top"

/**
 * Moving departments by dragging: which one is on its way, over what it is, and where it may go. Whoever does not
 * drag has the same in the dialog of a department.
 */
export const createDrag = (
  all: () => ReadonlyArray<Department>,
  onMove: (department: Department, parentId: string | null) => void,
) => {
  const [dragged, setDragged] = createSignal<Department | null>(null)
  const [over, setOver] = createSignal<string | null>(null)
  const isBelow = (departmentId: string | null, above: string): boolean => {
    if (departmentId === null || departmentId === above) return departmentId === above
    return isBelow(all().find((one) => one.departmentId === departmentId)?.parentId ?? null, above)
  }
  const mayGo = (target: string) => {
    const one = dragged()
    if (one === null || (one.parentId ?? top) === target) return false
    return target === top || !isBelow(target, one.departmentId)
  }
  const end = () => {
    setDragged(null)
    setOver(null)
  }
  return {
    over,
    /** What makes an element something to drag. */
    source: (department: Department) => ({
      draggable: true,
      onDragStart: (event: DragEvent) => {
        event.dataTransfer?.setData("text/plain", department.departmentId)
        setDragged(department)
      },
      onDragEnd: end,
    }),
    /** What makes an element somewhere to drop. */
    target: (target: string) => ({
      onDragOver: (event: DragEvent) => {
        if (!mayGo(target)) return
        event.preventDefault()
        setOver(target)
      },
      onDragLeave: () => over() === target && setOver(null),
      onDrop: (event: DragEvent) => {
        event.preventDefault()
        const one = dragged()
        if (one !== null && mayGo(target)) onMove(one, target === top ? null : target)
        end()
      },
    }),
  }
}
