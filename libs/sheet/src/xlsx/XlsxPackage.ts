import { InflateBudget } from "./InflateBudget.ts"
import { contentTypeNamespaces, relationshipIds, relationshipNamespaces } from "./namespaces.ts"
import { damaged, tooComplex } from "./XlsxFault.ts"
import type { XlsxLimits } from "./XlsxLimits.ts"
import { readXml } from "./xmlText.ts"
import { zipDirectory } from "./zipDirectory.ts"
import type { ZipEntry } from "./ZipEntry.ts"

/** What one part says of another: its kind (the last word of the type, such as `worksheet`) and where it is. */
export interface Relationship {
  readonly id: string
  readonly kind: string
  readonly target: string
}

const maxRelationships = 4096

/** The parts of an Office Open XML file, found by their relationships and never by their usual names. */
export class XlsxPackage {
  readonly entries: ReadonlyMap<string, ZipEntry>
  readonly budget: InflateBudget

  constructor(file: Buffer, limits: XlsxLimits) {
    this.entries = zipDirectory(file, limits.maxParts)
    this.budget = new InflateBudget(limits)
  }

  find(name: string): ZipEntry | undefined {
    return this.entries.get(name.toLowerCase())
  }

  /** The part of that name; throws if there is none. */
  part(name: string): ZipEntry {
    const entry = this.find(name)
    if (entry === undefined) throw damaged(name, "missing")
    return entry
  }

  /** What the part is related to inside the file; `""` for the file itself. What is outside is never followed. */
  async relationships(of: string): Promise<ReadonlyArray<Relationship>> {
    const slash = of.lastIndexOf("/") + 1
    const entry = this.find(`${of.slice(0, slash)}_rels/${of.slice(slash)}.rels`)
    const found: Array<Relationship> = []
    if (entry === undefined) return found
    await readXml(entry, this.budget, relationshipNamespaces, {
      open: (name, attributes) => {
        const [id, type, target] = [attributes.get("Id"), attributes.get("Type"), attributes.get("Target")]
        if (name !== "Relationship" || attributes.get("TargetMode") === "External") return
        if (id === undefined || type === undefined || target === undefined)
          throw damaged(entry.name, "content")
        if (found.length === maxRelationships) throw tooComplex("parts", maxRelationships)
        found.push({ id, kind: kindOf(type), target: resolve(of.slice(0, slash), target) })
      },
    })
    return found
  }

  /** The content type of a part, in lower case; empty where none is given. */
  async contentType(of: string): Promise<string> {
    let own: string | undefined
    let usual = ""
    const extension = of.slice(of.lastIndexOf(".") + 1).toLowerCase()
    await readXml(this.part("[Content_Types].xml"), this.budget, contentTypeNamespaces, {
      open: (name, attributes) => {
        const type = attributes.get("ContentType")?.toLowerCase() ?? ""
        if (name === "Override" && attributes.get("PartName")?.toLowerCase() === `/${of.toLowerCase()}`)
          own = type
        if (name === "Default" && attributes.get("Extension")?.toLowerCase() === extension) usual = type
      },
    })
    return own ?? usual
  }
}

/** The last word of a type that Office Open XML defines; any other type as it is. */
const kindOf = (type: string): string => {
  const base = relationshipIds.find((one) => type.startsWith(`${one}/`))
  return base === undefined ? type : type.slice(base.length + 1)
}

/** The name of a part by a target that is absolute or relative to a folder (ECMA-376 part 2, 8.3.3). */
const resolve = (folder: string, target: string): string => {
  const path = target.replaceAll("\\", "/")
  const segments: Array<string> = []
  for (const segment of (path.startsWith("/") ? path : folder + path).split("/")) {
    if (segment === "..") segments.pop()
    else if (segment !== "" && segment !== ".") segments.push(segment)
  }
  return segments.join("/")
}
