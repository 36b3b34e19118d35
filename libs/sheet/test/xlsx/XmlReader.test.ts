import fc from "fast-check"
import { describe, expect, it } from "vitest"
import { XlsxFault } from "../../src/xlsx/XlsxFault.ts"
import { XmlReader } from "../../src/xlsx/XmlReader.ts"

/** What is told of a document in pieces of these lengths, as one text; or the code of the fault in brackets. */
const told = (xml: string, lengths: ReadonlyArray<number> = [xml.length]): string => {
  let out = ""
  const depths: Array<number> = []
  const reader = new XmlReader("part.xml", ["urn:a", "urn:b"], {
    open: (name, attributes, depth) => {
      depths.push(depth)
      out += `<${name}${["x", "y"]
        .map((one) => attributes.get(one))
        .map((value) => (value === undefined ? "" : ` ${value}`))
        .join("")}>`
    },
    text: (text) => (out += text),
    close: (name, depth) => {
      expect(depths.pop()).toBe(depth)
      out += `</${name}>`
    },
  })
  try {
    for (let at = 0, turn = 0; at < xml.length; turn++) {
      const length = Math.max(1, lengths[turn % lengths.length]!)
      reader.push(xml.slice(at, at + length))
      at += length
    }
    reader.end()
  } catch (cause) {
    if (!(cause instanceof XlsxFault)) throw cause
    return `[${cause.finding.code}]`
  }
  expect(depths).toEqual([])
  return out
}

const damaged = "[file.damaged]"
const within = (xml: string) => `<r xmlns="urn:a">${xml}</r>`

describe("what is told of a document", () => {
  it.each([
    ["elements, attributes and text", `<c x="1" y='2'>t</c>`, "<c 1 2>t</c>"],
    ["an empty element", `<c x="1" /><d/>`, "<c 1></c><d></d>"],
    ["white space in tags", `<c\n x = "1"\t>t</c  >`, "<c 1>t</c>"],
    ["a sign of markup in an attribute", `<c x="a>b/'">t</c>`, "<c a>b/'>t</c>"],
    ["references", `<c x="&quot;&#65;">&lt;&#x41;&amp;</c>`, `<c "A><A&</c>`],
    ["a break in an attribute as a space", `<c x="a\r\nb"/>`, "<c a b></c>"],
    ["line ends as one", "a\r\nb\rc\nd", "a\nb\nc\nd"],
    ["a carriage return that is referred to", "a&#13;b", "a\rb"],
    ["nothing of comments and instructions", "a<!-- <b> --><?p <c> ?>b", "ab"],
    ["CDATA as text", "<![CDATA[<b> &amp; ]] >]]>", "<b> &amp; ]] >"],
    ["a prefix as its namespace", `<p:c xmlns:p="urn:b">t</p:c>`, "<c>t</c>"],
    ["nothing of another namespace, nor what it holds", `a<p:x xmlns:p="urn:c">b<c/></p:x>d`, "ad"],
    ["nothing of one without a namespace", `a<x xmlns="">b</x>d`, "ad"],
    [
      "a prefix as it is meant where it stands",
      `<p:c xmlns:p="urn:a"><p:c xmlns:p="urn:c"/>t</p:c>`,
      "<c>t</c>",
    ],
  ])("%s", (_, xml, expected) => {
    expect(told(within(xml))).toBe(`<r>${expected}</r>`)
  })

  it("is of one root, with a declaration before and comments about it", () => {
    const xml = `<?xml version="1.0" encoding="UTF-8"?>\r\n<!-- a --><r xmlns="urn:a"/>\r\n<?p?>\n`
    expect(told(xml)).toBe("<r></r>")
  })

  it("does not depend on the pieces", () => {
    const parts = [
      `<c x="1">`,
      "</c>",
      "<d/>",
      `<p:e xmlns:p="urn:c">`,
      "</p:e>",
      "&amp;",
      "&#x1F600;",
      "é\r\n",
      "\r",
      "\n",
      "<!-- -->",
      "<![CDATA[ <]]>",
      "<?p?>",
      "&",
      "<",
      "]]>",
      `<d x="&gt;\r\n">`,
      "</d>",
      "text",
      " ",
    ]
    fc.assert(
      fc.property(
        fc.array(fc.constantFrom(...parts), { maxLength: 12 }),
        fc.array(fc.integer({ min: 1, max: 9 }), { minLength: 1, maxLength: 5 }),
        (some, lengths) => {
          const xml = within(some.join(""))
          expect(told(xml, lengths)).toBe(told(xml))
        },
      ),
      { numRuns: 2000 },
    )
  })
})

describe("a document is refused", () => {
  it.each([
    ["", "empty"],
    ["text", "without an element"],
    ["<r/><r/>", "with two roots"],
    ["<r/>text", "with text after it"],
    ["<![CDATA[x]]><r/>", "with CDATA before it"],
    ["<r>", "that does not end"],
    ["<r></s>", "with tags that do not match"],
    ["</r>", "that ends before it starts"],
    ["<r><", "that ends in a tag"],
    ["<r", "that ends in its first tag"],
    ["<r>&amp", "that ends in a reference"],
    ["<r x/>", "with an attribute without a value"],
    ["<r x=1/>", "with a value without quotes"],
    [`<r x="1"y="2"/>`, "with attributes without space between them"],
    [`<r x="1" x="2"/>`, "with an attribute twice"],
    [`<r x="<"/>`, "with < in a value"],
    [`<r x="&b;"/>`, "with an unknown entity in a value"],
    ["<r>&b;</r>", "with an unknown entity"],
    ["<r>a & b</r>", "with a bare &"],
    ["<r>&#0;</r>", "with a reference to NUL"],
    ["<r>&#xD800;</r>", "with a reference to half a character"],
    ["<r>&#x110000;</r>", "with a reference past the last character"],
    ["<r>\0</r>", "with NUL"],
    ["<r>\x1b</r>", "with a control character"],
    ["<r>\uffff</r>", "with a character that is none"],
    ["<p:r/>", "with a prefix that means nothing"],
    ["< r/>", "with space before a name"],
    ["<1/>", "with a name that starts with a digit"],
    ["<r><!ELEMENT r></r>", "with a declaration inside"],
  ])("for %j, one %s", (xml) => {
    const lengths = [1, 3, 1000]
    expect(lengths.map((length) => told(xml.replace("<r", '<r xmlns="urn:a"'), [length]))).toEqual([
      damaged,
      damaged,
      damaged,
    ])
  })

  it("as unsafe for a document type, wherever it stands", () => {
    expect(told(`<!DOCTYPE r><r/>`)).toBe("[file.unsafe]")
    expect(told(`<?xml version="1.0"?><!DOCTYPE r [<!ENTITY a "b">]><r>&a;</r>`, [2])).toBe("[file.unsafe]")
    expect(told(within("<!DOCTYPE r>"))).toBe("[file.unsafe]")
  })
})
