import type { Repair } from "./Repair.ts"

/**
 * A number without the zeros that it began with, as a spreadsheet keeps it: `101` where `00101` is the only thing
 * that is so called but for zeros, and can be chosen.
 */
export const LostZeros: Repair = {
  kind: "lostZeros",
  columns: ["departmentId", "parentId", "groupName"],
  inPlainText: true,
  propose: ({ column, text }, { thingsOf }) => {
    if (!/^(0|[1-9]\d*)$/.test(text)) return null
    const things = thingsOf(column.name)
    if (things.has(text)) return null
    const fitting = [...things].filter(([id]) => /^0\d+$/.test(id) && id.replace(/^0+(?=.)/, "") === text)
    const [id, thing] = fitting[0] ?? []
    return id !== undefined && thing?.isOpen && fitting.length === 1
      ? { to: id, evidence: [thing.name] }
      : null
  },
}
