import { importerOf, type Import } from "../model/Import.ts"
import type { WrittenStructure } from "../ports/ImportWork.ts"
import { leaveLine } from "./leaveLine.ts"
import type { MemoryState } from "./MemoryState.ts"

/**
 * Makes and changes departments and groups; false, and nothing done, when one is there or not against what was
 * found.
 */
export const writeStructure = (
  state: MemoryState["Service"],
  one: Pick<Import, "id" | "databaseId" | "createdBy" | "startedBy">,
  written: WrittenStructure,
): boolean => {
  const databaseId = one.databaseId ?? ""
  const about = { importId: one.id, databaseId }
  const actor = importerOf(one)
  const departmentAt = (id: string) =>
    state.departments.findIndex((there) => there.databaseId === databaseId && there.departmentId === id)
  const groupAt = (name: string) =>
    state.groups.findIndex((there) => there.databaseId === databaseId && there.groupName === name)
  const isAsFound =
    written.departments.every(
      ({ departmentId, outcome }) => departmentAt(departmentId) < 0 === (outcome === "created"),
    ) && written.groups.every(({ groupName, outcome }) => groupAt(groupName) < 0 === (outcome === "created"))
  if (!isAsFound) return false
  for (const { outcome, ...details } of written.departments) {
    const at = departmentAt(details.departmentId)
    const there = state.departments[at]
    if (there) state.departments[at] = { ...there, ...details }
    else state.departments.push({ ...details, closed: false, id: crypto.randomUUID(), databaseId })
    leaveLine(state, actor, events[outcome].department, { ...about, details })
  }
  for (const { outcome, ...details } of written.groups) {
    const at = groupAt(details.groupName)
    const there = state.groups[at]
    if (there) state.groups[at] = { ...there, ...details }
    else state.groups.push({ ...details, id: crypto.randomUUID(), databaseId })
    leaveLine(state, actor, events[outcome].group, { ...about, details })
  }
  return true
}

const events = {
  created: { department: "department.created", group: "group.created" },
  updated: { department: "department.changed", group: "group.changed" },
} as const
