import { datesOf, typedFor } from "./datesOf.ts"
import type { Repair } from "./Repair.ts"

/**
 * A text that a spreadsheet took for a date: `2-mars`, `Mar-02` or `2026-03-02` for `2-3`. Only where exactly one
 * thing has an id that can become that date, day or month first, and it can be chosen.
 */
export const MadeDate: Repair = {
  kind: "madeDate",
  columns: ["departmentId", "parentId", "groupName"],
  inPlainText: true,
  propose: ({ column, text }, { thingsOf }) => {
    const typed = tellsDate.test(text) ? typedFor(text) : []
    const things = thingsOf(column.name)
    if (typed.length === 0 || things.has(text)) return null
    const fitting = [...things].filter(([id]) => datesOf(id).some((date) => typed.includes(date)))
    const [id, thing] = fitting[0] ?? []
    return id !== undefined && thing?.isOpen && fitting.length === 1
      ? { to: id, evidence: [thing.name] }
      : null
  },
}

/** A spreadsheet shows a date with the name of its month or with the whole year. */
const tellsDate = /\p{L}{3}|\d{4}/u
