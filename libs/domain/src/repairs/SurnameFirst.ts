import type { Repair } from "./Repair.ts"

/**
 * A whole name, surname first with a comma, in a column for one part of it: each cell gets its own part. Only where
 * the other cell is blank, says the same, or holds the part it should.
 */
export const SurnameFirst: Repair = {
  kind: "surnameFirst",
  columns: ["firstName", "lastName"],
  inPlainText: true,
  propose: ({ column, text, row: { firstName, lastName } }) => {
    if (firstName === undefined || lastName === undefined) return null
    const full = firstName.includes(",") ? firstName : lastName
    const parts = full.includes(",") ? wholeName.exec(full) : null
    if (parts === null) return null
    const [, last = "", first = ""] = parts
    if (suffix.test(first) || suffix.test(last)) return null
    const fits = (cell: string, part: string) => cell === "" || cell === full || isSame(cell, part)
    if (!fits(firstName, first) || !fits(lastName, last)) return null
    const to = column.name === "firstName" ? first : last
    return isSame(text, to) ? null : { to, evidence: [full] }
  },
}

const wholeName = /^(\p{L}[^,\d@]*?)\s*,\s*(\p{L}[^,\d@]*)$/u

/** What stands after a comma in a name and is no first name. */
const suffix = /^(jr|jnr|junior|sr|snr|senior|i{1,3}|iv|esq|ph\.?\s?d|m\.?d|m\.?sc|mba|dr|d\.y|d\.ä)\.?$/iu

const isSame = (one: string, other: string): boolean => one.toLowerCase() === other.toLowerCase()
