import { damaged, tooComplex, unsafe } from "./XlsxFault.ts"
import type { XmlAttributes } from "./XmlAttributes.ts"
import { decodeReferences } from "./xmlReferences.ts"
import { after, isSpace, lineEnds, pastSpace, split, startsName, tagEnd, wholeText } from "./xmlScan.ts"

/** What is told of a document. Depth is 1 for the root; text comes in pieces. */
export interface XmlHandler {
  readonly open: (name: string, attributes: XmlAttributes, depth: number) => void
  readonly text?: (text: string) => void
  readonly close?: (name: string, depth: number) => void
}

interface OpenElement {
  readonly name: string
  /** What prefixes mean inside it. */
  readonly scope: Scope
}

type Scope = ReadonlyMap<string, string>

const maxMarkup = 64 * 1024
const maxDepth = 64
const maxAttributes = 256
const maxPrefixes = 64

const LT = 0x3c
const SLASH = 0x2f
const EQUALS = 0x3d
const QUOTE = 0x22
const APOSTROPHE = 0x27

/** Characters that XML 1.0 has no place for, escaped or not. Half of a pair may come with the next piece. */
const noCharacter = /[\0-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]/

/**
 * Reads XML 1.0 with namespaces, pushed in pieces of any size, and tells of the elements in the namespaces given;
 * others are passed over with all that they hold.
 *
 * Strict: throws where the text is not well-formed, at any `<!DOCTYPE` (and so knows no entities but the five of
 * XML), and at markup or nesting larger than documents have. Holds one piece of markup at a time.
 */
export class XmlReader {
  private held = ""
  private readonly open: Array<OpenElement> = []
  private rootSeen = false
  /** The depth of the element that is passed over, or 0. */
  private foreign = 0
  private scope: Scope = new Map([["xml", "http://www.w3.org/XML/1998/namespace"]])
  private names: Array<string> = []
  private values: Array<string> = []

  private readonly part: string
  private readonly namespaces: ReadonlyArray<string>
  private readonly handler: XmlHandler
  private readonly attributes: XmlAttributes

  /** `part` is what the text is called in a fault. */
  constructor(part: string, namespaces: ReadonlyArray<string>, handler: XmlHandler) {
    this.part = part
    this.namespaces = namespaces
    this.handler = handler
    this.attributes = {
      get: (name) => this.values[this.names.indexOf(name)],
      getIn: (wanted, name) =>
        this.values[
          this.names.findIndex((one) => {
            const [prefix, local] = split(one)
            return prefix !== "" && local === name && wanted.includes(this.scope.get(prefix) ?? "")
          })
        ],
    }
  }

  push(piece: string): void {
    if (noCharacter.test(piece)) throw this.broken()
    const text = lineEnds(this.held + piece)
    let at = 0
    while (at < text.length) {
      const lt = text.charCodeAt(at) === LT ? at : text.indexOf("<", at)
      if (lt !== at) {
        const end = lt === -1 ? wholeText(text, at) : lt
        if (end > at) this.characters(text.slice(at, end))
        if (lt === -1) {
          at = end
          break
        }
      }
      const end = this.markup(text, lt)
      if (end === -1) {
        at = lt
        break
      }
      at = end
    }
    this.held = text.slice(at)
    if (this.held.length > maxMarkup) throw tooComplex("markup", maxMarkup)
  }

  end(): void {
    if (this.held.trim() !== "" || this.open.length > 0 || !this.rootSeen) throw this.broken()
  }

  private broken() {
    return damaged(this.part, "xml")
  }

  /** Reads the markup that starts at `at`; where it ends, or -1 if it does not end within the text. */
  private markup(text: string, at: number): number {
    const next = text.charCodeAt(at + 1)
    if (next === 0x21) return this.declaration(text, at)
    if (next === 0x3f) return after(text, "?>", at + 2)
    const end = tagEnd(text, at + 1)
    if (end === -1) return -1
    if (next === SLASH) this.endElement(text.slice(at + 2, end).trimEnd())
    else this.startElement(text, at + 1, end)
    return end + 1
  }

  /** A comment or a CDATA section; nothing else that starts with `<!` is accepted. */
  private declaration(text: string, at: number): number {
    if (text.startsWith("<!--", at)) return after(text, "-->", at + 4)
    if (text.startsWith("<![CDATA[", at)) {
      const end = text.indexOf("]]>", at + 9)
      if (end === -1) return -1
      this.characters(text.slice(at + 9, end), true)
      return end + 3
    }
    if (text.length - at < 9) return -1
    throw text.startsWith("<!DOCTYPE", at) ? unsafe("dtd") : this.broken()
  }

  private characters(text: string, verbatim = false): void {
    if (this.open.length === 0) {
      if (verbatim || /[^ \t\n]/.test(text)) throw this.broken()
    } else if (this.foreign === 0 && text !== "") {
      this.handler.text?.(verbatim ? text : this.decoded(text))
    }
  }

  private decoded(text: string): string {
    if (!text.includes("&")) return text
    const decoded = decodeReferences(text)
    if (decoded === null) throw this.broken()
    return decoded
  }

  private startElement(text: string, from: number, end: number): void {
    if (this.open.length === 0 && this.rootSeen) throw this.broken()
    if (this.open.length === maxDepth) throw tooComplex("markup", maxDepth)
    this.rootSeen = true
    const empty = text.charCodeAt(end - 1) === SLASH
    const last = empty ? end - 1 : end
    let at = from
    while (at < last && !isSpace(text.charCodeAt(at))) at++
    const name = text.slice(from, at)
    if (!startsName(name)) throw this.broken()

    const outer = this.scope
    if (this.readAttributes(text, at, last)) this.scope = this.scopeWithin()
    this.open.push({ name, scope: outer })
    if (this.foreign === 0) this.tellOpen(name)
    if (empty) this.endElement(name)
  }

  private tellOpen(name: string): void {
    const [prefix, local] = split(name)
    const uri = this.scope.get(prefix)
    if (uri === undefined && prefix !== "") throw this.broken()
    const depth = this.open.length
    if (uri !== undefined && this.namespaces.includes(uri)) this.handler.open(local, this.attributes, depth)
    else this.foreign = depth
  }

  private endElement(name: string): void {
    const element = this.open.pop()
    if (element?.name !== name) throw this.broken()
    const depth = this.open.length + 1
    if (this.foreign === 0) this.handler.close?.(split(name)[1], depth)
    else if (this.foreign === depth) this.foreign = 0
    this.scope = element.scope
  }

  /** Reads the attributes between two places of a tag; whether any of them says what a prefix means. */
  private readAttributes(text: string, from: number, end: number): boolean {
    this.names.length = 0
    this.values.length = 0
    let declares = false
    let at = from
    for (;;) {
      const nameFrom = pastSpace(text, at, end)
      if (nameFrom === end) return declares
      if (nameFrom === at) throw this.broken()
      at = nameFrom
      while (at < end && text.charCodeAt(at) !== EQUALS && !isSpace(text.charCodeAt(at))) at++
      const name = text.slice(nameFrom, at)
      at = pastSpace(text, at, end)
      if (text.charCodeAt(at) !== EQUALS || !startsName(name) || this.names.includes(name))
        throw this.broken()
      at = pastSpace(text, at + 1, end)
      const quote = text.charCodeAt(at)
      const close = quote === QUOTE || quote === APOSTROPHE ? text.indexOf(text[at]!, at + 1) : -1
      if (close === -1 || close >= end) throw this.broken()
      if (this.names.length === maxAttributes) throw tooComplex("markup", maxAttributes)
      this.names.push(name)
      this.values.push(this.attributeValue(text.slice(at + 1, close)))
      declares ||= name.startsWith("xmlns")
      at = close + 1
    }
  }

  private attributeValue(text: string): string {
    if (!/[<&\t\n]/.test(text)) return text
    if (text.includes("<")) throw this.broken()
    return this.decoded(text.replace(/[\t\n]/g, " "))
  }

  private scopeWithin(): Scope {
    const scope = new Map(this.scope)
    this.names.forEach((name, index) => {
      const [prefix, local] = split(name)
      if (name === "xmlns") scope.set("", this.values[index]!)
      else if (prefix === "xmlns") scope.set(local, this.values[index]!)
    })
    if (scope.size > maxPrefixes) throw tooComplex("markup", maxPrefixes)
    return scope
  }
}
