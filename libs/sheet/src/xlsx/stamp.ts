import { customPropertyNamespaces } from "./namespaces.ts"
import type { XlsxPackage } from "./XlsxPackage.ts"
import { readXml } from "./xmlText.ts"

/** What a workbook that was written here says of itself, in custom properties that spreadsheet programs keep. */
export interface Stamp {
  /** ISO 8601 in UTC. */
  readonly madeAt: string
  /** The name of the sheet that holds lists. */
  readonly sheet: string
  /** What the lists are of. */
  readonly of: string
}

/** The names of the properties. */
export const stampNames = { madeAt: "MusterMadeAt", sheet: "MusterLists", of: "MusterListsOf" } as const

const known: ReadonlyArray<string> = Object.values(stampNames)

const maxLength = 255

/** The stamp of a workbook, or null if it has none. */
export const readStamp = async (parts: XlsxPackage): Promise<Stamp | null> => {
  const related = await parts.relationships("")
  const part = related.find(({ kind }) => /^custom-?properties$/i.test(kind))
  const entry = part === undefined ? undefined : parts.find(part.target)
  if (entry === undefined) return null
  const found = new Map<string, string>()
  let name = ""
  await readXml(entry, parts.budget, customPropertyNamespaces, {
    open: (element, attributes, depth) => {
      name = depth === 2 && element === "property" ? (attributes.get("name") ?? "") : name
    },
    text: (piece) => {
      if (known.includes(name)) found.set(name, `${found.get(name) ?? ""}${piece}`.slice(0, maxLength))
    },
  })
  const [madeAt, sheet, of] = known.map((one) => found.get(one))
  return madeAt === undefined || sheet === undefined || of === undefined ? null : { madeAt, sheet, of }
}
